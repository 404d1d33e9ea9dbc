package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** An outcome of value that every customer of a target market should reach: a goal of a kind, and what a unit of it is worth. */
@Value.Immutable
@ValueStyle
public abstract class RoadmapOutcome {

    RoadmapOutcome() {}

    /**
     * Starts an outcome.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What it is called in the plan.
     *
     * @return the id, unique in a life cycle
     */
    public abstract String id();

    /**
     * What people call it.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * Which goals are about it.
     *
     * @return the kind of goal
     */
    public abstract String goal();

    /**
     * For whom it is.
     *
     * @return segments; everybody where there is none
     */
    public abstract List<String> segments();

    /**
     * What a unit of the goal is worth to the customer in a year.
     *
     * @return an amount; empty if nobody says, then the outcome has no value in money
     */
    public abstract Optional<Money> valuePerUnit();

    boolean isFor(Optional<String> segment) {
        return segments().isEmpty() || segment.filter(segments()::contains).isPresent();
    }

    /** Collects what an outcome is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableRoadmapOutcome.Builder {
        Builder() {}
    }
}
