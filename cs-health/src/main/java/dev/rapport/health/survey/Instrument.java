package dev.rapport.health.survey;

import dev.rapport.health.estimate.Estimator;
import dev.rapport.health.estimate.MinimumSample;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.problem.Quote;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * One question that is asked again and again, the instrument of {@link
 * dev.rapport.model.customer.SurveyAnswer#INSTRUMENT}. Immutable.
 *
 * <pre>{@code
 * Instrument nps = Instrument.builder()
 *         .id("nps")
 *         .kind(SurveyKind.NPS)
 *         .scale(new Scale(0, 10))
 *         .purpose(Purpose.RELATIONAL)
 *         .answerWithinDays(14)
 *         .minimum(new MinimumSample(20, 8))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class Instrument {

    Instrument() {}

    /**
     * What identifies it.
     *
     * @return the id, as the answers name it
     */
    public abstract String id();

    /**
     * What kind of question it asks.
     *
     * @return the kind
     */
    public abstract SurveyKind kind();

    /**
     * The answers that are possible.
     *
     * @return the scale
     */
    public abstract Scale scale();

    /**
     * Which end of the scale is the good one.
     *
     * @return the orientation, higher is better unless said otherwise
     */
    @Value.Default
    public Orientation orientation() {
        return Orientation.HIGHER_IS_BETTER;
    }

    /**
     * What it is about.
     *
     * @return the purpose
     */
    public abstract Purpose purpose();

    /**
     * From which answer on an answer counts as good or bad.
     *
     * @return the thresholds; those of the kind where the scale is the usual one and nothing else was said; empty only for
     *     other kinds
     */
    @Value.Default
    public Optional<Thresholds> thresholds() {
        boolean isUsual =
                kind().usualScale().equals(Optional.of(scale())) && orientation() == Orientation.HIGHER_IS_BETTER;
        return isUsual ? kind().usualThresholds() : Optional.empty();
    }

    /**
     * What becomes of answers that were given on another scale.
     *
     * @return the normalisation; such answers do not count unless said otherwise
     */
    @Value.Default
    public Normalisation otherScales() {
        return Normalisation.NONE;
    }

    /**
     * How long a question waits for its answer. One that was not answered by then counts as not answered.
     *
     * @return the days, at least 1
     */
    public abstract int answerWithinDays();

    /**
     * How much data there must be before a number is given.
     *
     * @return the least numbers of answers and of accounts
     */
    public abstract MinimumSample minimum();

    /** Checks what fits together. */
    @Value.Check
    void check() {
        if (id().isBlank()) {
            throw new IllegalArgumentException("id must not be blank.");
        }
        if (answerWithinDays() < 1) {
            throw new IllegalArgumentException("answerWithinDays (" + answerWithinDays() + ") must be at least 1.");
        }
        if (thresholds().isEmpty()) {
            if (kind() != SurveyKind.OTHER) {
                throw new IllegalArgumentException("thresholds must be said where the scale (" + scale().words() + ", "
                        + (isHigherBetter() ? "higher" : "lower") + " is better) is not the usual one of the kind.\n"
                        + linearAdvice());
            }
            return;
        }
        Thresholds thresholds = thresholds().get();
        double good = thresholds.favourableFrom();
        double bad = thresholds.unfavourableTo();
        if (!scale().contains(good) || !scale().contains(bad)) {
            throw new IllegalArgumentException("favourableFrom (" + Quote.number(good) + ") and unfavourableTo ("
                    + Quote.number(bad) + ") must lie on the scale, " + scale().words() + ".");
        }
        if (isHigherBetter() ? good < bad : good > bad) {
            throw new IllegalArgumentException(
                    "favourableFrom (" + Quote.number(good) + ") must be nearer to the good end than unfavourableTo ("
                            + Quote.number(bad) + ").\nMaybe the orientation is the other one.");
        }
    }

    /** The usual thresholds, moved onto this scale. */
    private String linearAdvice() {
        Scale usual = kind().usualScale().orElseThrow();
        Thresholds thresholds = kind().usualThresholds().orElseThrow();
        double good = usual.place(thresholds.favourableFrom());
        double bad = usual.place(thresholds.unfavourableTo());
        return "Maybe favourableFrom " + rounded(isHigherBetter() ? good : 1 - good) + " and unfavourableTo "
                + rounded(isHigherBetter() ? bad : 1 - bad)
                + ": the usual ones moved onto this scale, which shifts what the answers count as.";
    }

    private String rounded(double place) {
        return Quote.number(Math.rint(scale().at(place) * 100) / 100);
    }

    /**
     * What a possible answer counts as.
     *
     * @param answer  an answer on the scale
     * @return the class; neutral where there are no thresholds
     */
    public AnswerClass classOf(double answer) {
        return thresholds()
                .map(thresholds -> thresholds.of(answer, orientation()))
                .orElse(AnswerClass.NEUTRAL);
    }

    /**
     * How good an answer is.
     *
     * @param answer  an answer on the scale
     * @return 0 for the worst possible to 1 for the best
     */
    public double goodness(double answer) {
        double place = scale().place(answer);
        return isHigherBetter() ? place : 1 - place;
    }

    boolean isHigherBetter() {
        return orientation() == Orientation.HIGHER_IS_BETTER;
    }

    /** An answer on this instrument's scale; empty if it lies on none, or on another one that does not count. */
    OptionalDouble onScale(double score, Optional<Scale> given) {
        if (given.isEmpty() || given.get().equals(scale())) {
            return scale().contains(score) ? OptionalDouble.of(score) : OptionalDouble.empty();
        }
        if (otherScales() == Normalisation.NONE || !given.get().contains(score)) {
            return OptionalDouble.empty();
        }
        double moved = scale().at(given.get().place(score));
        return OptionalDouble.of(
                otherScales() == Normalisation.LINEAR
                        ? moved
                        : Math.max(scale().from(), Math.min(scale().to(), Math.floor(moved + 0.5))));
    }

    /** The observation that an answer is for {@link #estimator(double)}. */
    double observation(double answer) {
        return switch (kind()) {
            case NPS ->
                switch (classOf(answer)) {
                    case FAVOURABLE -> 1;
                    case NEUTRAL -> 0;
                    case UNFAVOURABLE -> -1;
                };
            case CSAT, CES -> classOf(answer) == AnswerClass.FAVOURABLE ? 1 : 0;
            case OTHER -> answer;
        };
    }

    /** Makes the number of this kind of question. */
    Estimator estimator(double level) {
        Estimator estimator = switch (kind()) {
            case NPS -> Estimator.netScore(level, minimum());
            case CSAT, CES -> Estimator.share(level, minimum());
            case OTHER -> Estimator.mean(scale().from(), scale().to(), level, minimum());
        };
        return estimator.named("answers", "accounts");
    }

    /** Makes the mean answer. */
    Estimator meanEstimator(double level) {
        return Estimator.mean(scale().from(), scale().to(), level, minimum()).named("answers", "accounts");
    }

    /**
     * Starts an instrument.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Fills an instrument. Not for use by several threads. */
    public static final class Builder extends ImmutableInstrument.Builder {
        Builder() {}
    }
}
