package dev.rapport.health.validation;

import dev.rapport.health.estimate.Interval;
import dev.rapport.health.observation.Observation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.internal.ValueStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Champion and challenger on the same customers at the same dates: those of whom both said something. The intervals are of
 * paired differences, which are much narrower than what two separate intervals suggest.
 */
@Value.Immutable
@ValueStyle
public abstract class Comparison {

    Comparison() {}

    /** Who predicts better. */
    public enum Outcome {
        /** The champion, surely. */
        CHAMPION,
        /** The challenger, surely. */
        CHALLENGER,
        /** The two cannot be told apart on this data. */
        NEITHER
    }

    /**
     * Compares two candidates of one back-test.
     *
     * @param champion  what decides now
     * @param challenger  what might
     * @param policy  how figures and intervals are made
     * @return the comparison
     */
    public static Comparison of(Predictions champion, Predictions challenger, ValidationPolicy policy) {
        Map<Observation, Prediction> other = new HashMap<>();
        challenger.decided().forEach(row -> other.put(row.observation(), row));
        List<Prediction> one = new ArrayList<>();
        List<Prediction> two = new ArrayList<>();
        for (Prediction row : champion.decided()) {
            Prediction same = other.get(row.observation());
            if (same != null) {
                one.add(row);
                two.add(same);
            }
        }
        Sample first = new Sample(champion, one, policy);
        Sample second = new Sample(challenger, two, policy);
        Map<Figure, Difference> differences = new EnumMap<>(Figure.class);
        if (!one.isEmpty()) {
            Map<Figure, Double> ofChampion = first.figures(first.everybody(), false);
            Map<Figure, Double> ofChallenger = second.figures(second.everybody(), false);
            Map<Figure, Interval> intervals = new Resampling(policy, first.customers())
                    .intervals(drawn -> apart(first.figures(drawn, false), second.figures(drawn, false)));
            ofChampion.forEach((figure, value) -> {
                Double same = ofChallenger.get(figure);
                if (same != null) {
                    differences.put(figure, new Difference(value, same, Optional.ofNullable(intervals.get(figure))));
                }
            });
        }
        return new Builder()
                .champion(champion.candidate())
                .challenger(challenger.candidate())
                .rows(one.size())
                .customers(first.customers())
                .putAllDifferences(differences)
                .build();
    }

    private static Map<Figure, Double> apart(Map<Figure, Double> champion, Map<Figure, Double> challenger) {
        Map<Figure, Double> apart = new EnumMap<>(Figure.class);
        champion.forEach((figure, value) -> {
            Double same = challenger.get(figure);
            if (same != null) {
                apart.put(figure, same - value);
            }
        });
        return apart;
    }

    /**
     * What decides now.
     *
     * @return id and revision
     */
    public abstract PolicyRef champion();

    /**
     * What might.
     *
     * @return id and revision
     */
    public abstract PolicyRef challenger();

    /**
     * Customers at dates of whom both said something and the outcome is known.
     *
     * @return at least 0
     */
    public abstract int rows();

    /**
     * The customers among them.
     *
     * @return each once
     */
    public abstract int customers();

    /**
     * The figures that both have.
     *
     * @return by figure, in their order
     */
    public abstract Map<Figure, Difference> differences();

    /**
     * A figure of both.
     *
     * @param figure  which
     * @return of champion and challenger; empty if one of them does not have it
     */
    public Optional<Difference> find(Figure figure) {
        return Optional.ofNullable(differences().get(figure));
    }

    /**
     * Who predicts better by a figure.
     *
     * @param figure  the figure
     * @return the one that is surely better; neither where the interval of the difference holds 0, or there is none
     */
    public Outcome better(Figure figure) {
        Difference difference = differences().get(figure);
        if (difference == null || !difference.isSure()) {
            return Outcome.NEITHER;
        }
        boolean isHigher = difference.interval().orElseThrow().low() > 0;
        return isHigher == figure.isHigherBetter() ? Outcome.CHALLENGER : Outcome.CHAMPION;
    }

    /**
     * A figure of both in words.
     *
     * @param figure  one of {@link #differences()}
     * @return a sentence with the numbers
     */
    public String sentence(Figure figure) {
        Difference difference = differences().get(figure);
        if (difference == null) {
            return "By " + figure.words() + " they cannot be compared.";
        }
        String numbers = FloorCheck.number(difference.challenger()) + " against "
                + FloorCheck.number(difference.champion())
                + difference
                        .interval()
                        .map(ends -> ", difference " + FloorCheck.number(ends.low()) + " to "
                                + FloorCheck.number(ends.high()))
                        .orElse("");
        return switch (better(figure)) {
            case CHALLENGER ->
                challenger() + " is better than " + champion() + " by " + figure.words() + ": " + numbers + ".";
            case CHAMPION ->
                challenger() + " is worse than " + champion() + " by " + figure.words() + ": " + numbers + ".";
            case NEITHER ->
                challenger() + " and " + champion() + " cannot be told apart by " + figure.words() + ": " + numbers
                        + ".";
        };
    }

    /** Makes a comparison. */
    static final class Builder extends ImmutableComparison.Builder {
        Builder() {}
    }
}
