package dev.rapport.health.contact;

/** Whose questions a limit counts. */
public enum ContactScope {
    /** Those that were put to the person. */
    PERSON,
    /** Those that were put to anybody of the account. */
    ACCOUNT,
    /** Those that were put to anybody of the book: a budget. It counts where a whole book is gone through. */
    BOOK
}
