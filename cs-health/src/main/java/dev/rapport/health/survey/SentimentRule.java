package dev.rapport.health.survey;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the answers of an account come to one sentiment: how much each role counts, how far back answers count, and from which
 * distance between two roles on an account counts as divided.
 *
 * @param weights  the weight of each role
 * @param days  how many days an answer counts, at least 1
 * @param dividedFrom  the distance in points of 100 from which on roles disagree, above 0 and at most 100
 */
public record SentimentRule(Weights weights, int days, double dividedFrom) {

    /** The role of respondents whose role is not named or not known. */
    static final String OTHERS = "others";

    /**
     * Checks the numbers.
     *
     * @param weights  the weight of each role
     * @param days  how many days an answer counts
     * @param dividedFrom  the distance from which on roles disagree
     */
    public SentimentRule {
        requireNonNull(weights, "weights");
        if (days < 1) {
            throw new IllegalArgumentException("days (" + days + ") must be at least 1.");
        }
        if (!(dividedFrom > 0 && dividedFrom <= 100)) {
            throw new IllegalArgumentException("dividedFrom (" + dividedFrom + ") must be above 0 and at most 100.");
        }
    }

    /**
     * How much each role counts. The answers of a role count as their mean, so that many users do not outvote one sponsor.
     *
     * @param roles  the weight of each role, as answers or people name it
     * @param others  the weight of all other respondents together
     */
    public record Weights(SortedMap<String, Double> roles, double others) {

        /**
         * Copies and checks the weights.
         *
         * @param roles  the weight of each role, above 0
         * @param others  the weight of all others, at least 0
         */
        public Weights {
            roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
            roles.forEach((role, weight) -> {
                if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("weight (" + weight + ") of role (" + role
                            + ") must be above 0.\nMaybe leave the role out: it counts with the others then.");
                }
                if (!AttributeKey.isName(role) || role.equals(OTHERS)) {
                    throw new IllegalArgumentException("role (" + role
                            + ") must be lower-case words of letters and digits, joined by '-', and not " + OTHERS
                            + ".");
                }
            });
            if (!(others >= 0 && others < Double.POSITIVE_INFINITY) || (roles.isEmpty() && others == 0)) {
                throw new IllegalArgumentException(
                        "others (" + others + ") must be at least 0, and above 0 where no role has a weight.");
            }
        }

        /**
         * Weights of some roles.
         *
         * @param roles  the weight of each role
         * @param others  the weight of all others
         * @return the weights
         */
        public static Weights of(Map<String, Double> roles, double others) {
            return new Weights(new TreeMap<>(roles), others);
        }
    }
}
