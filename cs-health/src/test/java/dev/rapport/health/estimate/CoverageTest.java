package dev.rapport.health.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of 95 % hold the truth about that often; seeded, 2,000 samples each, so by chance within 0.935 to 0.965. */
class CoverageTest {

    private static final Estimator NET = Estimator.netScore(0.95, new MinimumSample(2, 2));

    private static Interval ours(ClusteredSample sample) {
        return NET.of(sample).known().orElseThrow().interval();
    }

    /** As if all answers were independent. */
    private static Interval plain(ClusteredSample sample) {
        return NetScore.adjustedWald(sample.net(), sample.notZero(), (double) sample.observations(), 0.95);
    }

    /** Cluster-robust, with Student's quantile, but without the answers that are added. */
    private static Interval linearised(ClusteredSample sample) {
        ClusterRobust robust = ClusterRobust.ofMean(sample);
        double reach = Quantiles.student(0.95, robust.degreesOfFreedom()) * Math.sqrt(robust.variance());
        return new Interval(
                100 * (robust.value() - reach),
                100 * (robust.value() + reach),
                new Confidence(0.95, IntervalMethod.CLUSTER_ROBUST_T));
    }

    private static Interval change(ClusteredSample before, ClusteredSample after) {
        return NET.change(before, after).known().orElseThrow().interval();
    }

    @ParameterizedTest
    @CsvSource({
        // accounts, most answers of one, likeness within accounts, shift
        "8, 4, 0.3, 0.3",
        "8, 20, 0.6, 0.3",
        "15, 20, 0.3, 0.3",
        "40, 20, 0.6, 0.3",
        "15, 1, 0, 1.5",
        "8, 20, 0.6, 1.5",
        "40, 4, 0.3, 1.5"
    })
    void intervals_holdTheTruth_asOftenAsTheySay(int accounts, int most, double likeness, double shift) {
        Coverage.Design design = new Coverage.Design(accounts, most, likeness);

        assertThat(Coverage.ofSamples(design, shift, CoverageTest::ours)).isBetween(0.935, 0.985);
        assertThat(Coverage.ofChanges(design, shift, CoverageTest::change)).isBetween(0.935, 0.985);
    }

    @Test
    void plainIntervals_doNot_whereAnswersOfAnAccountAreAlike() {
        Coverage.Design design = new Coverage.Design(40, 20, 0.6);

        assertThat(Coverage.ofSamples(design, 0.3, CoverageTest::plain)).isLessThan(0.65);
    }

    @Test
    void linearisedIntervals_doNot_nearTheEndOfTheScale() {
        Coverage.Design design = new Coverage.Design(8, 4, 0.3);

        assertThat(Coverage.ofSamples(design, 1.5, CoverageTest::linearised)).isLessThan(0.91);
    }
}
