package dev.rapport.health.lifetime;

import dev.rapport.health.internal.Hypergeometric;
import dev.rapport.health.internal.Search;
import dev.rapport.model.problem.Checked;
import java.util.List;

/**
 * The Pareto/NBD model: customers buy at a rate of their own (gamma) until they leave, at any time, at a rate of their own
 * (gamma). Immutable.
 *
 * <p><b>Formula.</b> {@code L = Gamma(r+x) / Gamma(r) alpha^r beta^s [(alpha+T)^-(r+x) (beta+T)^-s + s / (r+s+x) A0]}, where A0
 * is the integral over the time of leaving, a difference of two of Gauss's functions of {@code |alpha-beta| / (max(alpha,
 * beta) + t)}.
 *
 * <p><b>Units.</b> Times in the unit of the summaries; alpha and beta are times.
 *
 * <p><b>Edge results.</b> Everything is in logarithms: hundreds of purchases stay finite. At s = 1 expectations take their
 * limit. Where nobody ever bought again the parameters are undetermined, which is said.
 *
 * <p><b>Algorithm.</b> Maximum likelihood over distinct summaries; Gauss's function by its series, in which nothing cancels.
 *
 * <p><b>References.</b> Schmittlein, Morrison and Colombo (1987), doi:10.1287/mnsc.33.1.1; Fader and Hardie, "A note on
 * deriving the Pareto/NBD model" (2005).
 */
public final class ParetoNbd implements PurchaseModel {

    private static final List<String> NAMES = List.of("r", "alpha", "s", "beta");

    private final Estimates fit;
    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;

    private ParetoNbd(Estimates fit) {
        this.fit = fit;
        this.r = fit.at(0);
        this.alpha = fit.at(1);
        this.s = fit.at(2);
        this.beta = fit.at(3);
    }

    /**
     * The model of estimates that are known, such as those of a document.
     *
     * @param estimates  r, alpha, s and beta
     * @return the model
     */
    public static ParetoNbd of(Estimates estimates) {
        return new ParetoNbd(estimates.of(NAMES));
    }

    /**
     * Fits.
     *
     * @param summaries  the customers
     * @return the model; or why there is none
     */
    public static Checked<ParetoNbd> fit(PurchaseSummaries summaries) {
        PurchaseSummaries.Distinct data = summaries.distinct();
        double scale = BetaGeometricNbd.scale(summaries);
        Search search = Search.maximise(p -> logLikelihood(data, p[0], p[1], p[2], p[3]), 1, scale, 1, scale);
        return Fits.checked(search, NAMES, ParetoNbd::new);
    }

    /**
     * A model whose parameters are known.
     *
     * @param r  the shape of the rates of buying, above 0
     * @param alpha  their scale, a time above 0
     * @param s  the shape of the rates of leaving, above 0
     * @param beta  their scale, a time above 0
     * @return the model, with a log-likelihood of NaN and errors of 0
     */
    public static ParetoNbd of(double r, double alpha, double s, double beta) {
        return new ParetoNbd(new Estimates(
                List.of(
                        new Parameter("r", r, 0),
                        new Parameter("alpha", alpha, 0),
                        new Parameter("s", s, 0),
                        new Parameter("beta", beta, 0)),
                Double.NaN));
    }

    private static double logLikelihood(
            PurchaseSummaries.Distinct data, double r, double alpha, double s, double beta) {
        double[] rising = data.risingFactorials(r);
        double constant = r * StrictMath.log(alpha) + s * StrictMath.log(beta);
        double sum = 0;
        for (int i = 0; i < data.x().length; i++) {
            double x = data.x()[i];
            double watched = data.watched()[i];
            double alive = -(r + x) * StrictMath.log(alpha + watched) - s * StrictMath.log(beta + watched);
            double gone = StrictMath.log(s / (r + s + x)) + logIntegral(r, alpha, s, beta, x, data.last()[i], watched);
            double most = Math.max(alive, gone);
            double least = Math.min(alive, gone);
            sum += data.count()[i]
                    * (rising[(int) x] + constant + most + StrictMath.log1p(StrictMath.exp(least - most)));
        }
        return sum;
    }

    /** The logarithm of A0; minus infinity if the customer was watched no longer than to the last purchase. */
    private static double logIntegral(
            double r, double alpha, double s, double beta, double x, double last, double watched) {
        double shape = r + s + x;
        double most = Math.max(alpha, beta);
        double other = alpha >= beta ? s + 1 : r + x;
        double apart = Math.abs(alpha - beta);
        double early = StrictMath.log(Hypergeometric.gauss(shape, other, shape + 1, apart / (most + last)))
                - shape * StrictMath.log(most + last);
        double late = StrictMath.log(Hypergeometric.gauss(shape, other, shape + 1, apart / (most + watched)))
                - shape * StrictMath.log(most + watched);
        return late < early ? early + StrictMath.log(-StrictMath.expm1(late - early)) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public String name() {
        return "Pareto/NBD";
    }

    @Override
    public Estimates estimates() {
        return fit;
    }

    @Override
    public double probabilityAlive(double repeats, double last, double watched) {
        double x = repeats;
        double odds = StrictMath.log(s / (r + s + x))
                + (r + x) * StrictMath.log(alpha + watched)
                + s * StrictMath.log(beta + watched)
                + logIntegral(r, alpha, s, beta, x, last, watched);
        return 1 / (1 + StrictMath.exp(odds));
    }

    @Override
    public double expectedPurchases(double time, double repeats, double last, double watched) {
        double rate = (r + repeats) * (beta + watched) / (alpha + watched);
        return probabilityAlive(repeats, last, watched) * rate * reach((beta + watched) / (beta + watched + time));
    }

    @Override
    public double expectedPurchases(double time) {
        return r * beta / alpha * reach(beta / (beta + time));
    }

    /** {@code (1 - q^(s - 1)) / (s - 1)}, which is -log q at s = 1. */
    private double reach(double q) {
        double log = StrictMath.log(q);
        double away = (s - 1) * log;
        return Math.abs(away) < 1e-300 ? -log : -StrictMath.expm1(away) / (s - 1);
    }

    /** The parameters. */
    @Override
    public String toString() {
        return "Pareto/NBD " + parameters();
    }
}
