package dev.rapport.health.validation;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/** What a candidate must show before it is used. Every number has its source. */
@Value.Immutable
@ValueStyle
public abstract class ValidationPolicy {

    private static final String CONVENTION =
            "mbfinotti/revops-skills (grade B: a practitioner's own convention, and says so)";

    ValidationPolicy() {}

    /**
     * Begins a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The preset for scorecards: red is lost at least three times as often as all, two thirds of the lost are below green 60
     * to 90 days ahead, at most 80 % are green. The worst and the best band are those of the scale.
     *
     * @return the preset
     */
    public static ValidationPolicy scorecards() {
        return builder()
                .header(DocumentHeader.of("scorecard-floors", "1"))
                .addFloors(
                        new Floor(Figure.RED_LIFT, new Floor.Bound(3, false), CONVENTION),
                        new Floor(Figure.WARNED, new Floor.Bound(2.0 / 3, false), CONVENTION),
                        new Floor(Figure.GREEN_SHARE, new Floor.Bound(0.8, false), CONVENTION))
                .build();
    }

    /**
     * The preset for probabilities: the discrimination is acceptable, and they are surely better than the base rate for
     * everybody.
     *
     * @return the preset
     */
    public static ValidationPolicy models() {
        return builder()
                .header(DocumentHeader.of("model-floors", "1"))
                .addFloors(
                        new Floor(
                                Figure.AUC,
                                new Floor.Bound(0.7, false),
                                "Hosmer and Lemeshow, Applied Logistic Regression, 2nd ed. (2000), section 5.2.4:"
                                        + " acceptable discrimination from 0.7 on"),
                        new Floor(
                                Figure.BRIER_SKILL,
                                new Floor.Bound(0, true),
                                "Murphy (1973), skill against the base rate: what has none is no forecast"))
                .build();
    }

    /**
     * What the policy is called, and who stands behind it.
     *
     * @return the header of the document
     */
    public abstract DocumentHeader header();

    /**
     * What the policy is called.
     *
     * @return the id of its header
     */
    public String id() {
        return header().id();
    }

    /**
     * What must be reached.
     *
     * @return the floors, at least one
     */
    public abstract List<Floor> floors();

    /**
     * How much must have happened.
     *
     * @return the minimum
     */
    @Value.Default
    public MinimumData minimum() {
        return MinimumData.egCsm();
    }

    /**
     * The share of customers that the team has time for.
     *
     * @return above 0, at most 1
     */
    @Value.Default
    public double capacity() {
        return 0.1;
    }

    /**
     * From how many days ahead a warning is asked about.
     *
     * @return the fewest days
     */
    @Value.Default
    public int warnedFromDays() {
        return 60;
    }

    /**
     * To how many days ahead a warning is asked about.
     *
     * @return the most days
     */
    @Value.Default
    public int warnedToDays() {
        return 90;
    }

    /**
     * The bands that count as worst.
     *
     * @return their codes
     */
    @Value.Default
    public Set<String> worstBands() {
        return Set.of("red");
    }

    /**
     * The bands that count as best.
     *
     * @return their codes
     */
    @Value.Default
    public Set<String> bestBands() {
        return Set.of("green");
    }

    /**
     * How surely intervals hold the true value.
     *
     * @return at least 0.5, below 1
     */
    @Value.Default
    public double confidence() {
        return 0.95;
    }

    /**
     * How often the bootstrap draws.
     *
     * @return at least 100
     */
    @Value.Default
    public int resamples() {
        return 500;
    }

    /**
     * Where the random numbers of the bootstrap begin: the same seed gives the same intervals.
     *
     * @return the seed
     */
    @Value.Default
    public long seed() {
        return 1;
    }

    /** Checks the numbers. */
    @Value.Check
    protected void check() {
        if (floors().isEmpty()) {
            throw new IllegalArgumentException("floors must not be empty.");
        }
        if (!(capacity() > 0 && capacity() <= 1)) {
            throw new IllegalArgumentException("capacity (" + capacity() + ") must be above 0 and at most 1.");
        }
        if (warnedFromDays() < 0 || warnedToDays() < warnedFromDays()) {
            throw new IllegalArgumentException("warnedFromDays (" + warnedFromDays()
                    + ") must be at least 0 and at most warnedToDays (" + warnedToDays() + ").");
        }
        if (resamples() < 100 || !(confidence() >= 0.5 && confidence() < 1)) {
            throw new IllegalArgumentException("resamples (" + resamples() + ") must be at least 100, and confidence ("
                    + confidence() + ") at least 0.5 and below 1.");
        }
    }

    /** Makes a policy. */
    public static final class Builder extends ImmutableValidationPolicy.Builder {
        Builder() {}

        /**
         * Names a policy that is made in a program.
         *
         * @param id  what it is called; its revision is 1
         * @return this builder
         */
        public Builder id(String id) {
            header(DocumentHeader.of(id, "1"));
            return this;
        }
    }
}
