package dev.rapport.health.override;

/** Who was right about a customer, the one who overrode the health or the score. */
public enum OverrideVerdict {
    /** Only the override was. */
    OVERRIDE_RIGHT,
    /** Only the score was. */
    SCORE_RIGHT,
    /** Both were; they said the same of this. */
    BOTH_RIGHT,
    /** Neither was; they said the same of this. */
    BOTH_WRONG,
    /** There was no score to compare with. */
    NO_SCORE,
    /** Nothing has happened yet by which to judge. */
    OPEN
}
