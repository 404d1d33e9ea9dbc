package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** Work of one kind that a model plans for the customers of a segment in a year. Immutable. */
@Value.Immutable
@ValueStyle
public interface PlannedWork {

    /**
     * What it is.
     *
     * @return touchpoints, onboarding, flex or sponsors
     */
    CostKind kind();

    /**
     * Who does it.
     *
     * @return the id of a role
     */
    String role();

    /**
     * The hours of a year for all customers of the segment, without the capacity factor.
     *
     * @return the hours
     */
    BigDecimal hours();

    /**
     * The touchpoints that it is.
     *
     * @return the plan, empty for what is none
     */
    Optional<TouchpointPlan> touchpoint();

    /** Fills a work. Not for use by several threads. */
    final class Builder extends ImmutablePlannedWork.Builder {
        Builder() {}
    }
}
