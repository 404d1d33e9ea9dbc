package dev.rapport.engagement.experiment;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import java.util.Optional;

/** By what an experiment is judged: a number of each customer on the day of the plan. */
public sealed interface ExperimentOutcome {

    /** Whether the customer is still one: 1 or 0. */
    record CustomersKept() implements ExperimentOutcome {}

    /** The share of the ARR at the start that the customer pays still: at most 1, and 0 of those who left. */
    record ArrKept() implements ExperimentOutcome {}

    /**
     * A number that the book knows of each customer. Of those who left it is not known, and they are left out.
     *
     * @param key  the number
     * @param before  a number from the start that explains some of it, such as itself; makes the answer surer
     * @param lowerIsBetter  whether it should fall
     */
    record Attribute(AttributeKey<Double> key, Optional<AttributeKey<Double>> before, boolean lowerIsBetter)
            implements ExperimentOutcome {

        /**
         * Checks that nothing is missing.
         *
         * @param key  the number
         * @param before  a number from the start
         * @param lowerIsBetter  whether it should fall
         */
        public Attribute {
            requireNonNull(key, "key");
            requireNonNull(before, "before");
        }
    }
}
