package dev.rapport.segmentation.quality;

/**
 * A mean with its 95 % interval.
 *
 * @param mean  the mean
 * @param low  the lower end
 * @param high  the upper end
 */
public record Estimate(double mean, double low, double high) {}
