package dev.rapport.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Customers who were split in two. */
class TwoArmsTest {

    private static final Judgement JUDGEMENT = Judgement.standard();

    private static Sample around(double mean, int count) {
        Random random = new Random(3);
        return Sample.of(
                DoubleStream.generate(random::nextGaussian).limit(count).map(x -> mean + x).toArray());
    }

    private static Sample repeated(double value, int count) {
        return Sample.of(Collections.nCopies(count, value).stream()
                .mapToDouble(x -> x)
                .toArray());
    }

    private static String refusal(Effect effect) {
        assertThat(effect.verdict()).isEqualTo(Verdict.REFUSED);
        return ((Effect.Refused) effect).reason();
    }

    @Test
    void verdict_followsTheInterval_andWhatMatters() {
        assertThat(JUDGEMENT.of(1, 2)).isEqualTo(Verdict.WORKS);
        assertThat(JUDGEMENT.of(-1, 2)).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(JUDGEMENT.of(0, 2)).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(JUDGEMENT.of(-2, -1)).isEqualTo(Verdict.MAKES_IT_WORSE);
        assertThat(JUDGEMENT.lowerIsBetter().of(-2, -1)).isEqualTo(Verdict.WORKS);
        assertThat(JUDGEMENT.lowerIsBetter().of(1, 2)).isEqualTo(Verdict.MAKES_IT_WORSE);
        assertThat(JUDGEMENT.mattersFrom(3).of(-1, 2)).isEqualTo(Verdict.DOES_NOT_WORK);
        assertThat(JUDGEMENT.mattersFrom(3).of(1, 2)).isEqualTo(Verdict.DOES_NOT_WORK);
        assertThat(JUDGEMENT.mattersFrom(3).of(-1, 3)).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(JUDGEMENT.mattersFrom(3).of(1, 4)).isEqualTo(Verdict.WORKS);
        assertThat(JUDGEMENT.lowerIsBetter().mattersFrom(3).of(-2, 1)).isEqualTo(Verdict.DOES_NOT_WORK);
    }

    @Test
    void method_isNewcombe_whereEveryOutcomeIsZeroOrOne() {
        assertThat(TwoArms.of(repeated(1, 20), repeated(0, 20)).effect(JUDGEMENT).method())
                .isEqualTo(EffectMethod.NEWCOMBE);
        assertThat(TwoArms.of(around(1, 20), repeated(0, 20)).effect(JUDGEMENT).method())
                .isEqualTo(EffectMethod.WELCH);
        assertThat(TwoArms.of(repeated(1, 20), repeated(0, 20)).effect(JUDGEMENT).verdict())
                .isEqualTo(Verdict.WORKS);
    }

    @Test
    void sums_areAsGoodAsTheOutcomes() {
        double[] outcomes = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
        Effect plain = TwoArms.of(Sample.of(outcomes), around(0, 30)).difference(JUDGEMENT);
        Effect sums = TwoArms.of(Sample.ofSums(10, 1023, 349_525), around(0, 30)).difference(JUDGEMENT);
        assertThat(sums.orThrow().low()).isCloseTo(plain.orThrow().low(), within(1e-9));
        assertThat(sums.orThrow().high()).isCloseTo(plain.orThrow().high(), within(1e-9));
    }

