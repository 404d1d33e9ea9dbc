package dev.rapport.engagement.model;

/** What customer success costs money for. */
public enum CostKind {
    /** The touchpoints that every customer gets. */
    TOUCHPOINTS,
    /** The onboarding of new customers. */
    ONBOARDING,
    /** The hours that are set aside for help on a trigger. */
    FLEX,
    /** The hours of executive sponsors. */
    SPONSORS,
    /** Tools. */
    TOOLS,
    /** What partners get. */
    PARTNER
}
