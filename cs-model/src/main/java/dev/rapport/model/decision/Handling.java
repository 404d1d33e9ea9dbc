package dev.rapport.model.decision;

/** How a combination handles parts for which data is missing. Every scorecard names its own. */
public enum Handling {
    /** The missing part's weight goes to the parts that have data. */
    REDISTRIBUTE,
    /** The missing part counts as 50, the middle of the scale. */
    NEUTRAL,
    /** The missing part counts as 0, the worst of the scale. */
    WORST,
    /** One missing part makes the whole unknown. */
    UNKNOWN
}
