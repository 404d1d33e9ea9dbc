package dev.rapport.health.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Clustered estimates against R's sandwich; the script is src/test/reference/clustered.R. */
class EstimatorTest {

    private static final MinimumSample LITTLE = new MinimumSample(5, 3);
    private static final Estimator NET = Estimator.netScore(0.95, LITTLE).named("answers", "accounts");
    private static final int[] HALVES = {1, 1, 2, 2, 1, 2, 1, 1, 2, 2, 2, 1, 2, 1, 1, 2, 2, 2, 1, 2};
    private static final int[] QUARTERS = {1, 2, 3, 4, 1, 3, 1, 2, 3, 4, 4, 2, 3, 1, 2, 3, 3, 4, 2, 4};

    private static ClusteredSample half(int half) {
        return Answers.reference(HALVES, half);
    }

    private static List<ClusteredSample> quarters() {
        return List.of(
                Answers.reference(QUARTERS, 1),
                Answers.reference(QUARTERS, 2),
                Answers.reference(QUARTERS, 3),
                Answers.reference(QUARTERS, 4));
    }

    private static Estimate.Known known(Estimate estimate) {
        return estimate.known().orElseThrow();
    }

    @Test
    void mean_hasTheClusterRobustVariance_andItsDegreesOfFreedom() {
        ClusterRobust robust = ClusterRobust.ofMean(Answers.reference());

        assertThat(robust.value()).isCloseTo(0.15, within(1e-14));
        assertThat(robust.variance()).isCloseTo(0.102005503955968, within(1e-14));
        assertThat(robust.degreesOfFreedom()).isCloseTo(5.50488920388479, within(1e-12));
        assertThat(Answers.reference().plainVariance()).isCloseTo(0.0382894736842105, within(1e-15));
    }

    @Test
    void difference_knowsOfAccountsInBothPeriods() {
        ClusterRobust robust = ClusterRobust.ofDifference(half(1), half(2));

        assertThat(robust.value()).isCloseTo(-0.333333333333333, within(1e-14));
        assertThat(robust.variance()).isCloseTo(0.0878398218337464, within(1e-14));
        assertThat(robust.degreesOfFreedom()).isCloseTo(5.54845182678704, within(1e-12));
        // alone: 0.117 and 0.123, which sum to more than twice the variance of the difference
        assertThat(ClusterRobust.ofMean(half(1)).variance()).isCloseTo(0.117063492063492, within(1e-14));
        assertThat(ClusterRobust.ofMean(half(2)).variance()).isCloseTo(0.123232323232323, within(1e-14));
    }

    @Test
    void trend_isTheSlopeOfTheAnswers_perPeriod() {
        Estimate.Known trend =
                known(Estimator.netScore(0.95, new MinimumSample(2, 2)).trend(quarters()));

        assertThat(trend.value()).isCloseTo(-7.89473684210526, within(1e-12));
        assertThat(trend.interval().low()).isCloseTo(-49.4736338459138, within(1e-7));
        assertThat(trend.interval().high()).isCloseTo(33.6841601617033, within(1e-7));
        assertThat(trend.excludesZero()).isFalse();
    }

    @Test
    void change_isTheDifference_withStudentsQuantile() {
        Estimate.Known change = known(NET.change(half(1), half(2)));

        assertThat(change.value()).isCloseTo(-100 / 3.0, within(1e-12));
        assertThat(change.interval().low()).isCloseTo(-107.309342891036, within(1e-7));
        assertThat(change.interval().high()).isCloseTo(40.642676224369, within(1e-7));
        assertThat(change.basis().observations()).isEqualTo(20);
    }

    @Test
    void netScore_ofAccounts_isWiderThanOfAsManyIndependentAnswers() {
        Estimate.Known clustered = known(NET.of(Answers.reference()));
        Interval plain = NetScore.adjustedWald(9, 5, 6, 0.95);

        assertThat(clustered.value()).isEqualTo(15);
        assertThat(clustered.interval().high() - clustered.interval().low())
                .isGreaterThan(1.4 * (plain.high() - plain.low()));
        assertThat(clustered.basis().effective()).isCloseTo(20 * 0.0382894736842105 / 0.102005503955968, within(1e-9));
    }

    @Test
    void oneAnswerAnAccount_givesTheTextbooksInterval_exactly() {
        Estimate.Known net = known(NET.of(Answers.independent(45, 30, 25)));
        Interval textbook = NetScore.adjustedWald(45, 30, 25, 0.95);
        assertThat(net.interval().low()).isCloseTo(textbook.low(), within(1e-9));
        assertThat(net.interval().high()).isCloseTo(textbook.high(), within(1e-9));
        assertThat(net.basis()).isEqualTo(Basis.independent(100));

        Estimate.Known share = known(Estimator.share(0.95, LITTLE).of(Answers.independent(7, 5, 0)));
        assertThat(share.interval().low())
                .isCloseTo(Proportion.wilson(7, 12, 0.95).low(), within(1e-12));

        // R: t.test(c(rep(1, 7), rep(0, 5)))$conf.int
        Estimate.Known mean = known(Estimator.mean(0, 1, 0.95, LITTLE).of(Answers.independent(7, 5, 0)));
        assertThat(mean.interval().low()).isCloseTo(0.256163278, within(1e-9));
        assertThat(mean.interval().high()).isCloseTo(0.910503389, within(1e-9));
    }

