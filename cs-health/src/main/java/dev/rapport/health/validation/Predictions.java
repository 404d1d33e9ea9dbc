package dev.rapport.health.validation;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.observation.Fate;
import dev.rapport.health.observation.Observations;
import dev.rapport.model.decision.PolicyRef;
import java.util.List;

/** What a candidate said of customers at past dates. Immutable. */
public final class Predictions {

    private final PolicyRef candidate;
    private final Method method;
    private final boolean isProbability;
    private final Observations observations;
    private final List<Prediction> rows;

    Predictions(
            PolicyRef candidate,
            Method method,
            boolean isProbability,
            Observations observations,
            List<Prediction> rows) {
        this.candidate = requireNonNull(candidate, "candidate");
        this.method = requireNonNull(method, "method");
        this.isProbability = isProbability;
        this.observations = requireNonNull(observations, "observations");
        this.rows = List.copyOf(rows);
    }

    /** How a candidate came to what it said. */
    public enum Method {
        /** It was fixed before: rules, a scorecard, a model that was fitted elsewhere. */
        FIXED("as it stands, at each date"),
        /** At each date it was fitted again to what was over and known by then. */
        REFITTED("fitted again at each date to what was over and known by then"),
        /** Of each customer said by a model that was fitted to other customers only. */
        CROSS_VALIDATED("fitted to other customers than those it is tried on");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        /**
         * The method in words.
         *
         * @return a clause
         */
        public String words() {
            return words;
        }
    }

    /**
     * What was tried.
     *
     * @return id and revision
     */
    public PolicyRef candidate() {
        return candidate;
    }

    /**
     * How it came to what it said.
     *
     * @return the method
     */
    public Method method() {
        return method;
    }

    /**
     * Says whether risks are probabilities.
     *
     * @return false for health scores, which only rank
     */
    public boolean isProbability() {
        return isProbability;
    }

    /**
     * What it was tried on.
     *
     * @return the observations, with what was left out of them
     */
    public Observations observations() {
        return observations;
    }

    /**
     * What it said.
     *
     * @return by date, then by customer
     */
    public List<Prediction> rows() {
        return rows;
    }

    /** Those whose risk was known, and whose outcome is. */
    List<Prediction> decided() {
        return rows.stream()
                .filter(row -> row.risk().isPresent() && row.observation().fate() != Fate.CENSORED)
                .toList();
    }
}
