package dev.rapport.health.survey;

/** What a survey is about. Answers of different purposes are never put together. */
public enum Purpose {
    /** The relation as a whole, asked from time to time. */
    RELATIONAL,
    /** One occasion, such as a ticket, asked right after it. */
    TRANSACTIONAL
}
