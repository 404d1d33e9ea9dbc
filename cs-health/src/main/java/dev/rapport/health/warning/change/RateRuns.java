package dev.rapport.health.warning.change;

import dev.rapport.health.internal.SteadyMath;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Runs of rates: the predictive of {@link Prior.GammaPoisson} without a gamma function, as long as counts are small.
 *
 * <p><strong>Formula.</strong> {@code p(x) = (b / c)^a (a e / c) ((a + 1) e / (2 c)) ... ((a + x - 1) e / (x c))} with {@code
 * c = b + e}, which is the b of the next observation.
 *
 * <p><strong>Units.</strong> As there.
 *
 * <p><strong>Edges.</strong> Counts above 64, such as are not whole, and such as no run can explain are taken by logarithms of
 * gamma functions.
 *
 * <p><strong>Algorithm.</strong> The product, and for the power one logarithm, which is that of the next b, and one
 * exponential.
 *
 * <p><strong>Reference.</strong> As {@link Prior.GammaPoisson}.
 */
final class RateRuns extends Runs {

    private static final int SMALL = 64;
    private static final double LEAST = 1e-200;
    private static final double MOST = 1e200;
    private static final double[] LOG_FACTORIAL = new double[SMALL + 1];

    static {
        for (int i = 1; i <= SMALL; i++) {
            LOG_FACTORIAL[i] = LOG_FACTORIAL[i - 1] + StrictMath.log(i);
        }
    }

    private final double events;
    private final double exposed;
    private final double[] factor;

    RateRuns(Prior.GammaPoisson prior, int capacity) {
        super(capacity, false);
        this.events = prior.events();
        this.exposed = prior.exposure();
        this.factor = new double[capacity];
    }

    @Override
    void begin(double probability) {
        add(0, probability, events, exposed);
    }

    @Override
    void add(int runLength, double probability, double one, double other) {
        level[size] = one * (1 / other);
        super.add(runLength, probability, one, other);
    }

    @Override
    double take(double value, double exposure) {
        return isSmall(value) && findFactors((int) value, exposure)
                ? takeByPowers(value, exposure)
                : takeByGammas(value, exposure);
    }

    private static boolean isSmall(double value) {
        return value >= 0 && value <= SMALL && value == (int) value;
    }

    /** The factors but for the power and the factorial; false if they are too small or too large for that. */
    private boolean findFactors(int value, double exposure) {
        boolean isBetween = true;
        for (int i = 0; i < size; i++) {
            double share = exposure / (second[i] + exposure);
            double product = 1;
            double a = first[i];
            for (int x = 0; x < value; x++) {
                product *= (a + x) * share;
            }
            factor[i] = product;
            isBetween &= product > LEAST && product < MOST;
        }
        return isBetween;
    }

    private double takeByPowers(double value, double exposure) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double before = log[i];
            double a = first[i];
            addTo(i, value, exposure);
            double power = a * (before - log[i]);
            most = power > most ? power : most;
            mass[i] *= factor[i];
            logarithm[i] = power;
        }
        greatest = most;
        return -LOG_FACTORIAL[(int) value];
    }

    private double takeByGammas(double value, double exposure) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            logarithm[i] = predictive(i, value, exposure);
            most = Math.max(most, logarithm[i]);
            addTo(i, value, exposure);
        }
        greatest = most;
        return 0;
    }

    private double predictive(int run, double value, double exposure) {
        double total = second[run] + exposure;
        return LogGamma.value(first[run] + value)
                - LogGamma.value(first[run])
                - LogGamma.value(value + 1)
                + first[run] * StrictMath.log(second[run] / total)
                + value * StrictMath.log(exposure / total);
    }

    private void addTo(int run, double value, double exposure) {
        first[run] += value;
        second[run] += exposure;
        log[run] = SteadyMath.log(second[run]);
        level[run] = first[run] * (1 / second[run]);
        length[run]++;
    }
}
