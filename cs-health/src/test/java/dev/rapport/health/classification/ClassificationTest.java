package dev.rapport.health.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.regression.Covariates;
import dev.rapport.model.problem.Checked;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClassificationTest {

    @Property(tries = 200)
    void evaluation_agreesWithCountingEveryPairAndThreshold(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 2 + random.nextInt(40);
        double[] p = new double[size];
        boolean[] y = new boolean[size];
        double[] w = new double[size];
        for (int i = 0; i < size; i++) {
            p[i] = random.nextInt(8) / 7.0;
            y[i] = random.nextBoolean();
            w[i] = 1 + random.nextInt(3);
        }
        Evaluation evaluation = Evaluation.of(p, y, w);
        double pairs = 0;
        double right = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double weight = y[i] && !y[j] ? w[i] * w[j] : 0;
                pairs += weight;
                right += weight * (p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0);
            }
        }
        if (pairs == 0) {
            assertThat(evaluation.auc()).isEmpty();
            assertThat(evaluation.kolmogorovSmirnov()).isEmpty();
            return;
        }
        assertThat(evaluation.auc()).hasValueCloseTo(right / pairs, within(1e-12));
        double most = 0;
        for (double threshold : p) {
            most = Math.max(most, Math.abs(above(p, y, w, threshold, true) - above(p, y, w, threshold, false)));
        }
        assertThat(evaluation.kolmogorovSmirnov()).hasValueCloseTo(most, within(1e-12));
        assertThat(evaluation.atCapacity(size).recall()).hasValueCloseTo(1.0, within(1e-12));
        assertThat(evaluation.atCapacity(size).lift()).hasValueCloseTo(1.0, within(1e-12));
    }

    private static double above(double[] p, boolean[] y, double[] w, double threshold, boolean outcome) {
        double above = 0;
        double all = 0;
        for (int i = 0; i < p.length; i++) {
            all += y[i] == outcome ? w[i] : 0;
            above += y[i] == outcome && p[i] >= threshold ? w[i] : 0;
        }
        return above / all;
    }

    @Property(tries = 100)
    void evaluation_doesNotDependOnTheOrderOfRows(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 10 + random.nextInt(20);
        double[] p = new double[size];
        boolean[] y = new boolean[size];
        double[] reverse = new double[size];
        boolean[] reverseY = new boolean[size];
        for (int i = 0; i < size; i++) {
            p[i] = random.nextInt(5) / 4.0;
            y[i] = random.nextBoolean();
            reverse[size - 1 - i] = p[i];
            reverseY[size - 1 - i] = y[i];
        }
        Evaluation one = Evaluation.of(p, y);
        Evaluation other = Evaluation.of(reverse, reverseY);
        for (int capacity = 1; capacity <= size; capacity++) {
            assertThat(other.atCapacity(capacity)).isEqualTo(one.atCapacity(capacity));
        }
        assertThat(other.averagePrecision()).isEqualTo(one.averagePrecision());
    }

    @Property(tries = 100)
    void logistic_probabilitiesSumToTheEvents(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 30 + random.nextInt(400);
        double[] a = random.doubles(size).toArray();
        double[] b = random.doubles(size).map(value -> value * 1e4).toArray();
        boolean[] y = new boolean[size];
        for (int i = 0; i < size; i++) {
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-(2 * a[i] - 1)));
        }
        Covariates covariates =
                Covariates.builder(size).number("a", a).number("b", b).build();
        Checked<LogisticModel> checked = LogisticRegression.plain().fit(covariates, y);
        Assume.that(checked.isValid());
        double[] p = checked.orThrow().probabilities(covariates);
        assertThat(Arrays.stream(p).sum()).isCloseTo(checked.orThrow().fitting().events(), within(1e-8));
        for (int i = 0; i < size; i++) {
            assertThat(p[i]).isEqualTo(checked.orThrow().probability(a[i], b[i]));
        }
    }

    @Property(tries = 200)
    void isotonic_neverFalls_andNoOtherSuchCurveOfMeansIsCloser(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 1 + random.nextInt(7);
        double[] scores = new double[size];
        double[] outcomes = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            scores[i] = i;
            outcomes[i] = random.nextInt(5) / 4.0;
            weights[i] = 1 + random.nextInt(2);
        }
        IsotonicCalibration isotonic = IsotonicCalibration.fit(scores, outcomes, weights);
        double ours = 0;
        for (int i = 0; i < size; i++) {
            ours += weights[i] * Math.pow(isotonic.probability(i) - outcomes[i], 2);
            assertThat(i == 0 || isotonic.probability(i) >= isotonic.probability(i - 1))
                    .isTrue();
        }
        assertThat(ours).isCloseTo(best(outcomes, weights), within(1e-12));
    }

    /** The best of all ways to cut the row into blocks of one mean each that do not fall. */
    private static double best(double[] outcomes, double[] weights) {
        double best = Double.POSITIVE_INFINITY;
        int size = outcomes.length;
        for (int cuts = 0; cuts < 1 << (size - 1); cuts++) {
            double loss = 0;
            double before = -1;
            boolean rising = true;
            int from = 0;
            for (int to = 1; to <= size; to++) {
                if (to == size || (cuts >> (to - 1) & 1) == 1) {
                    double sum = 0;
                    double weight = 0;
                    for (int i = from; i < to; i++) {
                        sum += weights[i] * outcomes[i];
                        weight += weights[i];
                    }
                    double mean = sum / weight;
                    for (int i = from; i < to; i++) {
                        loss += weights[i] * Math.pow(outcomes[i] - mean, 2);
                    }
                    rising &= mean >= before;
                    before = mean;
                    from = to;
                }
            }
            best = rising ? Math.min(best, loss) : best;
        }
        return best;
    }

    @Test
    void aColumnThatSeparates_isNamed() {
        double[] x = {1, 2, 3, 4, 5, 6};
        boolean[] y = {false, false, false, true, true, true};
        assertThat(LogisticRegression.plain()
                        .fit(Covariates.builder(6).number("usage", x).build(), y)
                        .problems()
                        .render())
                .contains("covariate \"usage\" must not tell apart");
        assertThat(LogisticRegression.plain()
                        .ridge(1)
                        .fit(Covariates.builder(6).number("usage", x).build(), y)
                        .isValid())
                .isTrue();
    }

    @Test
    void oneOutcomeOnly_isSaid() {
        assertThat(LogisticRegression.plain()
                        .fit(Covariates.builder(3).number("x", 1, 2, 3).build(), true, true, true)
                        .problems()
                        .render())
                .contains("was yes for all 3");
    }

    @Test
    void probabilities_outsideOfTheirRange_areRefused() {
        assertThatThrownBy(() -> Evaluation.of(new double[] {0.5, 1.2}, new boolean[2]))
                .hasMessageContaining("probability[1] (1.2)");
    }

    @Test
    void bootstrap_isTheSameForTheSameSeed_andCoversTheEstimate() {
        SplittableRandom random = new SplittableRandom(1);
        double[] p = random.doubles(300).toArray();
        boolean[] y = new boolean[300];
        for (int i = 0; i < 300; i++) {
            y[i] = random.nextDouble() < p[i];
        }
        Evaluation evaluation = Evaluation.of(p, y);
        var one = evaluation.bootstrap(e -> e.auc().orElseThrow(), 200, 0.95, 7);
        assertThat(one).isEqualTo(evaluation.bootstrap(e -> e.auc().orElseThrow(), 200, 0.95, 7));
        assertThat(evaluation.auc().orElseThrow())
                .isBetween(one.orElseThrow().low(), one.orElseThrow().high());
    }

    @Test
    void manyRows_whichAreBegunWithAShareOfThem_giveWhatHeavierRowsGive() {
        SplittableRandom random = new SplittableRandom(3);
        int half = 25_000;
        double[] x = new double[2 * half];
        boolean[] yes = new boolean[2 * half];
        double[] twice = new double[half];
        for (int row = 0; row < half; row++) {
            x[row] = random.nextDouble() * 10;
            yes[row] = random.nextDouble() < 1 / (1 + Math.exp(3 - x[row] / 2));
            x[half + row] = x[row];
            yes[half + row] = yes[row];
            twice[row] = 2;
        }

        LogisticModel all = LogisticRegression.plain()
                .fit(Covariates.builder(2 * half).number("x", x).build(), yes)
                .orThrow();
        LogisticModel heavy = LogisticRegression.plain()
                .weights(twice)
                .fit(
                        Covariates.builder(half)
                                .number("x", Arrays.copyOf(x, half))
                                .build(),
                        Arrays.copyOf(yes, half))
                .orThrow();

        for (int j = 0; j < 2; j++) {
            assertThat(all.coefficients().get(j).estimate())
                    .isCloseTo(heavy.coefficients().get(j).estimate(), within(1e-10));
            assertThat(all.coefficients().get(j).standardError())
                    .isCloseTo(heavy.coefficients().get(j).standardError(), within(1e-10));
        }
        assertThat(all.logLikelihood().fitted()).isCloseTo(heavy.logLikelihood().fitted(), within(1e-7));
        assertThat(all.logLikelihood().none()).isCloseTo(heavy.logLikelihood().none(), within(1e-7));
    }
}
