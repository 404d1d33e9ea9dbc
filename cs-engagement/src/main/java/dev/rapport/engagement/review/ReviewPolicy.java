package dev.rapport.engagement.review;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Person;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.shape.DocumentHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/** Which reviews customers are to have, and who decides there. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ReviewPolicy {

    ReviewPolicy() {}

    /**
     * Starts a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Who made it, and since when it holds.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * The reviews.
     *
     * @return the rules, with different ids, at least one
     */
    public abstract List<ReviewRule> rules();

    /**
     * Whose presence makes a review one with a decision-maker.
     *
     * @return roles of people, at least one
     */
    public abstract List<String> decisionMakers();

    /**
     * How far back reviews are counted.
     *
     * @return a number of days, at least 1
     */
    public abstract int windowDays();

    /**
     * What all rules read together, without the people, who need not be fed.
     *
     * @return attributes and series
     */
    public Requirements requirements() {
        Requirements all = Requirements.none();
        for (ReviewRule rule : rules()) {
            all = all.and(rule.requirements());
        }
        return all;
    }

    /**
     * What tells more where it is fed.
     *
     * @return the people, whose roles say who decides
     */
    public static Requirements useful() {
        return Requirements.series(Person.SERIES);
    }

    @Value.Check
    void check() {
        requireNonNull(header(), "header");
        Set<String> ids = new HashSet<>();
        for (ReviewRule rule : rules()) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("rules must have different ids, was twice " + rule.id());
            }
        }
        if (rules().isEmpty() || decisionMakers().isEmpty()) {
            throw new IllegalArgumentException("rules and decisionMakers must each have at least one.");
        }
        if (windowDays() < 1) {
            throw new IllegalArgumentException("windowDays (" + windowDays() + ") must be at least 1.");
        }
    }

    /** Collects what a policy is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableReviewPolicy.Builder {
        Builder() {}
    }
}
