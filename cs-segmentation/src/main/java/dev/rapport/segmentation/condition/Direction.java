package dev.rapport.segmentation.condition;

/** Which way something changed. */
public enum Direction {
    /** It is more than it was. */
    ROSE,
    /** It is less than it was. */
    FELL,
    /** It is more or less than it was. */
    MOVED
}
