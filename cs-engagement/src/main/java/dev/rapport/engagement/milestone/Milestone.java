package dev.rapport.engagement.milestone;

import dev.rapport.model.internal.ValueStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One rule of a milestone policy: what it is reckoned from, when it fires, how late it may, and who is alerted. */
@Value.Immutable
@ValueStyle
public abstract class Milestone {

    Milestone() {}

    /**
     * Starts a milestone.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What the milestone is called, for good: what has fired is recorded under it.
     *
     * @return the id, unique in a policy
     */
    public abstract String id();

    /**
     * What it is reckoned from.
     *
     * @return where its anchors come from
     */
    public abstract MilestoneTrigger trigger();

    /**
     * When it fires.
     *
     * @return the steps, at least one, all different
     */
    public abstract List<Step> steps();

    /**
     * How days are counted.
     *
     * @return the timing; {@link Timing#usual()} if not said
     */
    @Value.Default
    public Timing timing() {
        return Timing.usual();
    }

    /**
     * How late it may fire. An occurrence that has not fired by then expires.
     *
     * @return a number of days, 0 to fire on its day or never
     */
    public abstract int fireLateUpToDays();

    /**
     * When an anchor that has moved counts as a new one: a step that has fired for the old day fires again only if the new
     * one lies so far from it, earlier or later. Below, the firing stands for both days.
     *
     * @return a number of days, at least 1
     */
    public abstract int reissueWhenMovedByDays();

    /**
     * Who is alerted.
     *
     * @return the owner's role, such as csm
     */
    public abstract String alerts();

    /**
     * Says whether it fires whatever the owner was told that week.
     *
     * @return true if {@link AlertLimits} do not hold for it; false if not said
     */
    @Value.Default
    public boolean urgent() {
        return false;
    }

    /**
     * Who is alerted when nobody touches it.
     *
     * @return empty if nobody is
     */
    public abstract Optional<FollowUp> whenUntouched();

    /** Says whether days are counted that are worked, so that calendars are needed. */
    @Value.Lazy
    boolean countsBusinessDays() {
        return timing().countsBusinessDays(steps());
    }

    @Value.Check
    void check() {
        if (steps().isEmpty() || new HashSet<>(steps()).size() != steps().size()) {
            throw new IllegalArgumentException(
                    "steps " + steps() + " of milestone " + id() + " must be at least one, and all different.");
        }
        if (fireLateUpToDays() < 0) {
            throw new IllegalArgumentException(
                    "fireLateUpToDays (" + fireLateUpToDays() + ") of milestone " + id() + " must not be negative.");
        }
        if (reissueWhenMovedByDays() < 1) {
            throw new IllegalArgumentException("reissueWhenMovedByDays (" + reissueWhenMovedByDays() + ") of milestone "
                    + id() + " must be at least 1.");
        }
    }

    /** Collects what a milestone is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableMilestone.Builder {
        Builder() {}
    }
}
