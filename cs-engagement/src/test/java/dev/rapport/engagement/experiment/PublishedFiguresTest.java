package dev.rapport.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published figures that need no file. */
class PublishedFiguresTest {

    private static final Judgement FEW = Judgement.standard().atLeast(2, 2);
    private static final Offset<Double> FIVE = within(5e-6);
    private static final Offset<Double> SEVEN = within(5e-8);

    /** Test cases of GrowthBook's gbstats: arm A and arm B. */
    private static TwoArms growthBook(long customersOfA) {
        return TwoArms.of(Sample.ofSums(3461, 2422.7, 134_698.29), Sample.ofSums(customersOfA, 1396.87, 52_377.9767));
    }

    private static void check(Effect effect, double value, double low, double high, double standardError) {
        assertThat(effect.orThrow().value()).isCloseTo(value, FIVE);
        assertThat(effect.orThrow().low()).isCloseTo(low, FIVE);
        assertThat(effect.orThrow().high()).isCloseTo(high, FIVE);
        assertThat(effect.orThrow().standardError()).isCloseTo(standardError, FIVE);
    }

    @Test
    void welch_andTheDeltaMethod_areThoseOfGrowthBook() {
        check(growthBook(3407).difference(FEW), 0.29, 0.04538, 0.53462, 0.12478);
        check(growthBook(3407).relative(FEW), 0.70732, -0.03526, 1.44989, 0.37879);
        Effect shares =
                TwoArms.of(Sample.ofShare(16, 30), Sample.ofShare(14, 28)).relative(FEW);
        assertThat(shares.orThrow().value()).isCloseTo(0.06667, FIVE);
        assertThat(shares.orThrow().low()).isCloseTo(-0.47767, FIVE);
        assertThat(shares.orThrow().high()).isCloseTo(0.61101, FIVE);
        assertThat(growthBook(3407).difference(FEW).orThrow().p()).hasValueCloseTo(0.02016, FIVE);
        assertThat(growthBook(3407).relative(FEW).orThrow().p()).hasValueCloseTo(0.06191, FIVE);
        assertThat(shares.orThrow().p()).hasValueCloseTo(0.80707, FIVE);
    }

    @Test
    void alwaysValid_isTheSequentialTestOfGrowthBook() {
        Effect effect = growthBook(3000).relativeAlwaysValid(FEW, 1000);
        assertThat(effect.orThrow().value()).isCloseTo(0.50336, FIVE);
        assertThat(effect.orThrow().low()).isCloseTo(-0.55844, FIVE);
        assertThat(effect.orThrow().high()).isCloseTo(1.56516, FIVE);
        assertThat(effect.orThrow().p()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "10, 10, 0, 20, 0.6791, 1.0000"
    })
    void shares_areThoseOfNewcombesTable(long having, long of, long other, long otherOf, double low, double high) {
        Effect effect = TwoArms.of(Sample.ofShare(having, of), Sample.ofShare(other, otherOf))
                .effect(FEW);
        assertThat(effect.method()).isEqualTo(EffectMethod.NEWCOMBE);
        assertThat(effect.orThrow().low()).isCloseTo(low, within(5e-5));
        assertThat(effect.orThrow().high()).isCloseTo(high, within(5e-5));
    }

    /** Ten customers, as in CausalML's issue 519. */
    @Test
    void tinyExample_hasTheQinisOfBothConventions() {
        boolean[] success = {false, false, false, false, true, false, false, true, true, true};
        boolean[] treated = {false, false, false, false, false, true, true, true, true, true};
        double[] scores = {0, .1, .2, .3, .4, 0, .1, .2, .3, .4};
        UpliftScores grouped = UpliftCurve.of(scores, treated, success).scores(UpliftConvention.SCIKIT_UPLIFT);
        assertThat(grouped.qini()).hasValueCloseTo(0.1333333, SEVEN);
        assertThat(grouped.areaUnderUplift()).hasValueCloseTo(0.1851852, SEVEN);
        // Its sort of equal scores is not stable: this is the order in which it comes to its figures
        int[] rows = {4, 9, 8, 3, 7, 2, 6, 1, 0, 5};
        boolean[] thenSuccess = new boolean[10];
        boolean[] thenTreated = new boolean[10];
        double[] thenScores = new double[10];
        for (int i = 0; i < rows.length; i++) {
            thenSuccess[i] = success[rows[i]];
            thenTreated[i] = treated[rows[i]];
            thenScores[i] = scores[rows[i]];
        }
        UpliftScores byRow =
                UpliftCurve.of(thenScores, thenTreated, thenSuccess).scores(UpliftConvention.CAUSAL_ML);
        assertThat(byRow.qini()).hasValueCloseTo(0.0621212, SEVEN);
        assertThat(byRow.areaUnderUplift()).hasValueCloseTo(0.5537879, SEVEN);
    }

    /** R 4.2.2: power.t.test and power.prop.test. */
    @ParameterizedTest
    @CsvSource({
        "3, 3, 0.7826",
        "5, 1.5, 0.5494",
        "10, 1, 0.5620",
        "20, 1, 0.8690",
        "64, 0.5, 0.8015",
        "1000, 0.1, 0.6084"
    })
    void powerOfMeans_isThatOfR(double customers, double effect, double power) {
        assertThat(Power.ofMean(1).of(effect, customers, customers)).isCloseTo(power, within(0.005));
    }

    /** R 4.2.2: power.prop.test(n = 50, p1 = .5, p2 = .7), (n = 400, p1 = .85, p2 = .9), and for the wanted power .8. */
    @Test
    void powerOfShares_isThatOfR() {
        assertThat(Power.ofShare(0.5).of(0.2, 50, 50)).isCloseTo(0.5330843962, within(1e-9));
        assertThat(Power.ofShare(0.85).of(0.05, 400, 400)).isCloseTo(0.5708886589, within(1e-9));
        assertThat(Power.ofShare(0.85).detectable(400, 400)).hasValueCloseTo(0.06383434642, within(1e-6));
        assertThat(Power.ofShare(0.85).customersFor(0.03)).hasValue(2036);
        assertThat(Power.ofMean(1).customersFor(0.5)).hasValue(64);
        assertThat(Power.ofMean(1).detectable(20, 20)).hasValueCloseTo(0.9091306, within(2e-3));
    }
}
