package dev.rapport.health.regression;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.internal.Distributions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A coefficient of a regression: its estimate, how surely it is known, and the test against zero. Immutable.
 *
 * <p>Where a robust standard error was computed, the test uses it. {@code z = estimate / error}; {@code p} is the
 * two-sided probability of a standard normal variable beyond |z|.
 */
public final class Coefficient {

    private final String name;
    private final double estimate;
    private final double standardError;
    private final OptionalDouble robust;

    private Coefficient(String name, double estimate, double standardError, OptionalDouble robust) {
        this.name = requireNonNull(name, "name");
        this.estimate = estimate;
        this.standardError = standardError;
        this.robust = robust;
    }

    /**
     * A coefficient with the standard error of its model.
     *
     * @param name  the covariate
     * @param estimate  the estimate
     * @param standardError  the square root of the inverse information
     * @return the coefficient
     */
    public static Coefficient of(String name, double estimate, double standardError) {
        return new Coefficient(name, estimate, standardError, OptionalDouble.empty());
    }

    /**
     * The coefficients of a fit.
     *
     * @param names  the covariates, as many as estimates or more
     * @param estimates  an estimate for each
     * @param covariance  of the estimates
     * @return the coefficients in the order of the estimates
     */
    public static List<Coefficient> list(List<String> names, double[] estimates, Covariance covariance) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < estimates.length; j++) {
            coefficients.add(of(names.get(j), estimates[j], covariance.error(j)));
        }
        return coefficients;
    }

    /**
     * This coefficient with a standard error that holds where the model's variance does not.
     *
     * @param error  the robust (sandwich) standard error
     * @return the coefficient
     */
    public Coefficient robust(double error) {
        return new Coefficient(name, estimate, standardError, OptionalDouble.of(error));
    }

    /**
     * What the coefficient belongs to.
     *
     * @return the name of the covariate
     */
    public String name() {
        return name;
    }

    /**
     * The estimate.
     *
     * @return the change of the linear predictor for one unit of the covariate
     */
    public double estimate() {
        return estimate;
    }

    /**
     * The standard error under the model.
     *
     * @return the square root of the inverse information
     */
    public double standardError() {
        return standardError;
    }

    /**
     * The robust standard error.
     *
     * @return the square root of the sandwich; empty if none was asked for
     */
    public OptionalDouble robustStandardError() {
        return robust;
    }

    /**
     * The test statistic.
     *
     * @return the estimate over its standard error, the robust one where there is one
     */
    public double z() {
        return estimate / robust.orElse(standardError);
    }

    /**
     * The probability of an estimate this far from zero if the coefficient were zero.
     *
     * @return 0 to 1, two-sided
     */
    public double p() {
        return 2 * Distributions.normalUpperTail(Math.abs(z()));
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Coefficient other
                && name.equals(other.name)
                && Double.compare(estimate, other.estimate) == 0
                && Double.compare(standardError, other.standardError) == 0
                && robust.equals(other.robust);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, estimate, standardError, robust);
    }

    /** Name, estimate and standard error. */
    @Override
    public String toString() {
        return name + " " + estimate + " (" + robust.orElse(standardError) + ")";
    }
}
