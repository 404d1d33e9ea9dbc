package dev.rapport.health.lifetime;

import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.Problems;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The geometric model: every customer renews with the same probability each time. What {@link ShiftedBetaGeometric} becomes
 * where nothing shows that customers differ. Immutable.
 *
 * <p><b>Formula.</b> {@code S(t) = r^t}.
 *
 * <p><b>Units.</b> t counts periods of the contract; r is a share of customers a period.
 *
 * <p><b>Edge results.</b> The expected lifetime is {@code 1 / (1 - r)}. Nobody lost, or nobody kept, leaves no probability to
 * go by, which is said.
 *
 * <p><b>Algorithm.</b> Maximum likelihood, closed form: renewals by decisions; its standard error is {@code sqrt(r (1 - r) /
 * decisions)}.
 *
 * <p><b>References.</b> Fader and Hardie (2007), doi:10.1002/dir.20074, where it is what the shifted beta-geometric model is
 * held against.
 */
public final class GeometricLifetime implements ContractLifetime {

    private static final List<String> NAMES = List.of("retention");

    private final Estimates fit;

    private GeometricLifetime(Estimates fit) {
        this.fit = fit;
    }

    /**
     * The model of an estimate that is known, such as that of a document.
     *
     * @param estimates  retention, below 1
     * @return the model
     */
    public static GeometricLifetime of(Estimates estimates) {
        Estimates given = estimates.of(NAMES);
        if (given.at(0) >= 1) {
            throw new IllegalArgumentException("retention (" + given.at(0) + ") must be below 1.");
        }
        return new GeometricLifetime(given);
    }

    /**
     * Fits.
     *
     * @param table  one or more cohorts
     * @return the model; or why there is none
     */
    public static Checked<GeometricLifetime> fit(RetentionTable table) {
        double[][] counts = table.lostAndLeft();
        double renewals = 0;
        double losses = 0;
        for (int period = 1; period < counts[0].length; period++) {
            renewals += counts[0][period] * (period - 1) + counts[1][period] * period;
            losses += counts[0][period];
        }
        if (!(renewals > 0 && losses > 0)) {
            return Checked.invalid(Problems.of(Problem.error(
                    "parameter-undetermined",
                    Location.NONE,
                    "some customers must be lost and some kept, were " + losses + " and " + renewals + " times")));
        }
        double decisions = renewals + losses;
        double retention = renewals / decisions;
        return Checked.valid(new GeometricLifetime(new Estimates(
                List.of(new Parameter(NAMES.get(0), retention, Math.sqrt(retention * (1 - retention) / decisions))),
                renewals * StrictMath.log(retention) + losses * StrictMath.log1p(-retention))));
    }

    @Override
    public String name() {
        return "geometric";
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
        return StrictMath.pow(fit.at(0), periods);
    }

    @Override
    public double retention(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period (" + period + ") must be at least 1.");
        }
        return fit.at(0);
    }

    @Override
    public OptionalDouble expectedLifetime() {
        return OptionalDouble.of(1 / (1 - fit.at(0)));
    }

    /** The parameter. */
    @Override
    public String toString() {
        return "geometric " + parameters();
    }
}
