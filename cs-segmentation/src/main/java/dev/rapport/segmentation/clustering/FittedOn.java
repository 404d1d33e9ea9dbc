package dev.rapport.segmentation.clustering;

import static java.util.Objects.requireNonNull;

/**
 * What a model was fitted on, and how well.
 *
 * @param method  the method, in words of its own: {@code k-means}
 * @param customers  how many customers it was fitted on
 * @param objective  what the method makes as small as it can
 */
public record FittedOn(String method, int customers, double objective) {

    /**
     * Checks the number.
     *
     * @param method  the method
     * @param customers  how many customers
     * @param objective  the objective
     * @throws IllegalArgumentException if there were no customers, or the objective is not a finite number of at least 0
     */
    public FittedOn {
        requireNonNull(method, "method");
        if (customers < 1) {
            throw new IllegalArgumentException("customers (" + customers + ") must be at least 1.");
        }
        if (!(objective >= 0) || Double.isInfinite(objective)) {
            throw new IllegalArgumentException("objective (" + objective + ") must be a finite number of at least 0.");
        }
    }
}
