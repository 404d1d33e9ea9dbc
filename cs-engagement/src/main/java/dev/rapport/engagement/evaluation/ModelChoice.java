package dev.rapport.engagement.evaluation;

import java.math.BigDecimal;
import java.util.List;

/** Which model each segment should get, or why there is no answer. */
public sealed interface ModelChoice {

    /**
     * The cheapest models that hold all targets within the hours that there are.
     *
     * @param options  one for each segment that has customers, those whose euro buys most first
     * @param isProven  whether nothing cheaper exists; else the search ended first
     */
    record Chosen(List<ModelOption> options, boolean isProven) implements ModelChoice {

        /**
         * Copies the list.
         *
         * @param options  one for each segment
         * @param isProven  whether nothing cheaper exists
         */
        public Chosen {
            options = List.copyOf(options);
        }

        /**
         * What they cost together.
         *
         * @return the exact sum, in major units a year
         */
        public BigDecimal cost() {
            return options.stream().map(ModelOption::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * No models hold all targets.
     *
     * @param reasons  what stands in the way: a segment that no model holds, or a role without the hours
     */
    record Infeasible(List<String> reasons) implements ModelChoice {

        /**
         * Copies the list.
         *
         * @param reasons  what stands in the way
         */
        public Infeasible {
            reasons = List.copyOf(reasons);
        }
    }
}
