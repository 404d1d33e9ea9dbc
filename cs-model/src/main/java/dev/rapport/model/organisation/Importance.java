package dev.rapport.model.organisation;

/** How much a role needs what its profile names. */
public enum Importance {
    /** Nobody fits the role without it. */
    MUST,
    /** It is good to have. */
    NICE
}
