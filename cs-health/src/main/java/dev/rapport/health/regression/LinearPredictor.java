package dev.rapport.health.regression;

import java.util.List;

/**
 * The sum of covariates times their coefficients: what every regression predicts with. Immutable.
 *
 * <p>Rows are summed in the order of the coefficients, so that one row and a column of rows give the same bits.
 */
public final class LinearPredictor {

    private final List<String> names;
    private final double intercept;
    private final double[] estimates;

    private LinearPredictor(List<String> names, double intercept, double[] estimates) {
        this.names = names;
        this.intercept = intercept;
        this.estimates = estimates;
    }

    /**
     * The predictor of some coefficients.
     *
     * @param coefficients  one for each covariate
     * @param intercept  what the sum begins with
     * @return the predictor
     */
    public static LinearPredictor of(List<Coefficient> coefficients, double intercept) {
        return new LinearPredictor(
                coefficients.stream().map(Coefficient::name).toList(),
                intercept,
                coefficients.stream().mapToDouble(Coefficient::estimate).toArray());
    }

    /**
     * The predictor of coefficients of which the first is the intercept.
     *
     * @param coefficients  the intercept, then one for each covariate
     * @return the predictor
     */
    public static LinearPredictor withIntercept(List<Coefficient> coefficients) {
        return of(
                coefficients.subList(1, coefficients.size()),
                coefficients.get(0).estimate());
    }

    /**
     * The sum of one row.
     *
     * @param values  the covariates in the order of the coefficients, without an intercept
     * @return the sum
     */
    public double of(double... values) {
        if (values.length != estimates.length) {
            throw new IllegalArgumentException("values must be one for each of the " + estimates.length
                    + " covariates, were " + values.length + ".");
        }
        double sum = intercept;
        for (int j = 0; j < values.length; j++) {
            sum += estimates[j] * values[j];
        }
        return sum;
    }

    /**
     * The sums of many rows.
     *
     * @param covariates  columns of the same names in the same order
     * @return a sum for each row
     */
    public double[] of(Covariates covariates) {
        if (!covariates.names().equals(names)) {
            throw new IllegalArgumentException("covariates must be " + names + ", were " + covariates.names() + ".");
        }
        double[] sums = new double[covariates.rows()];
        for (int row = 0; row < sums.length; row++) {
            double sum = intercept;
            for (int j = 0; j < estimates.length; j++) {
                sum += estimates[j] * covariates.value(row, j);
            }
            sums[row] = sum;
        }
        return sums;
    }
}
