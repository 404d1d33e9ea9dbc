package dev.rapport.segmentation.condition;

/** What is made of the entries that count. */
public enum TallyMeasure {
    /** How many there are. */
    COUNT,
    /** The sum of a field. */
    SUM,
    /** How many different values a field has. */
    DISTINCT
}
