package dev.rapport.health.retention;

/** What becomes of the revenue of a term that ran out, while nobody has signed, given notice or said that it is lost. */
public enum UnsignedRenewal {
    /** It counts as if it ran on, until the days of grace are over. */
    RENEWED,
    /** It counts as lost. */
    LOST,
    /** It counts neither as kept nor as lost and is told apart, until the days of grace are over. */
    PENDING
}
