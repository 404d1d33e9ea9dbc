package dev.rapport.health.risk;

import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Line;
import dev.rapport.model.decision.Handling;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How rules come to a probability. */
public sealed interface RiskRules {

    private static void requireProbability(String name, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(name + " (" + probability + ") must be between 0 and 1.");
        }
    }

    private static void requireProbabilities(List<CurvePoint> probability) {
        Line.through(probability);
        for (int i = 0; i < probability.size(); i++) {
            double at = probability.get(i).at();
            if (!(at >= 0 && at <= 100)) {
                throw new IllegalArgumentException(
                        "probability[" + i + "] (at " + at + ") must lie between 0 and 100.");
            }
            requireProbability("probability[" + i + "]", probability.get(i).points());
        }
    }

    /**
     * Each rule that holds brings points; the share of the points that could be had, in per cent, becomes a probability
     * along a line. Rules that are not applicable leave the total.
     *
     * @param rules  the rules, at least one
     * @param missing  what becomes of rules whose data is missing
     * @param probability  the line from points (0 to 100) to probability (0 to 1)
     */
    record Points(List<Rule> rules, Missing missing, List<CurvePoint> probability) implements RiskRules {

        /**
         * Checks the line.
         *
         * @param rules  the rules
         * @param missing  what becomes of rules whose data is missing
         * @param probability  the line from points to probability
         */
        public Points {
            rules = List.copyOf(rules);
            probability = List.copyOf(probability);
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("rules must not be empty.");
            }
            requireProbabilities(probability);
        }
    }

    /**
     * A rule of risk.
     *
     * @param code  the name under which it is explained
     * @param points  what it brings if it holds, at least 0
     * @param when  holds while the answer is yes
     */
    record Rule(String code, double points, AttributeTest when) {

        /**
         * Checks the points.
         *
         * @param code  the name under which it is explained
         * @param points  what it brings if it holds
         * @param when  holds while the answer is yes
         */
        public Rule {
            if (!(points >= 0) || Double.isInfinite(points)) {
                throw new IllegalArgumentException("points (" + points + ") of " + code + " must be finite and >= 0.\n"
                        + "Maybe turn the condition round: points are risk.");
            }
        }
    }

    /**
     * What becomes of rules whose data is missing.
     *
     * @param handling  redistribute leaves the rule out of what could be had, neutral counts half its points, unknown
     *     makes the risk unknown
     * @param minimumCompleteness  the share of the points that must have data, 0 to 1; below, the risk is unknown
     */
    record Missing(Handling handling, double minimumCompleteness) {

        /**
         * Checks both.
         *
         * @param handling  the handling
         * @param minimumCompleteness  the share
         * @throws IllegalArgumentException for {@link Handling#WORST}, which would count a missing rule as no risk
         */
        public Missing {
            if (handling == Handling.WORST) {
                throw new IllegalArgumentException(
                        "handling (worst) counts a missing rule as 0 points, which is no risk.\n"
                                + "Maybe \"neutral\" or \"unknown\".");
            }
            if (!(minimumCompleteness >= 0 && minimumCompleteness <= 1)) {
                throw new IllegalArgumentException(
                        "minimumCompleteness (" + minimumCompleteness + ") must be between 0 and 1.");
            }
        }
    }

    /**
     * A probability along a line over the health score.
     *
     * @param probability  the line from score (0 to 100) to probability (0 to 1)
     */
    record ByScore(List<CurvePoint> probability) implements RiskRules {

        /**
         * Checks the line.
         *
         * @param probability  the line
         */
        public ByScore {
            probability = List.copyOf(probability);
            requireProbabilities(probability);
        }
    }

    /**
     * A probability for each health band.
     *
     * @param probability  the probability of each band, 0 to 1; a band that is not among them has none
     */
    record ByBand(Map<String, Double> probability) implements RiskRules {

        /**
         * Checks the probabilities.
         *
         * @param probability  the probability of each band
         */
        public ByBand {
            probability = Collections.unmodifiableSortedMap(new TreeMap<>(probability));
            if (probability.isEmpty()) {
                throw new IllegalArgumentException("probability must not be empty.");
            }
            probability.forEach((band, value) -> requireProbability("probability of " + band, value));
        }
    }
}
