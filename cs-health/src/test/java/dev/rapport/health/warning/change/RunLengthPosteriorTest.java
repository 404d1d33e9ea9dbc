package dev.rapport.health.warning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLengthPosteriorTest {

    private static final Prior LEVELS = new Prior.NormalGamma(1000, 0.01, 1, 1e4);

    /** Reference values: reference/statistics.md, "Early warning". */
    @Test
    void nile_hasTheReferenceEvidence_andChangedAfter1898() {
        RunLengthPosterior posterior = RunLengthPosterior.begin(LEVELS, 100, 200);
        Arrays.stream(Nile.flow()).forEach(posterior::observe);

        assertThat(posterior.logEvidence()).isCloseTo(-642.9266933001, offset(1e-9));
        assertThat(posterior.mostProbableRunLength()).isEqualTo(72);
        assertThat(posterior.mostProbableLevel()).isCloseTo(850, offset(5.0));
    }

    @Test
    void nile_withConstantMemory_hasAlmostTheSameEvidence() {
        RunLengthPosterior posterior = RunLengthPosterior.begin(LEVELS, 100, 20);
        Arrays.stream(Nile.flow()).forEach(posterior::observe);

        assertThat(posterior.logEvidence()).isCloseTo(-642.9266933001, offset(0.05));
        assertThat(posterior.mostProbableRunLength()).isEqualTo(72);
        assertThat(posterior.numbers()).hasSizeLessThanOrEqualTo(3 + 4 * 20);
    }

    @Property(tries = 100)
    void evidence_agreesWithTheSumOverAllPartitions(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int count) {
        Random random = new Random(seed);
        double[] levels = random.doubles(count, 900, 1100).toArray();
        double[] counts = random.ints(count, 0, 12).asDoubleStream().toArray();

        assertAgrees(LEVELS, levels, "seed " + seed);
        assertAgrees(new Prior.GammaPoisson(2, 0.5), counts, "seed " + seed);
    }

    private static void assertAgrees(Prior prior, double[] values, String seed) {
        RunLengthPosterior posterior = RunLengthPosterior.begin(prior, 5, 50);
        Arrays.stream(values).forEach(posterior::observe);

        assertThat(posterior.logEvidence()).as(seed).isCloseTo(naive(prior, values, 5), offset(1e-8));
    }

    /** Adds up the probabilities of the values under each set of change points; that of a run is a product of evidences. */
    private static double naive(Prior prior, double[] values, double every) {
        double sum = 0;
        for (int set = 0; set < 1 << (values.length - 1); set++) {
            double probability = 1;
            ExactRunLengths run = new ExactRunLengths(prior, Double.POSITIVE_INFINITY);
            for (int i = 0; i < values.length; i++) {
                boolean changes = i > 0 && (set >> (i - 1) & 1) == 1;
                probability *= i == 0 ? 1 : changes ? 1 / every : 1 - 1 / every;
                if (changes) {
                    probability *= Math.exp(run.logEvidence);
                    run = new ExactRunLengths(prior, Double.POSITIVE_INFINITY);
                }
                run.observe(values[i], 1);
            }
            sum += probability * Math.exp(run.logEvidence);
        }
        return Math.log(sum);
    }

    @Property(tries = 60)
    void allRuns_agreeWithTheExactRecursion(@ForAll long seed, @ForAll boolean rates) {
        Random random = new Random(seed);
        Prior prior = rates ? new Prior.GammaPoisson(1, 0.3) : new Prior.NormalGamma(1, 0.02, 1, 0.02);
        RunLengthPosterior posterior = RunLengthPosterior.begin(prior, 50, 300);
        ExactRunLengths exact = new ExactRunLengths(prior, 50);
        for (int t = 0; t < 250; t++) {
            double level = t / 60 % 2 == 0 ? 1 : 0.6;
            double value = rates
                    ? random.nextInt(t % 50 == 49 ? 400 : 6)
                    : level + 0.1 * random.nextGaussian() + (t % 70 == 69 ? 1e6 : 0);
            double exposure = rates ? 0.5 + random.nextDouble() : 1;
            posterior.observe(value, exposure);
            exact.observe(value, exposure);
            for (int longer : new int[] {0, 3, 20, 90}) {
                RunLengthPosterior.RunCondition condition = (length, now) -> length > longer;
                assertThat(posterior.probabilityThat(condition))
                        .isCloseTo(exact.probabilityThat(condition), offset(1e-9));
            }
            RunLengthPosterior.RunCondition low = (length, now) -> now < 0.8;
            assertThat(posterior.probabilityThat(low)).isCloseTo(exact.probabilityThat(low), offset(1e-9));
        }
        assertThat(posterior.logEvidence()).isCloseTo(exact.logEvidence, offset(1e-6));
    }

    /**
     * As change point detectors thin out: on series of every scatter, of which each falls by up to three fifths within three
     * weeks. The bounds are a little above what was measured.
     */
    @ParameterizedTest
    @CsvSource({"false, 0.0025, 0.04", "true, 0.008, 0.06"})
    void thinnedOut_tellsTheSameChanges_asTheExactRecursion(boolean rates, double meanError, double othersShare) {
        Random random = new Random(1);
        int series = 150;
        int unlike = 0;
        int falseAlarms = 0;
        int exactFalseAlarms = 0;
        double delay = 0;
        double error = 0;
        for (int i = 0; i < series; i++) {
            Thinned thinned = new Thinned(random, rates);
            error += thinned.meanError;
            unlike += Math.abs(thinned.alarm - thinned.exactAlarm) > 1 ? 1 : 0;
            delay += thinned.alarm - thinned.exactAlarm;
            falseAlarms += thinned.alarm < Thinned.CHANGE ? 1 : 0;
            exactFalseAlarms += thinned.exactAlarm < Thinned.CHANGE ? 1 : 0;
        }

        assertThat(error / series).as("mean error of the probability").isLessThan(meanError);
        assertThat((double) unlike / series)
                .as("alarms more than a period apart")
                .isLessThan(othersShare);
        assertThat(Math.abs(delay / series)).as("periods later on average").isLessThan(0.3);
        assertThat(Math.abs(falseAlarms - exactFalseAlarms)).isLessThanOrEqualTo(2);
    }

    /** One series, watched by both; an alarm is when a fall by a fifth is nine tenths probable, at the latest at the end. */
    private static final class Thinned {
        static final int CHANGE = 120;
        static final int PERIODS = 180;
        int alarm = PERIODS;
        int exactAlarm = PERIODS;
        final double meanError;

        Thinned(Random random, boolean rates) {
            double scatter = 0.02 + 0.3 * random.nextDouble();
            double rate = 0.5 + 5 * random.nextDouble();
            double depth = 0.6 * random.nextDouble();
            double ramp = 1 + random.nextInt(20);
            double variance = scatter * scatter;
            Prior prior = rates ? new Prior.GammaPoisson(1, 1 / rate) : new Prior.NormalGamma(1, variance, 1, variance);
            double usual = rates ? rate : 1;
            RunLengthPosterior posterior =
                    RunLengthPosterior.begin(prior, 100, ChangePointDetector.CAPACITY, RecentChange.NEGLIGIBLE / 100);
            ExactRunLengths exact = new ExactRunLengths(prior, 100);
            RunLengthPosterior.RunCondition fallen = (length, now) -> length >= 2 && length <= 56 && now <= 0.8 * usual;
            double sum = 0;
            for (int t = 0; t < PERIODS; t++) {
                double level = 1 - depth * Math.max(0, Math.min(1, (t - CHANGE) / ramp));
                double value = rates
                        ? poisson(rate * level, random)
                        : Math.max(0, level * (1 + scatter * random.nextGaussian()));
                posterior.observe(value, 1);
                exact.observe(value, 1);
                double probability = posterior.probabilityThat(fallen);
                double exactly = exact.probabilityThat(fallen);
                sum += Math.abs(probability - exactly);
                alarm = probability >= 0.9 ? Math.min(alarm, t) : alarm;
                exactAlarm = exactly >= 0.9 ? Math.min(exactAlarm, t) : exactAlarm;
            }
            meanError = sum / PERIODS;
        }

        private static double poisson(double mean, Random random) {
            int count = -1;
            double left = Math.exp(-mean);
            for (double product = 1; product > left; product *= random.nextDouble()) {
                count++;
            }
            return count;
        }
    }

    @Property(tries = 300)
    void oneThinning_changesNoDistributionByMoreThanTwiceItsShare(@ForAll long seed) {
        Random random = new Random(seed);
        double share = Math.pow(10, -1 - 3 * random.nextDouble());
        Thinning thinning = new Thinning(share, 1000);
        for (int round = 0; round < 5; round++) {
            Runs runs = Runs.of(LEVELS, 1000);
            int size = 2 + random.nextInt(300);
            double[] masses =
                    random.doubles(size, 0, 1).map(x -> Math.pow(x, 12)).toArray();
            double total = Arrays.stream(masses).sum();
            for (int i = 0; i < size; i++) {
                masses[i] /= total;
                runs.add(size - i, masses[i], 0, 1);
            }
            thinning.thin(runs);

            double kept = 0;
            double before = 0;
            int at = 0;
            for (int i = 0; i < size; i++) {
                before += masses[i];
                if (at < runs.size && runs.length[at] == size - i) {
                    kept += runs.mass[at++];
                }
                assertThat(Math.abs(kept - before)).as("seed " + seed).isLessThanOrEqualTo(2 * share + 1e-12);
            }
            assertThat(kept).isCloseTo(1, offset(1e-12));
            assertThat(runs.size).isLessThanOrEqualTo((int) (1 / share) + 2);
        }
    }

    @Property(tries = 50)
    void resumed_goesOnToTheLastBit(@ForAll long seed, @ForAll @IntRange(max = 60) int kept) {
        double[] values = new Random(seed).doubles(80, 0, 10).map(Math::rint).toArray();
        Prior prior = new Prior.GammaPoisson(1, 0.2);
        RunLengthPosterior straight = RunLengthPosterior.begin(prior, 30, 12);
        RunLengthPosterior resumed = RunLengthPosterior.begin(prior, 30, 12);
        for (int i = 0; i < values.length; i++) {
            resumed = i == kept ? RunLengthPosterior.begin(prior, 30, 12).resume(resumed.numbers()) : resumed;
            straight.observe(values[i], 1 + i % 3);
            resumed.observe(values[i], 1 + i % 3);
        }

        assertThat(resumed.numbers()).isEqualTo(straight.numbers());
    }

    @Test
    void probabilities_sumToOne_evenAfterAnObservationFromAnotherWorld() {
        RunLengthPosterior posterior = RunLengthPosterior.begin(LEVELS, 50, 30);
        for (double value : new double[] {1000, 1010, 990, 1e150, 1000}) {
            posterior.observe(value);
            assertThat(posterior.probabilityThat((length, level) -> true)).isCloseTo(1, offset(1e-9));
        }
        assertThat(posterior.probabilityThat((length, level) -> length == 0)).isCloseTo(0.02, offset(1e-9));
    }

    @Property(tries = 200)
    void probabilities_sumToOne_whateverTheWorldsAreThatAlternate(@ForAll long seed, @ForAll boolean rates) {
        Random random = new Random(seed);
        Prior prior = rates ? new Prior.GammaPoisson(1, 1e-3) : LEVELS;
        RunLengthPosterior posterior = RunLengthPosterior.begin(prior, 50, 12, 0.01);
        for (int i = 0; i < 60; i++) {
            double value = Math.rint(Math.pow(10, random.nextInt(rates ? 9 : 160)));
            for (int times = random.nextInt(20); times >= 0; times--) {
                posterior.observe(value, rates ? 1e-6 + random.nextInt(2) * 1e6 : 1);
                assertThat(posterior.probabilityThat((length, level) -> true))
                        .as("seed " + seed)
                        .isCloseTo(1, offset(1e-9));
            }
        }
        assertThat(posterior.logEvidence()).isFinite();
    }

    @Test
    void whatCannotBe_isRefused() {
        RunLengthPosterior posterior = RunLengthPosterior.begin(LEVELS, 50, 30);

        assertThatThrownBy(() -> posterior.observe(Double.NaN))
                .hasMessage("value (NaN) must be finite and exposure (1.0) above 0.");
        assertThatThrownBy(() -> RunLengthPosterior.begin(LEVELS, 50, 30).resume(new double[] {2, 0, 1, 1, 1, 1}))
                .hasMessage("numbers (6 of them) must be those of a posterior of at most 30 runs.");
    }
}
