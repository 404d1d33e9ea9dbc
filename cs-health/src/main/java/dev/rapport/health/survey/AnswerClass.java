package dev.rapport.health.survey;

/** What an answer counts as. */
public enum AnswerClass {
    /** A promoter, a satisfied answer, an easy one. */
    FAVOURABLE,
    /** Neither. */
    NEUTRAL,
    /** A detractor, a dissatisfied answer, a hard one. */
    UNFAVOURABLE
}
