package dev.rapport.health.lifetime;

import dev.rapport.health.fitted.FittedModel;
import dev.rapport.health.internal.Search;
import dev.rapport.model.problem.Checked;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The gamma-gamma model: what a purchase of a customer is worth, from the mean of those seen, drawn towards that of all. It
 * takes the amount not to depend on how often a customer buys. Immutable.
 *
 * <p><b>Formula.</b> {@code L = Gamma(px+q) / (Gamma(px) Gamma(q)) v^q m^(px-1) x^(px) / (v + m x)^(px+q)}; {@code E[m] = p (v +
 * x m) / (px + q - 1)}.
 *
 * <p><b>Units.</b> m and v are money in one currency, x counts purchases.
 *
 * <p><b>Edge results.</b> Customers without purchases or with a mean of 0 or less are left out of the fit, and counted: see
 * {@link #leftOut()}. Without an observed purchase the expectation is that of all, which exists if q is above 1.
 *
 * <p><b>Algorithm.</b> Maximum likelihood, O(customers) a step.
 *
 * <p><b>References.</b> Fader and Hardie, "The Gamma-Gamma model of monetary value" (2013); Colombo and Jiang (1999).
 */
public final class GammaGamma implements FittedModel {

    private static final List<String> NAMES = List.of("p", "q", "v");

    private final Estimates fit;
    private final int leftOut;

    private GammaGamma(Estimates fit, int leftOut) {
        this.fit = fit;
        this.leftOut = leftOut;
    }

    /**
     * The model of estimates that are known, such as those of a document.
     *
     * @param estimates  p, q and v
     * @param leftOut  how many customers did not count
     * @return the model
     */
    public static GammaGamma of(Estimates estimates, int leftOut) {
        return new GammaGamma(estimates.of(NAMES), leftOut);
    }

    /**
     * Fits.
     *
     * @param purchases  x, over how many purchases each mean is taken; the repeats, as in {@link PurchaseSummaries}
     * @param mean  the mean amount of these purchases
     * @return the model; or why there is none
     */
    public static Checked<GammaGamma> fit(double[] purchases, double[] mean) {
        if (purchases.length != mean.length) {
            throw new IllegalArgumentException("mean must have one value for each of the " + purchases.length
                    + " customers, had " + mean.length + ".");
        }
        int count = 0;
        double[] x = new double[mean.length];
        double[] m = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            if (purchases[i] > 0 && mean[i] > 0 && mean[i] < Double.POSITIVE_INFINITY) {
                x[count] = purchases[i];
                m[count++] = mean[i];
            }
        }
        int used = count;
        double sum = 0;
        for (int i = 0; i < used; i++) {
            sum += m[i];
        }
        Search search = Search.maximise(
                p -> logLikelihood(x, m, used, p[0], p[1], p[2]), 2, 2, Math.max(1e-9, sum / Math.max(1, used)));
        return Fits.checked(search, NAMES, fit -> new GammaGamma(fit, mean.length - used));
    }

    private static double logLikelihood(double[] x, double[] m, int used, double p, double q, double v) {
        double sum = used * (q * StrictMath.log(v) - LogGamma.value(q));
        for (int i = 0; i < used; i++) {
            double px = p * x[i];
            sum += LogGamma.value(px + q)
                    - LogGamma.value(px)
                    + (px - 1) * StrictMath.log(m[i])
                    + px * StrictMath.log(x[i])
                    - (px + q) * StrictMath.log(v + m[i] * x[i]);
        }
        return sum;
    }

    /**
     * What was fitted.
     *
     * @return the parameters p, q and v, and the log-likelihood
     */
    public Estimates estimates() {
        return fit;
    }

    /**
     * The parameters.
     *
     * @return p, q, v
     */
    public List<Parameter> parameters() {
        return fit.parameters();
    }

    /**
     * The log-likelihood.
     *
     * @return at the estimates
     */
    public double logLikelihood() {
        return fit.logLikelihood();
    }

    /**
     * The customers that did not count.
     *
     * @return how many had no purchase or a mean of 0 or less
     */
    public int leftOut() {
        return leftOut;
    }

    /**
     * What the next purchase of a customer is expected to be worth.
     *
     * @param purchases  over how many purchases the mean was taken, at least 0
     * @param mean  their mean amount
     * @return the amount; NaN-free only if {@code p x + q} is above 1, which it is with one purchase
     */
    public double expectedAmount(double purchases, double mean) {
        double p = fit.at(0);
        double q = fit.at(1);
        double v = fit.at(2);
        double denominator = p * purchases + q - 1;
        if (!(denominator > 0)) {
            throw new IllegalArgumentException("purchases (" + purchases + ") must be at least 1: with q (" + q
                    + ") of at most 1 the mean amount of all does not exist.");
        }
        return p * (v + purchases * mean) / denominator;
    }

    /**
     * What the next purchases of customers are expected to be worth, the same to the last bit as one by one.
     *
     * @param purchases  over how many purchases each mean was taken, at least 0
     * @param means  their mean amounts, as many
     * @return one for each customer
     */
    public double[] expectedAmounts(double[] purchases, double[] means) {
        if (purchases.length != means.length) {
            throw new IllegalArgumentException(
                    "purchases (" + purchases.length + ") and means (" + means.length + ") must be as many.");
        }
        double[] amounts = new double[purchases.length];
        for (int row = 0; row < amounts.length; row++) {
            amounts[row] = expectedAmount(purchases[row], means[row]);
        }
        return amounts;
    }

    /** The parameters. */
    @Override
    public String toString() {
        return "gamma-gamma " + parameters();
    }
}
