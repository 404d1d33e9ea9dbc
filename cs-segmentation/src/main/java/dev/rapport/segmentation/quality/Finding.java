package dev.rapport.segmentation.quality;

/**
 * Something that speaks against a segmentation.
 *
 * @param code  its stable name: {@code overlapping}, {@code gaps}, {@code too-many}, {@code too-small}, {@code
 *     one-has-all}, {@code unstable}, {@code not-separating}
 * @param text  what was found, with the numbers
 */
public record Finding(String code, String text) {}