    @Test
    void allAlike_isWorthNoMoreThanTheAccounts() {
        ClusteredSample.Builder sample = ClusteredSample.builder();
        for (int i = 0; i < 40; i++) {
            sample.add("account-" + i % 4, 1);
        }

        Estimate.Known net = known(NET.of(sample.build()));
        assertThat(net.value()).isEqualTo(100);
        assertThat(net.interval().high()).isEqualTo(100);
        assertThat(net.interval().low()).isLessThan(0);
        assertThat(net.basis().effective()).isCloseTo(4, within(1e-9));
        Estimate.Known mean = known(Estimator.mean(-3, 1, 0.95, LITTLE).of(sample.build()));
        assertThat(mean.interval().low()).isBetween(-3.0, 0.0);
    }

    @Test
    void change_betweenOtherAccounts_isNewcombes() {
        ClusteredSample.Builder before = ClusteredSample.builder();
        ClusteredSample.Builder after = ClusteredSample.builder();
        for (int i = 0; i < 10; i++) {
            before.add("before-" + i, i < 3 ? 1 : 0);
            after.add("after-" + i, i < 9 ? 1 : 0);
        }

        Estimate.Known change = known(Estimator.share(0.95, LITTLE).change(before.build(), after.build()));

        Interval newcombe = Proportion.difference(9, 10, 3, 10, 0.95);
        assertThat(change.interval().low()).isCloseTo(newcombe.low(), within(1e-12));
        assertThat(change.interval().high()).isCloseTo(newcombe.high(), within(1e-12));
    }

    @Test
    void change_ofAccountsThatDidNotChange_isNotCertain() {
        ClusteredSample sample = Answers.independent(5, 3, 4);

        Estimate.Known change = known(NET.change(sample, sample));

        assertThat(change.value()).isZero();
        assertThat(change.interval().confidence().method()).isEqualTo(IntervalMethod.TWO_INTERVALS);
        assertThat(change.interval().high()).isGreaterThan(20);
    }

    @Test
    void belowTheMinimum_thereIsNoNumber() {
        Estimator strict = Estimator.netScore(0.95, new MinimumSample(20, 10)).named("answers", "accounts");

        assertThat(strict.of(Answers.independent(2, 1, 1)).whyNot()).contains("4 of at least 20 answers");
        assertThat(strict.of(Answers.reference()).whyNot()).contains("answers from 9 of at least 10 accounts");
        assertThat(strict.of(ClusteredSample.builder().build()).known()).isEmpty();
        assertThat(strict.change(Answers.independent(10, 10, 10), Answers.reference())
                        .whyNot())
                .contains("after: answers from 9 of at least 10 accounts");
        assertThat(strict.change(Answers.reference(), Answers.independent(10, 10, 10))
                        .whyNot())
                .contains("before: answers from 9 of at least 10 accounts");
        assertThat(NET.trend(List.of(half(1), half(2))).whyNot())
                .contains("2 of at least 3 periods with enough answers");
    }

    @Test
    void trend_leavesOutPeriodsWithLittle_butKeepsTime() {
        ClusteredSample none = ClusteredSample.builder().build();
        List<ClusteredSample> rising =
                List.of(Answers.independent(2, 6, 4), none, Answers.independent(4, 4, 4), Answers.independent(5, 3, 4));

        // sum(t (x)) over t = 0, 2, 3: net scores -2/12, 0, 1/12 of 12 answers each
        double centre = 5 / 3.0;
        double squares = centre * centre + (2 - centre) * (2 - centre) + (3 - centre) * (3 - centre);
        double slope = (-2.0 / 12 * (0 - centre) + 1.0 / 12 * (3 - centre)) / squares;
        assertThat(known(NET.trend(rising)).value()).isCloseTo(100 * slope, within(1e-9));
    }

    @Test
    void trend_ofPeriodsThatAreAlikeInside_isRefused() {
        ClusteredSample same = Answers.independent(9, 0, 0);

        assertThat(NET.trend(List.of(same, same, same)).whyNot()).contains("all answers of each period are alike");
    }

    @Test
    void samplesOfAnotherKind_areRefused() {
        ClusteredSample odd =
                ClusteredSample.builder().add("a", 0.5).add("b", 1).build();
        assertThatThrownBy(() -> NET.of(odd)).hasMessage("sample must have whole values from -1.0 to 1.0.");
        assertThatThrownBy(() -> Estimator.mean(0, 0.9, 0.95, LITTLE).of(odd))
                .hasMessage("sample must have values from 0.0 to 0.9.");
        assertThatThrownBy(() -> ClusteredSample.builder().add("a", Double.NaN))
                .hasMessage("value (NaN) of cluster (a) must be a finite number.");
    }
}
