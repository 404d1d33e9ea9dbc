package dev.rapport.engagement.file;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that should be done next about a customer: what, by when, by whom, and why. */
@Value.Immutable
@ValueStyle
public abstract class NextStep {

    /** What it comes from. */
    public enum Kind {
        /** A root cause is escalated. */
        ESCALATION,
        /** A contract must be decided on, or its notice deadline was missed. */
        DECISION,
        /** The customer may be lost, and a play can keep it. */
        PLAY,
        /** The customer began to behave otherwise. */
        ALERT,
        /** The customer waits for an answer. */
        ANSWER,
        /** The customer is stuck in a stage. */
        STAGE,
        /** Not exactly one is accountable. */
        OWNER,
        /** An outcome of the roadmap is behind, or not agreed on. */
        OUTCOME,
        /** A milestone falls due. */
        MILESTONE
    }

    NextStep() {}

    /**
     * Starts a step.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What it comes from.
     *
     * @return the kind
     */
    public abstract Kind kind();

    /**
     * What is to be done.
     *
     * @return a clause, without anything personal
     */
    public abstract String what();

    /**
     * By when.
     *
     * @return the last day, which may be over; empty if there is none
     */
    public abstract Optional<LocalDate> by();

    /**
     * Who does it.
     *
     * @return a member, pool, role or department; empty if nobody is named
     */
    public abstract Optional<String> who();

    /**
     * Why.
     *
     * @return a clause, without anything personal
     */
    public abstract String because();

    /** Collects what a step is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableNextStep.Builder {
        Builder() {}
    }
}
