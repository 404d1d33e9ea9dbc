package dev.rapport.health.validation;

import static java.util.Objects.requireNonNull;

/**
 * What a candidate must reach.
 *
 * @param figure  by which figure
 * @param bound  at least this; at most, where a lower figure is better
 * @param source  where the number comes from
 */
public record Floor(Figure figure, Bound bound, String source) {

    /**
     * Checks that a source is named.
     *
     * @param figure  by which figure
     * @param bound  what must be reached
     * @param source  where the number comes from
     */
    public Floor {
        requireNonNull(figure, "figure");
        requireNonNull(bound, "bound");
        if (requireNonNull(source, "source").isBlank()) {
            throw new IllegalArgumentException("source of the floor of " + figure.words() + " must not be blank.");
        }
    }

    /**
     * A bound.
     *
     * @param value  the number
     * @param surely  true if the end of the interval must reach it, not only the figure
     */
    public record Bound(double value, boolean surely) {

        /**
         * Checks the number.
         *
         * @param value  the number, finite
         * @param surely  whether the interval must reach it
         */
        public Bound {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value (" + value + ") must be finite.");
            }
        }
    }

    boolean isMetBy(double value) {
        return figure.isHigherBetter() ? value >= bound.value() : value <= bound.value();
    }
}
