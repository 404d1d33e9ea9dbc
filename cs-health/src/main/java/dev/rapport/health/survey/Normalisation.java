package dev.rapport.health.survey;

/** What becomes of an answer that was given on another scale than the instrument's. */
public enum Normalisation {
    /** It does not count, and is reported. */
    NONE,
    /** It is moved so that the ends of the scales meet. */
    LINEAR,
    /** The same, then rounded half up to a whole answer. */
    LINEAR_ROUNDED
}
