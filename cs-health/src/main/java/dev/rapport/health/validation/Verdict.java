package dev.rapport.health.validation;

/** What a validation comes to. */
public enum Verdict {
    /** Every floor is reached. */
    PASSES,
    /** It predicts, but not well enough. */
    FALLS_SHORT,
    /** What it says cannot be told from chance. */
    NO_BETTER_THAN_CHANCE,
    /** Too little happened to say anything. */
    NOT_ENOUGH_DATA
}
