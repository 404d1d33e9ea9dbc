package dev.rapport.engagement.file;

/** A part of a customer file that is there or not as a whole. The profile and the series are chosen by name. */
public enum FileSection {
    /** The customers that belong together, and what they pay. */
    FAMILY,
    /** The segment, and why. */
    SEGMENT,
    /** The health, why, and how it was. */
    HEALTH,
    /** The churn risk, and why. */
    CHURN_RISK,
    /** What could be offered. */
    EXPANSION,
    /** What falls due. */
    MILESTONES,
    /** The reviews, and what became of them. */
    REVIEWS,
    /** What is escalated. */
    ESCALATIONS,
    /** Where the customer stands in the life cycle, and on the roadmap of value. */
    LIFE_CYCLE,
    /** What to do next. */
    NEXT_STEPS,
    /** What happened, in one order; of what the reader may see. */
    TIMELINE
}
