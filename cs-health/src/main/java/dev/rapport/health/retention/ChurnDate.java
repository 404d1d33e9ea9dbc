package dev.rapport.health.retention;

/** The day on which revenue counts as lost. */
public enum ChurnDate {
    /** The first day that the contract no longer covers. */
    EFFECTIVE,
    /** The day on which notice was given, unless a contract that follows is signed by then. */
    NOTICE
}
