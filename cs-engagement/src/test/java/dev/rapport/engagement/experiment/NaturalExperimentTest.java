package dev.rapport.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Before and after, and roll-outs: worked examples, refusals and errors. */
class NaturalExperimentTest {

    private static final Judgement JUDGEMENT = Judgement.standard();

    private static String refusal(Effect effect) {
        assertThat(effect.verdict()).isEqualTo(Verdict.REFUSED);
        return ((Effect.Refused) effect).reason();
    }

    /** Of three treated, the changes are 3, 4 and 5; of three others 0, 1 and 2. */
    private static DifferenceInDifferences.Builder six() {
        DifferenceInDifferences.Builder study = DifferenceInDifferences.builder();
        for (int c = 0; c < 3; c++) {
            study.add("t" + c, true, false, 10 * c).add("t" + c, true, true, 10 * c + 3 + c);
            study.add("o" + c, false, false, 7 * c).add("o" + c, false, true, 7 * c + c);
        }
        return study;
    }

    @Test
    void ofSixClusters_itIsStudentsTestOfTheChanges() {
        DifferenceInDifferences study = six().build();
        Effect.Measured effect = study.effect(JUDGEMENT).orThrow();
        assertThat(study.suitingErrors()).isEqualTo(ClusterErrors.BIAS_REDUCED);
        assertThat(effect.value()).isCloseTo(3, within(1e-12));
        assertThat(effect.standardError()).isCloseTo(Math.sqrt(1.0 / 3 + 1.0 / 3), within(1e-12));
        assertThat(effect.degreesOfFreedom()).isCloseTo(4, within(1e-12));
        assertThat(effect.low()).isCloseTo(3 - 2.7764451052 * Math.sqrt(2.0 / 3), within(1e-9));
        assertThat(effect.verdict()).isEqualTo(Verdict.WORKS);
    }

    @Test
    void jackknife_leavesOutOneClusterAtATime() {
        Effect.Measured effect = six().build().effect(JUDGEMENT, ClusterErrors.JACKKNIFE).orThrow();
        // Without an end one side's mean change is half off, twice on each side: 5/6 (4 times 1/4)
        assertThat(effect.standardError()).isCloseTo(Math.sqrt(5.0 / 6), within(1e-12));
        assertThat(effect.degreesOfFreedom()).isEqualTo(5);
    }

