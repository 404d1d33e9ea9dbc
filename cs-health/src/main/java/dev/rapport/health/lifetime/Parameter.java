package dev.rapport.health.lifetime;

import static java.util.Objects.requireNonNull;

/**
 * A parameter that was fitted.
 *
 * @param name  its name in the literature, such as {@code alpha}
 * @param estimate  its most likely value, above 0
 * @param standardError  its standard error
 */
public record Parameter(String name, double estimate, double standardError) {

    /**
     * Checks the estimate.
     *
     * @param name  its name in the literature
     * @param estimate  finite and above 0
     * @param standardError  its standard error
     */
    public Parameter {
        requireNonNull(name, "name");
        if (!(estimate > 0 && estimate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "estimate of " + name + " (" + estimate + ") must be finite and above 0.");
        }
    }
}
