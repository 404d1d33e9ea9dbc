package dev.rapport.model.problem;

/** How bad a {@link Problem} is. */
public enum Severity {
    /** What was read cannot be used. */
    ERROR,
    /** What was read can be used, but somebody should look at it. */
    WARNING
}
