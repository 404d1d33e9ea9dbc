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
        assertThat(posterior.numbers()).hasSizeLessThanOrEqualTo(2 + 4 * 20);
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

    /** Adds up the probabilities of the values under each set of change points. */
    private static double naive(Prior prior, double[] values, double every) {
        double sum = 0;
        for (int set = 0; set < 1 << (values.length - 1); set++) {
            double probability = 1;
            double[] run = prior.start();
            int length = 0;
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    boolean changes = (set >> (i - 1) & 1) == 1;
                    probability *= changes ? 1 / every : 1 - 1 / every;
                    if (changes) {
                        run = prior.start();
                        length = 0;
                    }
                }
                probability *= Math.exp(prior.logPredictive(length, run[0], run[1], values[i], 1));
                run = new double[] {
                    prior.nextFirst(length, run[0], values[i]), prior.nextSecond(length, run[0], run[1], values[i], 1)
                };
                length++;
            }
            sum += probability;
        }
        return Math.log(sum);
    }

    @Property(tries = 50)
    void resumed_goesOnToTheLastBit(@ForAll long seed, @ForAll @IntRange(max = 60) int kept) {
        double[] values = new Random(seed).doubles(80, 0, 10).map(Math::rint).toArray();
        Prior prior = new Prior.GammaPoisson(1, 0.2);
        RunLengthPosterior straight = RunLengthPosterior.begin(prior, 30, 12);
        RunLengthPosterior resumed = RunLengthPosterior.begin(prior, 30, 12);
        for (int i = 0; i < values.length; i++) {
            resumed = i == kept ? RunLengthPosterior.resume(prior, 30, 12, resumed.numbers()) : resumed;
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

    @Test
    void whatCannotBe_isRefused() {
        RunLengthPosterior posterior = RunLengthPosterior.begin(LEVELS, 50, 30);

        assertThatThrownBy(() -> posterior.observe(Double.NaN))
                .hasMessage("value (NaN) must be finite and exposure (1.0) above 0.");
        assertThatThrownBy(() -> RunLengthPosterior.resume(LEVELS, 50, 30, new double[] {2, 0, 1, 1, 1, 1}))
                .hasMessage("numbers (6 of them) must be those of a posterior of at most 30 runs.");
    }

    @Test
    void logGamma_isThatOfWholeAndHalfNumbers() {
        // R 4.2.2: lgamma(x)
        assertThat(LogGamma.of(1)).isCloseTo(0, offset(1e-14));
        assertThat(LogGamma.of(0.5)).isCloseTo(0.5723649429247001, offset(1e-14));
        assertThat(LogGamma.of(11)).isCloseTo(15.104412573075516, offset(1e-13));
        assertThat(LogGamma.of(200.5)).isCloseTo(860.58220350978, offset(1e-10));
    }
}
