package dev.rapport.health.simulation;

import java.util.OptionalDouble;

/**
 * A mean under both policies.
 *
 * @param before  under the policy of now; empty over nobody
 * @param after  under the proposed one; empty over nobody
 */
public record Means(OptionalDouble before, OptionalDouble after) {

    /** Adds up both, in the order of the customers. */
    static final class Sum {
        private double before;
        private double after;
        private int count;

        void add(double one, double other) {
            before += one;
            after += other;
            count++;
        }

        Means mean() {
            return count == 0
                    ? new Means(OptionalDouble.empty(), OptionalDouble.empty())
                    : new Means(OptionalDouble.of(before / count), OptionalDouble.of(after / count));
        }
    }
}
