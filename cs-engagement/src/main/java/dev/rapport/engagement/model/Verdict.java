package dev.rapport.engagement.model;

/** Whether an engagement model makes financial sense for a segment. */
public enum Verdict {
    /** What remains after success cost reaches the target margin, whatever the data that is missing may be. */
    PAYS,
    /** What remains after success cost stays below the target margin, whatever the data that is missing may be. */
    DOES_NOT_PAY,
    /** It depends on data that is missing. */
    CANNOT_TELL
}
