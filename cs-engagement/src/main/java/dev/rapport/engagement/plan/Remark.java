package dev.rapport.engagement.plan;

/**
 * Something about the data that a reader of the plan must know: what was rejected, what contradicts itself.
 *
 * @param code  the stable name of the kind
 * @param count  how often it occurs
 * @param text  what it is, as a sentence
 */
public record Remark(String code, long count, String text) {

    /** What the codes of remarks on rejected rows begin with; their {@link #count} is the number of rows. */
    public static final String REJECTED = "rejected-";

    /**
     * Says whether rows were rejected.
     *
     * @return true if the code begins with {@link #REJECTED}
     */
    public boolean isRejection() {
        return code.startsWith(REJECTED);
    }
}