    @Test
    void beforeAndAfter_withTooLittle_isRefused() {
        assertThat(refusal(DifferenceInDifferences.builder().build().effect(JUDGEMENT)))
                .isEqualTo("0 of at least 3 clusters with the treatment, after it began");
        assertThat(refusal(six().build().effect(JUDGEMENT.atLeast(2, 4))))
                .isEqualTo("3 of at least 4 clusters with the treatment, after it began");
        DifferenceInDifferences.Builder alike = DifferenceInDifferences.builder();
        for (int c = 0; c < 12; c++) {
            alike.add("c" + c, c < 6, false, 0.1 * c).add("c" + c, c < 6, true, 0.1 * c + 0.3);
        }
        assertThat(refusal(alike.build().effect(JUDGEMENT)))
                .isEqualTo("the outcome is alike, or changes alike, in all clusters of a side");
        assertThatThrownBy(() -> six().add("t0", true, true, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outcome (Infinity) of cluster (t0)");
        DifferenceInDifferences.Builder lopsided = six();
        for (int i = 0; i < 50; i++) {
            lopsided.add("t0", true, true, i);
        }
        assertThat(refusal(lopsided.build().effect(JUDGEMENT)))
                .isEqualTo("a few clusters outweigh the others: the 3 of one side are worth 1.1 of equal size");
    }

    @Test
    void clusteredArms_refuseAndAnswer() {
        ClusteredArms.Builder arms = ClusteredArms.builder();
        assertThat(refusal(arms.build().effect(JUDGEMENT))).isEqualTo("0 of at least 3 clusters with the treatment");
        arms.add("a", true, 3).add("b", true, 4).add("c", true, 5);
        assertThat(refusal(arms.build().effect(JUDGEMENT))).isEqualTo("0 of at least 3 clusters without the treatment");
        arms.add("d", false, 0).add("e", false, 1).add("f", false, 2);
        Effect.Measured effect = arms.build().effect(JUDGEMENT).orThrow();
        assertThat(effect.value()).isEqualTo(3);
        assertThat(effect.standardError()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(effect.method()).isEqualTo(EffectMethod.CLUSTERED_MEANS);
    }

    /**
     * Effects grow with time, cohorts begin in period 1 and 3 of 5, and nobody is left at the end: a regression with fixed
     * effects of customers and periods finds about a third of the true effect here.
     */
    private static StaggeredRollout.Builder growing(double noise) {
        Random random = new Random(11);
        StaggeredRollout.Builder rollout = StaggeredRollout.builder();
        for (int c = 0; c < 40; c++) {
            int start = c % 4 == 0 ? 9 : c % 2 == 0 ? 1 : 3;
            for (int t = 0; t < 5; t++) {
                double effect = t >= start ? 1 + t - start : 0;
                rollout.add("c" + c, t, t >= start, c + 2.0 * t + effect + noise * random.nextGaussian());
            }
        }
        return rollout;
    }

    @Test
    void rollout_findsEffectsThatGrow() {
        StaggeredRollout rollout = growing(0.1).build();
        assertThat(rollout.cohorts()).containsExactly(1, 3);
        assertThat(rollout.periods()).containsExactly(0, 1, 2, 3, 4);
        // Ten customers with 1, 2, 3, 4 and twenty with 1, 2
        assertThat(rollout.effect(JUDGEMENT).orThrow().value()).isCloseTo(2, within(0.1));
        for (int distance = 0; distance < 4; distance++) {
            Effect.Measured effect = rollout.effectAfter(distance, JUDGEMENT).orThrow();
            assertThat(effect.value()).isCloseTo(1 + distance, within(0.15));
            assertThat(effect.verdict()).isEqualTo(Verdict.WORKS);
        }
        assertThat(rollout.effectAfter(-2, JUDGEMENT).orThrow().value()).isCloseTo(0, within(0.15));
        assertThat(rollout.effectOf(3, 4, JUDGEMENT).orThrow().value()).isCloseTo(2, within(0.15));
        assertThat(refusal(rollout.effectAfter(-1, JUDGEMENT)))
                .isEqualTo("no cohort has both a period before and others who were not treated yet");
        assertThat(refusal(growing(0).build().effect(JUDGEMENT)))
                .isEqualTo("the outcome is alike, or changes alike, in all clusters of a side");
    }

    /** The cells one by one, each an average over two groups of customers in two periods. */
    @Test
    void rollout_isTheMeanOfItsCells() {
        StaggeredRollout rollout = growing(1).build();
        double sum = 0;
        for (int t = 1; t < 5; t++) {
            sum += 10 * rollout.effectOf(1, t, JUDGEMENT).orThrow().value();
        }
        for (int t = 3; t < 5; t++) {
            sum += 20 * rollout.effectOf(3, t, JUDGEMENT).orThrow().value();
        }
        assertThat(rollout.effect(JUDGEMENT).orThrow().value()).isCloseTo(sum / 80, within(1e-12));
    }

    @Test
    void rollout_ofOneCohortAndTwoPeriods_isADifferenceInDifferences() {
        Random random = new Random(2);
        StaggeredRollout.Builder rollout = StaggeredRollout.builder();
        DifferenceInDifferences.Builder study = DifferenceInDifferences.builder();
        for (int c = 0; c < 12; c++) {
            for (int t = 0; t < 2; t++) {
                double outcome = random.nextGaussian();
                rollout.add("region " + c / 2, "c" + c, t, c < 6 && t == 1, outcome);
                study.add("region " + c / 2, c < 6, t == 1, outcome);
            }
        }
        Effect.Measured one = rollout.build().effect(JUDGEMENT).orThrow();
        Effect.Measured other = study.build().effect(JUDGEMENT).orThrow();
        assertThat(one.value()).isCloseTo(other.value(), within(1e-12));
        assertThat(one.standardError()).isCloseTo(other.standardError(), within(1e-12));
        assertThat(one.degreesOfFreedom()).isCloseTo(other.degreesOfFreedom(), within(1e-9));
    }

    @Test
    void rollout_leavesOut_andRefuses_andErrs() {
        StaggeredRollout rollout = growing(1)
                .add("late", 4, false, 1)
                .add("always", 0, true, 1).add("always", 1, true, 1).add("always", 2, true, 1)
                .add("always", 3, true, 1).add("always", 4, true, 1)
                .build();
        assertThat(rollout.incomplete()).isEqualTo(1);
        assertThat(rollout.alwaysTreated()).isEqualTo(1);
        assertThat(rollout.effect(JUDGEMENT).verdict()).isEqualTo(Verdict.WORKS);
        assertThat(refusal(StaggeredRollout.builder().build().effect(JUDGEMENT))).startsWith("no cohort has both");
        assertThat(refusal(growing(1).build().effect(JUDGEMENT.atLeast(2, 11))))
                .isEqualTo("10 of at least 11 clusters in the cohort of period 1");
        assertThatThrownBy(() -> growing(1).add("c0", 0, false, 1))
                .hasMessage("customer (c0) must have one outcome in period 0.");
        assertThatThrownBy(() -> growing(1).add("x", "c0", 5, false, 1))
                .hasMessage("customer (c0) must stay in cluster (c0), was in x too.");
        assertThatThrownBy(() -> growing(1).add("c2", 5, false, 1).build())
                .hasMessageContaining("customer (c2) must stay treated from period 1 on, was not in period 5.");
        assertThatThrownBy(() -> rollout.effectOf(2, 4, JUDGEMENT)).hasMessageContaining("cohort (2) must be one of [1, 3]");
    }
}
