package dev.rapport.health.warning.change;

import dev.rapport.health.internal.SteadyMath;

/**
 * Runs of levels: the predictive of {@link Prior.NormalGamma} without a gamma function.
 *
 * <p><strong>Formula.</strong> {@code p(x) = G sqrt(k / (2 pi (k + 1))) b^a / c^(a + 1/2)} with {@code G = Gamma(a + 1/2) /
 * Gamma(a)} and {@code c = b + k (x - m)^2 / (2 (k + 1))}, which is the b of the next observation.
 *
 * <p><strong>Units.</strong> As there.
 *
 * <p><strong>Edges.</strong> Observations beyond 1e150 count as that.
 *
 * <p><strong>Algorithm.</strong> {@code G(a) = G(a + 1) a / (a + 1/2)} from {@code sqrt(w) (1 + 1/(64 w^2) - 19/(8192 w^4) +
 * 631/(524288 w^6))} with {@code w = a - 1/4}, from a = 40 on good to 1e-15; kept for the first lengths. The logarithm of c
 * is that of the next b, so that an observation costs a run one logarithm and one exponential.
 *
 * <p><strong>Reference.</strong> F. G. Tricomi, A. Erdelyi, "The asymptotic expansion of a ratio of gamma functions", Pacific
 * Journal of Mathematics 1 (1951), doi:10.2140/pjm.1951.1.133.
 */
final class LevelRuns extends Runs {

    private static final int KEPT = 80;
    private static final double MOST = 1e150;
    private static final double PER_CIRCLE = 1 / (2 * Math.PI);
    private static final double ONE = 1 / 64.0;
    private static final double TWO = 19 / 8192.0;
    private static final double THREE = 631 / 524288.0;

    private final double mean;
    private final double weight;
    private final double shape;
    private final double rate;
    private final double[] constants = new double[KEPT];

    LevelRuns(Prior.NormalGamma prior, int capacity) {
        super(capacity, true);
        this.mean = prior.mean();
        this.weight = prior.weight();
        this.shape = prior.shape();
        this.rate = prior.rate();
        double[] ratios = new double[KEPT + 2];
        ratios[KEPT] = large(shape + 0.5 * KEPT, 1);
        ratios[KEPT + 1] = large(shape + 0.5 * (KEPT + 1), 1);
        for (int n = KEPT - 1; n >= 0; n--) {
            double a = shape + 0.5 * n;
            double k = weight + n;
            ratios[n] = ratios[n + 2] * a / (a + 0.5);
            constants[n] = ratios[n] * StrictMath.sqrt(k / (k + 1) * PER_CIRCLE);
        }
    }

    /** G times the root of a number, where a is large. */
    private static double large(double a, double number) {
        double w = a - 0.25;
        double v = 1 / (w * w);
        return StrictMath.sqrt(w * number) * (1 + v * (ONE - v * (TWO - v * THREE)));
    }

    @Override
    void begin(double probability) {
        add(0, probability, mean, rate);
    }

    @Override
    double take(double value, double exposure) {
        double x = Math.max(-MOST, Math.min(MOST, value));
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            int n = length[i];
            double k = weight + n;
            double a = shape + 0.5 * n;
            double distance = x - first[i];
            double share = 1 / (k + 1);
            double known = k * share;
            double next = second[i] + 0.5 * known * (distance * distance);
            double nextLog = SteadyMath.log(next);
            double power = a * log[i] - (a + 0.5) * nextLog;
            most = power > most ? power : most;
            mass[i] *= n < KEPT ? constants[n] : large(a, known * PER_CIRCLE);
            logarithm[i] = power;
            first[i] += distance * share;
            second[i] = next;
            log[i] = nextLog;
            length[i] = n + 1;
        }
        greatest = most;
        return 0;
    }
}
