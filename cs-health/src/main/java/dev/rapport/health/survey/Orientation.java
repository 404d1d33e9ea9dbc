package dev.rapport.health.survey;

/** Which end of a scale is the good one. */
public enum Orientation {
    /** The greatest answer is the best. */
    HIGHER_IS_BETTER,
    /** The least answer is the best, as where effort is asked for. */
    LOWER_IS_BETTER
}
