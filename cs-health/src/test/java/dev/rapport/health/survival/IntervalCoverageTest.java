package dev.rapport.health.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.classification.LogisticModel;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariates;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The truth of simulated data lies in 93 to 97 of 100 intervals of 95 %. */
class IntervalCoverageTest {

    private static final int SIMULATIONS = 2_000;
    private static final int ROWS = 200;
    private static final double Z = 1.959963984540054;

    /** Customers of two kinds, of which one leaves twice as fast; some are still there when the watching ends. */
    private static final class World {
        final double[] time = new double[ROWS];
        final boolean[] lost = new boolean[ROWS];
        final double[] fast = new double[ROWS];
        final double[] size = new double[ROWS];

        World(int seed) {
            SplittableRandom random = new SplittableRandom(1_000_003L * seed);
            for (int row = 0; row < ROWS; row++) {
                fast[row] = row % 2;
                size[row] = random.nextDouble() * 2;
                double rate = 0.1 * Math.exp(Math.log(2) * fast[row] - 0.5 * size[row]);
                double when = -Math.log(1 - random.nextDouble()) / rate;
                double watched = 5 + random.nextDouble() * 15;
                lost[row] = when < watched;
                time[row] = Math.min(when, watched);
            }
        }

        SurvivalData data() {
            return SurvivalData.of(time, lost);
        }

        SurvivalData inPeriods() {
            double[] periods = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                // Whoever ceased to be watched within a period is known to have stayed for those before
                periods[row] = Math.max(1, lost[row] ? Math.ceil(time[row]) : Math.floor(time[row]));
            }
            return SurvivalData.of(periods, lost);
        }

        Covariates covariates() {
            return Covariates.builder(ROWS)
                    .number("fast", fast)
                    .number("size", size)
                    .build();
        }
    }

    private static void assertCovered(Predicate<World> covers) {
        int covered = 0;
        for (int seed = 0; seed < SIMULATIONS; seed++) {
            covered += covers.test(new World(seed)) ? 1 : 0;
        }
        assertThat((double) covered / SIMULATIONS).isBetween(0.93, 0.97);
    }

    private static boolean holds(Coefficient coefficient, double truth) {
        return Math.abs(coefficient.estimate() - truth) <= Z * coefficient.standardError();
    }

    @Test
    void kaplanMeier_ofOneKind() {
        double truth = Math.exp(-0.1 * 6);
        for (IntervalType type : IntervalType.values()) {
            int covered = 0;
            for (int seed = 0; seed < SIMULATIONS; seed++) {
                SplittableRandom random = new SplittableRandom(31L * seed + type.ordinal());
                double[] time = new double[ROWS];
                boolean[] lost = new boolean[ROWS];
                for (int row = 0; row < ROWS; row++) {
                    double when = -Math.log(1 - random.nextDouble()) * 10;
                    double watched = 5 + random.nextDouble() * 15;
                    lost[row] = when < watched;
                    time[row] = Math.min(when, watched);
                }
                SurvivalCurve curve = KaplanMeier.of(SurvivalData.of(time, lost), type, 0.95);
                Interval interval = curve.interval(curve.row(6)).orElseThrow();
                covered += interval.contains(truth) ? 1 : 0;
            }
            assertThat((double) covered / SIMULATIONS).as(type.name()).isBetween(0.93, 0.97);
        }
    }

    @Test
    void cox() {
        assertCovered(world -> holds(
                CoxRegression.efron()
                        .fit(world.data(), world.covariates())
                        .orThrow()
                        .coefficients()
                        .get(0),
                Math.log(2)));
    }

    @Test
    void acceleratedFailureTime_weibull() {
        assertCovered(world -> holds(
                AcceleratedFailureTime.of(AftDistribution.WEIBULL)
                        .fit(world.data(), world.covariates())
                        .orThrow()
                        .coefficients()
                        .get(2),
                0.5));
    }

    @Test
    void hazardOfPeriods_complementaryLogLog() {
        assertCovered(world -> holds(
                DiscreteHazardRegression.cloglog()
                        .spans(1, 4, 8)
                        .fit(world.inPeriods(), world.covariates())
                        .orThrow()
                        .coefficients()
                        .get(3),
                Math.log(2)));
    }

    @Test
    void logistic() {
        assertCovered(world -> {
            SplittableRandom random = new SplittableRandom(Double.doubleToLongBits(world.size[0]));
            boolean[] yes = new boolean[ROWS];
            for (int row = 0; row < ROWS; row++) {
                yes[row] = random.nextDouble() < 1 / (1 + Math.exp(1 - world.fast[row]));
            }
            LogisticModel model =
                    LogisticRegression.plain().fit(world.covariates(), yes).orThrow();
            return holds(model.coefficients().get(1), 1);
        });
    }
}
