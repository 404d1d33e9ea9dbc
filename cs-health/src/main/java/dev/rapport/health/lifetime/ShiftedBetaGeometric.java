package dev.rapport.health.lifetime;

import dev.rapport.health.internal.Search;
import dev.rapport.model.problem.Checked;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The shifted beta-geometric model: every customer leaves at each renewal with a probability of their own, which is spread
 * over customers after a beta distribution. Immutable.
 *
 * <p><b>Formula.</b> {@code S(t) = B(alpha, beta + t) / B(alpha, beta)}, so {@code r(t) = (beta + t - 1) / (alpha + beta + t -
 * 1)}.
 *
 * <p><b>Units.</b> t counts periods of the contract.
 *
 * <p><b>Edge results.</b> The expected lifetime {@code (alpha + beta - 1) / (alpha - 1)} exists only if alpha is above 1. Nobody
 * lost, or everybody in the first period, leaves the parameters undetermined, which is said.
 *
 * <p><b>Algorithm.</b> Maximum likelihood over the numbers lost in each period, O(periods) a step.
 *
 * <p><b>References.</b> Fader and Hardie (2007), doi:10.1002/dir.20074; (2010), doi:10.1287/mksc.1080.0482.
 */
public final class ShiftedBetaGeometric implements ContractLifetime {

    private static final List<String> NAMES = List.of("alpha", "beta");

    private final Estimates fit;

    private ShiftedBetaGeometric(Estimates fit) {
        this.fit = fit;
    }

    /**
     * The model of estimates that are known, such as those of a document.
     *
     * @param estimates  alpha and beta
     * @return the model
     */
    public static ShiftedBetaGeometric of(Estimates estimates) {
        return new ShiftedBetaGeometric(estimates.of(NAMES));
    }

    /**
     * Fits.
     *
     * @param table  one or more cohorts
     * @return the model; or why there is none
     */
    public static Checked<ShiftedBetaGeometric> fit(RetentionTable table) {
        double[][] counts = table.lostAndLeft();
        Search search = Search.maximise(
                parameters -> {
                    double alpha = parameters[0];
                    double beta = parameters[1];
                    double survival = 0;
                    double sum = 0;
                    for (int t = 1; t < counts[0].length; t++) {
                        double all = alpha + beta + t - 1;
                        sum += counts[0][t] * (survival + StrictMath.log(alpha / all));
                        survival += StrictMath.log((beta + t - 1) / all);
                        sum += counts[1][t] > 0 ? counts[1][t] * survival : 0;
                    }
                    return sum;
                },
                1,
                1);
        return Fits.checked(search, NAMES, ShiftedBetaGeometric::new);
    }

    @Override
    public String name() {
        return "sBG";
    }

    @Override
    public Estimates estimates() {
        return fit;
    }

    @Override
    public double survival(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("periods (" + periods + ") must be at least 0.");
        }
        double survival = 1;
        for (int t = 1; t <= periods; t++) {
            survival *= retention(t);
        }
        return survival;
    }

    @Override
    public double retention(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period (" + period + ") must be at least 1.");
        }
        return (fit.at(1) + period - 1) / (fit.at(0) + fit.at(1) + period - 1);
    }

    @Override
    public OptionalDouble expectedLifetime() {
        double alpha = fit.at(0);
        return alpha > 1 ? OptionalDouble.of((alpha + fit.at(1) - 1) / (alpha - 1)) : OptionalDouble.empty();
    }

    /** The parameters. */
    @Override
    public String toString() {
        return "sBG " + parameters();
    }
}
