package dev.rapport.health.contact;

/** Whose questions a limit counts. */
public enum ContactScope {
    /** Those that were put to the person. */
    PERSON,
    /** Those that were put to anybody of the account. */
    ACCOUNT
}
