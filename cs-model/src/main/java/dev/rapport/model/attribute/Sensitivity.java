package dev.rapport.model.attribute;

/** Who may see an attribute's value; every rendering respects it. */
public enum Sensitivity {
    /** May be shown to anybody who may see the customer, the customer included. */
    OPEN,
    /** Stays inside the company. */
    INTERNAL,
    /** Tells something about a natural person: left out or hashed unless asked for, and removed on erasure. */
    PERSONAL
}
