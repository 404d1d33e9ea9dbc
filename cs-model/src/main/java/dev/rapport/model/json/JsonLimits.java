package dev.rapport.model.json;

/**
 * How much of a document is read before it is refused, so that a hostile or broken one costs little.
 *
 * @param maxDepth how deep objects and lists may be nested, 1 to 500
 * @param maxCharacters how long the document may be, in UTF-16 units
 * @param maxTextLength how long a single string or field name may be, in UTF-16 units
 */
public record JsonLimits(int maxDepth, int maxCharacters, int maxTextLength) {

    static final int DEEPEST = 500;

    /** Depth 64, 5 million characters, 100,000 in one string: far beyond what a person writes. */
    public static final JsonLimits STANDARD = new JsonLimits(64, 5_000_000, 100_000);

    /**
     * Checks the limits.
     *
     * @param maxDepth from 1 to 500
     * @param maxCharacters at least 1
     * @param maxTextLength at least 1
     * @throws IllegalArgumentException if one is out of range
     */
    public JsonLimits {
        if (maxDepth < 1 || maxDepth > DEEPEST) {
            throw new IllegalArgumentException("maxDepth must be between 1 and " + DEEPEST + ", was " + maxDepth);
        }
        if (maxCharacters < 1) {
            throw new IllegalArgumentException("maxCharacters must be >= 1, was " + maxCharacters);
        }
        if (maxTextLength < 1) {
            throw new IllegalArgumentException("maxTextLength must be >= 1, was " + maxTextLength);
        }
    }

    /**
     * The same limits with another depth.
     *
     * @param depth from 1 to 500
     * @return the new limits
     */
    public JsonLimits withMaxDepth(int depth) {
        return new JsonLimits(depth, maxCharacters, maxTextLength);
    }

    /**
     * The same limits with another size of the document.
     *
     * @param characters at least 1
     * @return the new limits
     */
    public JsonLimits withMaxCharacters(int characters) {
        return new JsonLimits(maxDepth, characters, maxTextLength);
    }

    /**
     * The same limits with another length of a string.
     *
     * @param length at least 1
     * @return the new limits
     */
    public JsonLimits withMaxTextLength(int length) {
        return new JsonLimits(maxDepth, maxCharacters, length);
    }
}
