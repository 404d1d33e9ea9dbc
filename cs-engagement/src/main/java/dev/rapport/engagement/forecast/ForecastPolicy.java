package dev.rapport.engagement.forecast;

import dev.rapport.engagement.forecast.Commitment.Call;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.shape.DocumentHeader;
import java.util.Map;
import org.immutables.value.Value;

/**
 * How renewals are forecast: what a person's call stands for, what holds where no risk is known, how wide the range is, and
 * how much it takes to judge. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class ForecastPolicy {

    /** A year and more is no renewal ahead. */
    private static final int LONGEST = 730;

    ForecastPolicy() {}

    /**
     * Begins a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The published default: a commitment is worth 0.90, best case 0.70, unlikely 0.25; 0.70 where no risk is known; worst
     * and best are one month in twenty either way; what was said counts for 180 days; thirty decisions make a judgement.
     *
     * @return the preset, with its sources
     */
    public static ForecastPolicy standard() {
        return builder()
                .header(DocumentHeader.of("renewal-forecast", "standard"))
                .source(
                        "Calls: EG-CSM forecast weights, renewal 90 % verbal, 70 % open, 25 % at risk (a practitioner's rule);"
                                + " verbal read as commit, open as best case, at risk as unlikely. Unknown risk: ClientSuccess's"
                                + " default of 70 %. 180 days: the first of two checkpoints, six and three months, of TrendMiner."
                                + " Thirty decisions: EG-CSM, renewals before a verdict on calibration. Worst and best at one in"
                                + " twenty, and a disagreement from 0.25 on: our own opinion, no published rule.")
                .putKept(Call.COMMIT, 0.90)
                .putKept(Call.BEST_CASE, 0.70)
                .putKept(Call.UNLIKELY, 0.25)
                .keptIfUnknown(0.70)
                .tail(0.05)
                .disagreement(0.25)
                .validDays(180)
                .leastDecisions(30)
                .build();
    }

    /**
     * What the document says about itself.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * Where the numbers come from.
     *
     * @return publications, or an opinion
     */
    public abstract String source();

    /**
     * The probability that a renewal is kept which a person's call stands for.
     *
     * @return a probability for each call
     */
    public abstract Map<Call, Double> kept();

    /**
     * The probability that a renewal is kept of which no risk is known.
     *
     * @return the probability, 0 to 1
     */
    public abstract double keptIfUnknown();

    /**
     * How often less is kept than the worst case, and more than the best.
     *
     * @return the probability, above 0 and below 0.5
     */
    public abstract double tail();

    /**
     * From which difference between a person's probability and the model's on they disagree.
     *
     * @return the difference, above 0 and at most 1
     */
    public abstract double disagreement();

    /**
     * How long what a person said counts.
     *
     * @return a number of days, at least 1
     */
    public abstract int validDays();

    /**
     * How many decisions it takes to score people and model.
     *
     * @return the number, at least 2
     */
    public abstract int leastDecisions();

    /** Checks the numbers. */
    @Value.Check
    void check() {
        if (source().isBlank()) {
            throw new IllegalArgumentException("source must not be blank.");
        }
        for (Call call : Call.values()) {
            Double kept = kept().get(call);
            if (kept == null || !(kept >= 0 && kept <= 1)) {
                throw new IllegalArgumentException(
                        "kept of " + call.word() + " (" + kept + ") must be between 0 and 1.");
            }
        }
        if (!(keptIfUnknown() >= 0 && keptIfUnknown() <= 1)) {
            throw new IllegalArgumentException("keptIfUnknown (" + keptIfUnknown() + ") must be between 0 and 1.");
        }
        if (!(tail() > 0 && tail() < 0.5)) {
            throw new IllegalArgumentException("tail (" + tail() + ") must be above 0 and below 0.5.");
        }
        if (!(disagreement() > 0 && disagreement() <= 1)) {
            throw new IllegalArgumentException("disagreement (" + disagreement() + ") must be above 0 and at most 1.");
        }
        if (validDays() < 1 || validDays() > LONGEST) {
            throw new IllegalArgumentException("validDays (" + validDays() + ") must be from 1 to " + LONGEST + ".");
        }
        if (leastDecisions() < 2) {
            throw new IllegalArgumentException("leastDecisions (" + leastDecisions() + ") must be at least 2.");
        }
    }

    double keptBy(Call call) {
        return kept().getOrDefault(call, keptIfUnknown());
    }

    /** Makes a policy. */
    public static final class Builder extends ImmutableForecastPolicy.Builder {
        Builder() {}
    }
}
