package dev.rapport.health.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.estimate.Answers.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Clustered estimates against vectors that are written out in full. */
class ClusteredProperties {

    private static final MinimumSample TWO = new MinimumSample(2, 2);

    @Property(tries = 300)
    void orderOfAnswers_doesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Answer> answers = Answers.random(random, 2 + random.nextInt(8), 5);
        List<Answer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, random);

        assertThat(Estimator.netScore(0.95, TWO).of(Answers.sample(shuffled)))
                .isEqualTo(Estimator.netScore(0.95, TWO).of(Answers.sample(answers)));
        assertThat(Estimator.mean(-1, 1, 0.95, TWO).of(Answers.sample(shuffled)))
                .isEqualTo(Estimator.mean(-1, 1, 0.95, TWO).of(Answers.sample(answers)));
    }

    @Property(tries = 300)
    void interval_holdsTheEstimate_andStaysWithinItsBounds(@ForAll long seed) {
        Random random = new Random(seed);
        ClusteredSample sample = Answers.sample(Answers.random(random, 2 + random.nextInt(8), 5));
        double level = 0.5 + random.nextDouble() / 2;

        for (Estimator estimator : List.of(Estimator.netScore(level, TWO), Estimator.mean(-1, 1, level, TWO))) {
            Estimate.Known known = estimator.of(sample).known().orElseThrow();
            assertThat(known.interval().contains(known.value())).isTrue();
            assertThat(known.interval().low()).isLessThan(known.interval().high());
            assertThat(known.basis().effective()).isBetween(0.0, known.basis().observations() + 1e-9);
        }
    }

    @Property(tries = 300)
    void weightedSumOfMeans_isThatOfVectors(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Answer>> periods = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        double[] weights = new double[count];
        for (int k = 0; k < count; k++) {
            periods.add(Answers.random(random, 2 + random.nextInt(5), 4));
            weights[k] = random.nextInt(7) - 3 + 0.5;
        }

        ClusterRobust robust =
                ClusterRobust.of(periods.stream().map(Answers::sample).toList(), weights);
        double[][] vectors = vectors(periods, weights);
        double[] values = periods.stream()
                .flatMap(List::stream)
                .mapToDouble(Answer::value)
                .toArray();
        double variance = 0;
        double trace = 0;
        double norm = 0;
        for (double[] a : vectors) {
            variance += product(a, values) * product(a, values);
            trace += product(a, a);
            for (double[] b : vectors) {
                norm += product(a, b) * product(a, b);
            }
        }

        assertThat(robust.variance()).isCloseTo(variance, within(1e-10 * (1 + variance)));
        assertThat(robust.degreesOfFreedom()).isCloseTo(trace * trace / norm, within(1e-9 * trace * trace / norm));
    }

    /** For each account, what turns all answers of all periods into its adjusted deviation. */
    private static double[][] vectors(List<List<Answer>> periods, double[] weights) {
        int total = periods.stream().mapToInt(List::size).sum();
        List<String> accounts = periods.stream()
                .flatMap(List::stream)
                .map(Answer::account)
                .distinct()
                .toList();
        double[][] vectors = new double[accounts.size()][total];
        for (int c = 0; c < accounts.size(); c++) {
            int offset = 0;
            for (int k = 0; k < periods.size(); k++) {
                List<Answer> period = periods.get(k);
                double n = period.size();
                String account = accounts.get(c);
                double share = period.stream()
                                .filter(answer -> answer.account().equals(account))
                                .count()
                        / n;
                for (int i = 0; i < period.size(); i++) {
                    double isOurs = period.get(i).account().equals(account) ? 1 : 0;
                    vectors[c][offset + i] = weights[k] / n * (isOurs - share) / Math.sqrt(1 - share);
                }
                offset += period.size();
            }
        }
        return vectors;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
