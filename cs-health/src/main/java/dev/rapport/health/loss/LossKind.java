package dev.rapport.health.loss;

/** Who ended it. */
public enum LossKind {
    /** The customer decided to go. */
    VOLUNTARY,
    /** Nobody decided: payment failed, the business closed. */
    INVOLUNTARY,
    /** The customer became a part of somebody else, who decided. */
    MERGER
}