    @Test
    void dataThatCannotBearAnAnswer_isRefused() {
        assertThat(refusal(TwoArms.of(around(0, 9), around(0, 30)).effect(JUDGEMENT)))
                .isEqualTo("9 of at least 10 customers with the treatment");
        assertThat(refusal(TwoArms.of(around(0, 30), Sample.of()).effect(JUDGEMENT)))
                .isEqualTo("0 of at least 10 customers without the treatment");
        // 0 and 1 only, of nobody: a share
        assertThat(refusal(TwoArms.of(Sample.of(), Sample.of()).effect(JUDGEMENT)))
                .isEqualTo("0 of at least 10 customers with the treatment");
        assertThat(refusal(TwoArms.of(repeated(0.1, 30), repeated(0.1, 40)).effect(JUDGEMENT)))
                .isEqualTo("the outcome never varies within an arm");
        assertThat(refusal(TwoArms.of(repeated(1, 30), repeated(1, 40)).effect(JUDGEMENT)))
                .isEqualTo("the outcome never varies within an arm");
        assertThat(refusal(TwoArms.of(around(5, 30), around(-5, 30)).relative(JUDGEMENT)))
                .isEqualTo("the mean without the treatment is not above 0, and nothing is a share of it");
        Sample huge = Sample.of(DoubleStream.iterate(-1.7e308, x -> -x).limit(30).toArray());
        assertThat(refusal(TwoArms.of(huge, around(0, 30)).effect(JUDGEMENT)))
                .isEqualTo("the numbers are too large or too small to be reckoned with");
        assertThatThrownBy(() -> TwoArms.of(Sample.of(), Sample.of()).effect(JUDGEMENT).orThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no effect: 0 of at least 10 customers with the treatment.");
    }

    @Test
    void whatIsNotANumber_isAnError() {
        assertThatThrownBy(() -> Sample.of(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outcomes[1] (NaN) must be a finite number.\nMaybe leave the customer out, and say so.");
        assertThatThrownBy(() -> Sample.of(Double.NEGATIVE_INFINITY)).hasMessageContaining("(-Infinity)");
        assertThatThrownBy(() -> Sample.ofSums(2, 10, 1)).hasMessageContaining("sumOfSquares (1.0)");
        assertThatThrownBy(() -> Sample.ofShare(3, 2)).hasMessageContaining("having (3)");
        assertThatThrownBy(() -> JUDGEMENT.atLevel(95)).hasMessageContaining("Maybe 0.95");
        assertThatThrownBy(() -> JUDGEMENT.mattersFrom(Double.NaN)).hasMessageContaining("(NaN)");
        assertThatThrownBy(() -> JUDGEMENT.atLeast(1, 3)).hasMessageContaining("perArm (1)");
        assertThatThrownBy(() -> TwoArms.of(around(0, 20), around(0, 20)).alwaysValid(JUDGEMENT, 0))
                .hasMessageContaining("expected (0)");
        assertThatThrownBy(() -> TwoArms.of(around(0, 20), around(0, 20)).differenceOfShares(JUDGEMENT))
                .hasMessageContaining("Maybe difference()");
    }

    @Test
    void alwaysValid_isWiderThanWelch_everywhere() {
        for (int n = 10; n < 5000; n = n * 3 / 2) {
            TwoArms arms = TwoArms.of(around(1, n), around(0, n));
            assertThat(arms.alwaysValid(JUDGEMENT, 1000).orThrow().low())
                    .isLessThan(arms.difference(JUDGEMENT).orThrow().low());
        }
    }

    @Test
    void sampleRatio_findsLostCustomers() {
        assertThat(SampleRatio.of(List.of(5000L, 4600L), List.of(1.0, 1.0)).isMismatch()).isTrue();
        assertThat(SampleRatio.of(List.of(5000L, 4900L), List.of(1.0, 1.0)).isMismatch()).isFalse();
        assertThat(SampleRatio.of(List.of(9000L, 1000L), List.of(0.9, 0.1)).p()).isEqualTo(1);
        assertThat(SampleRatio.of(List.of(0L, 0L), List.of(1.0, 1.0)).isMismatch()).isFalse();
        assertThatThrownBy(() -> SampleRatio.of(List.of(1L, 2L), List.of(1.0, 0.0)))
                .hasMessage("arm 1 must have at least 0 customers and a weight above 0, had 2 and 0.0.");
        assertThatThrownBy(() -> SampleRatio.of(List.of(1L), List.of(1.0))).hasMessageContaining("at least 2");
    }

    @Test
    void cuped_narrowsTheInterval_whereTheCovariateExplains() {
        int n = 400;
        Random random = new Random(5);
        boolean[] treated = new boolean[n];
        double[] before = new double[n];
        double[] after = new double[n];
        for (int i = 0; i < n; i++) {
            treated[i] = random.nextBoolean();
            before[i] = random.nextGaussian();
            after[i] = 2 * before[i] + 0.5 * random.nextGaussian() + (treated[i] ? 0.3 : 0);
        }
        CovariateAdjustment adjustment = CovariateAdjustment.of(treated, after, before);
        assertThat(adjustment.theta()).isCloseTo(2, within(0.1));
        assertThat(adjustment.explained()).isBetween(0.9, 0.97);
        Effect.Measured effect = adjustment.effect(JUDGEMENT).orThrow();
        assertThat(effect.method()).isEqualTo(EffectMethod.CUPED);
        assertThat(effect.verdict()).isEqualTo(Verdict.WORKS);
        assertThat(effect.standardError()).isLessThan(0.06);
        double[] same = new double[n];
        assertThat(refusal(CovariateAdjustment.of(treated, after, same).effect(JUDGEMENT)))
                .isEqualTo("the covariate never varies");
        assertThat(refusal(CovariateAdjustment.of(treated, same, before).effect(JUDGEMENT)))
                .isEqualTo("the outcome never varies within an arm");
        assertThat(refusal(CovariateAdjustment.of(new boolean[n], after, before).effect(JUDGEMENT)))
                .isEqualTo("0 of at least 10 customers with the treatment");
        assertThatThrownBy(() -> CovariateAdjustment.of(treated, after, new double[2]))
                .hasMessageContaining("covariate (2)");
    }
}
