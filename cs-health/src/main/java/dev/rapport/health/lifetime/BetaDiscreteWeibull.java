package dev.rapport.health.lifetime;

import dev.rapport.health.internal.Search;
import dev.rapport.model.problem.Checked;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The beta-discrete-Weibull model: as the shifted beta-geometric, but the probability of one customer to leave may rise or
 * fall with time. Immutable.
 *
 * <p><b>Formula.</b> {@code S(t) = B(a, b + t^c) / B(a, b)}; with c = 1 it is the shifted beta-geometric.
 *
 * <p><b>Units.</b> t counts periods of the contract.
 *
 * <p><b>Edge results.</b> Fewer than three periods, nobody lost, or everybody in one period leave the parameters
 * undetermined, which is said. The expected lifetime is a sum that is known to be finite only if {@code a c} is above 1.
 *
 * <p><b>Algorithm.</b> Maximum likelihood over the numbers lost in each period, O(periods) a step.
 *
 * <p><b>References.</b> Fader, Hardie, Liu, Davin and Steenburgh (2018), doi:10.1016/j.intmar.2018.01.002.
 */
public final class BetaDiscreteWeibull implements ContractLifetime {

    private static final List<String> NAMES = List.of("a", "b", "c");

    private static final int LONGEST = 100_000;

    private final Estimates fit;

    private BetaDiscreteWeibull(Estimates fit) {
        this.fit = fit;
    }

    /**
     * The model of estimates that are known, such as those of a document.
     *
     * @param estimates  a, b and c
     * @return the model
     */
    public static BetaDiscreteWeibull of(Estimates estimates) {
        return new BetaDiscreteWeibull(estimates.of(NAMES));
    }

    /**
     * Fits.
     *
     * @param table  one or more cohorts
     * @return the model; or why there is none
     */
    public static Checked<BetaDiscreteWeibull> fit(RetentionTable table) {
        double[][] counts = table.lostAndLeft();
        Search search = Search.maximise(
                parameters -> {
                    double before = 0;
                    double sum = 0;
                    for (int t = 1; t < counts[0].length; t++) {
                        double now = logSurvival(parameters[0], parameters[1], parameters[2], t);
                        if (counts[0][t] > 0) {
                            sum += counts[0][t] * (before + StrictMath.log(-StrictMath.expm1(now - before)));
                        }
                        sum += counts[1][t] > 0 ? counts[1][t] * now : 0;
                        before = now;
                    }
                    return sum;
                },
                1,
                1,
                1);
        return Fits.checked(search, NAMES, BetaDiscreteWeibull::new);
    }

    private static double logSurvival(double a, double b, double c, int t) {
        return LogBeta.value(a, b + StrictMath.pow(t, c)) - LogBeta.value(a, b);
    }

    @Override
    public String name() {
        return "BdW";
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
        return StrictMath.exp(logSurvival(fit.at(0), fit.at(1), fit.at(2), periods));
    }

    @Override
    public OptionalDouble expectedLifetime() {
        double power = fit.at(0) * fit.at(2);
        if (!(power > 1)) {
            return OptionalDouble.empty();
        }
        double sum = 1;
        int t = 1;
        double term = survival(t);
        while (t < LONGEST && term > 1e-12 * sum) {
            sum += term;
            term = survival(++t);
        }
        // The rest falls as t^-(a c): its integral from half a period before
        return OptionalDouble.of(sum + term * (t - 0.5) / (power - 1));
    }

    /** The parameters. */
    @Override
    public String toString() {
        return "BdW " + parameters();
    }
}
