package dev.rapport.health.observation;

/** Why a customer at a date is no observation, or an observation in neither part of a split. */
public enum Exclusion {
    /** Does not meet the condition of the plan, such as to have a contract in force. */
    NOT_ELIGIBLE("does not meet the condition of the plan"),
    /** The condition of the plan could not be told, because reading failed. */
    UNREADABLE("could not be read"),
    /** Was lost before the date, which became known only after it. */
    ALREADY_LOST("was lost before the date, which became known only later"),
    /** Was lost within the lead time: nothing could have been done. */
    LOST_WITHIN_LEAD("was lost within the lead time"),
    /** Is gone from the facts since, without a loss that says when. */
    GONE("is gone from the facts without a loss"),
    /** The horizon is not over when training ends, so that its outcome was not known then. */
    ACROSS_SPLIT("its horizon reaches across the split");

    private final String words;

    Exclusion(String words) {
        this.words = words;
    }

    /**
     * The reason in words.
     *
     * @return a clause about the customer
     */
    public String words() {
        return words;
    }
}
