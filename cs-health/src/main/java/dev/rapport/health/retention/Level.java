package dev.rapport.health.retention;

/** What is counted as one thing that stays or goes. A finer level shows what a coarser one nets. */
public enum Level {
    /** The customer, all contracts netted: what is gained in one contract masks what is lost in another. */
    ACCOUNT,
    /** The contract and its renewals, that is, contracts that follow each other. A further contract is new revenue here. */
    CONTRACT,
    /** A product under a contract and its renewals. */
    LINE
}
