package dev.rapport.engagement.coverage;

/** What an owner is. */
public enum OwnerKind {
    /** A member of the organisation. */
    PERSON,
    /** A pool of the organisation. */
    POOL,
    /** Neither: the organisation does not know the id. */
    UNKNOWN
}
