package dev.rapport.engagement.file;

/** A part of a customer file that is there or not as a whole. The profile and the series are chosen by name. */
public enum FileSection {
    /** The customers that belong together, and what they pay. */
    FAMILY,
    /** The segment, and why. */
    SEGMENT,
    /** The health, and why. */
    HEALTH,
    /** The churn risk, and why. */
    CHURN_RISK,
    /** What falls due. */
    MILESTONES,
    /** The reviews, and what became of them. */
    REVIEWS,
    /** What is escalated. */
    ESCALATIONS,
    /** Where the customer stands in the life cycle. */
    LIFE_CYCLE,
    /** What happened, in one order; of what the reader may see. */
    TIMELINE
}
