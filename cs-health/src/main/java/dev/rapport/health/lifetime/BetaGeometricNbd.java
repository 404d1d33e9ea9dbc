package dev.rapport.health.lifetime;

import dev.rapport.health.internal.Hypergeometric;
import dev.rapport.health.internal.Search;
import dev.rapport.model.problem.Checked;
import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The BG/NBD model: customers buy at a rate of their own (gamma) and may leave after each purchase with a probability of
 * their own (beta). In the modified model (MBG/NBD) they may also leave right after the first. Immutable.
 *
 * <p><b>Formula.</b> {@code L = Gamma(r+x) / Gamma(r) alpha^r [B(a, b+x) / B(a, b) (alpha+T)^-(r+x) + (x > 0) B(a+1, b+x-1) /
 * B(a, b) (alpha+t.x)^-(r+x)]}; modified: {@code b+x+1} in the first and {@code b+x} in the second term, for every x.
 *
 * <p><b>Units.</b> Times in the unit of the summaries; alpha is a time.
 *
 * <p><b>Edge results.</b> Somebody who never bought again is alive with probability 1 (not so in the modified model). Where
 * nobody ever bought again the parameters are undetermined, which is said.
 *
 * <p><b>Algorithm.</b> Maximum likelihood over distinct summaries; Gauss's function by its series, in which nothing cancels.
 *
 * <p><b>References.</b> Fader, Hardie and Lee (2005), doi:10.1287/mksc.1040.0098; Batislam, Denizel and Filiztekin (2007),
 * doi:10.1016/j.ijresmar.2006.12.005.
 */
public final class BetaGeometricNbd implements PurchaseModel {

    private static final List<String> NAMES = List.of("r", "alpha", "a", "b");

    private final boolean modified;
    private final Estimates fit;
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;

    private BetaGeometricNbd(boolean modified, Estimates fit) {
        this.modified = modified;
        this.fit = fit;
        this.r = fit.at(0);
        this.alpha = fit.at(1);
        // At a = 1 two terms of the expectation grow without bound and cancel: keep away from it
        this.a = Math.abs(fit.at(2) - 1) < 1e-7 ? 1 + 1e-7 : fit.at(2);
        this.b = fit.at(3);
    }

    /**
     * The model of estimates that are known, such as those of a document.
     *
     * @param modified  whether customers may also leave right after their first purchase (MBG/NBD)
     * @param estimates  r, alpha, a and b
     * @return the model
     */
    public static BetaGeometricNbd of(boolean modified, Estimates estimates) {
        return new BetaGeometricNbd(modified, estimates.of(NAMES));
    }

    /**
     * Fits the BG/NBD model.
     *
     * @param summaries  the customers
     * @return the model; or why there is none
     */
    public static Checked<BetaGeometricNbd> fit(PurchaseSummaries summaries) {
        return fit(summaries, false);
    }

    /**
     * Fits the modified model, MBG/NBD.
     *
     * @param summaries  the customers
     * @return the model; or why there is none
     */
    public static Checked<BetaGeometricNbd> fitModified(PurchaseSummaries summaries) {
        return fit(summaries, true);
    }

    private static Checked<BetaGeometricNbd> fit(PurchaseSummaries summaries, boolean modified) {
        PurchaseSummaries.Distinct data = summaries.distinct();
        Search search =
                Search.maximise(p -> logLikelihood(data, modified, p[0], p[1], p[2], p[3]), 1, scale(summaries), 1, 1);
        return Fits.checked(search, NAMES, fit -> new BetaGeometricNbd(modified, fit));
    }

    /** Times in any unit begin alike: a fraction of the mean time watched. */
    static double scale(PurchaseSummaries summaries) {
        double sum = 0;
        for (int i = 0; i < summaries.size(); i++) {
            sum += summaries.watched(i);
        }
        return sum > 0 ? sum / summaries.size() / 8 : 1;
    }

    private static double logLikelihood(
            PurchaseSummaries.Distinct data, boolean modified, double r, double alpha, double a, double b) {
        double[] rising = data.risingFactorials(r);
        double constant = r * StrictMath.log(alpha);
        double before = Double.NaN;
        double stayed = 0;
        double left = 0;
        double sum = 0;
        for (int i = 0; i < data.x().length; i++) {
            double x = data.x()[i];
            if (x != before) {
                double none = LogBeta.value(a, b);
                double extra = modified ? 1 : 0;
                stayed = LogBeta.value(a, b + x + extra) - none;
                left = x > 0 || modified ? LogBeta.value(a + 1, b + x - 1 + extra) - none : 0;
                before = x;
            }
            double alive = stayed - (r + x) * StrictMath.log(alpha + data.watched()[i]);
            double term = alive;
            if (x > 0 || modified) {
                double gone = left - (r + x) * StrictMath.log(alpha + data.last()[i]);
                double most = Math.max(alive, gone);
                term = most + StrictMath.log1p(StrictMath.exp(Math.min(alive, gone) - most));
            }
            sum += data.count()[i] * (rising[(int) x] + constant + term);
        }
        return sum;
    }

    @Override
    public String name() {
        return modified ? "MBG/NBD" : "BG/NBD";
    }

    /**
     * Whether customers may also leave right after their first purchase.
     *
     * @return true for MBG/NBD
     */
    public boolean isModified() {
        return modified;
    }

    @Override
    public Estimates estimates() {
        return fit;
    }

    /** The odds to have left. */
    private double odds(double x, double last, double watched) {
        if (x == 0 && !modified) {
            return 0;
        }
        double share = modified ? a / (b + x) : a / (b + x - 1);
        return share * StrictMath.exp((r + x) * (StrictMath.log(alpha + watched) - StrictMath.log(alpha + last)));
    }

    @Override
    public double probabilityAlive(double repeats, double last, double watched) {
        return 1 / (1 + odds(repeats, last, watched));
    }

    @Override
    public double expectedPurchases(double time, double repeats, double last, double watched) {
        double x = repeats;
        double extra = modified ? 1 : 0;
        double whole = alpha + watched + time;
        double series = Hypergeometric.gauss(r + x, b + x + extra, a + b + x - 1 + extra, time / whole);
        double power = StrictMath.exp((r + x) * StrictMath.log((alpha + watched) / whole));
        double count = (a + b + x - 1 + extra) / (a - 1) * (1 - power * series);
        return count / (1 + odds(x, last, watched));
    }

    @Override
    public double expectedPurchases(double time) {
        double extra = modified ? 1 : 0;
        double series = Hypergeometric.gauss(r, b + extra, a + b - 1 + extra, time / (alpha + time));
        double power = StrictMath.exp(r * StrictMath.log(alpha / (alpha + time)));
        return (modified ? b / (a - 1) : (a + b - 1) / (a - 1)) * (1 - power * series);
    }

    /** The parameters. */
    @Override
    public String toString() {
        return name() + " " + parameters();
    }
}
