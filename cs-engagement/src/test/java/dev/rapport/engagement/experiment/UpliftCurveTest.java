package dev.rapport.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Scores of whom to treat. */
class UpliftCurveTest {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Case(double[] scores, boolean[] treated, boolean[] success) {

        static Case random(int customers, long seed) {
            Random random = new Random(seed);
            Case one = new Case(new double[customers], new boolean[customers], new boolean[customers]);
            for (int i = 0; i < customers; i++) {
                one.scores[i] = random.nextInt(8);
                one.treated[i] = i < 2 ? i == 0 : random.nextBoolean();
                one.success[i] = random.nextInt(3) == 0;
            }
            return one;
        }

        UpliftCurve curve() {
            return UpliftCurve.of(scores, treated, success);
        }

        /** What would be gained among those whose score is at least so high. */
        double gain(double least) {
            double[] count = new double[2];
            double[] sum = new double[2];
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] >= least) {
                    count[treated[i] ? 1 : 0]++;
                    sum[treated[i] ? 1 : 0] += success[i] ? 1 : 0;
                }
            }
            double with = count[1] == 0 ? 0 : sum[1] / count[1];
            double without = count[0] == 0 ? 0 : sum[0] / count[0];
            return (with - without) * (count[0] + count[1]);
        }
    }

    @Property
    void points_areTheGainsOfEachThreshold(@ForAll @IntRange(min = 2, max = 60) int customers, @ForAll long seed) {
        Case one = Case.random(customers, seed);
        int k = 1;
        for (int least = 7; least >= 0; least--) {
            double threshold = least;
            long above = Arrays.stream(one.scores).filter(s -> s >= threshold).count();
            boolean isNew = Arrays.stream(one.scores).anyMatch(s -> s == threshold);
            if (isNew) {
                UpliftCurve.Point point = one.curve().points().get(k++);
                assertThat(point.customers()).isEqualTo((int) above);
                assertThat(point.gain()).isCloseTo(one.gain(least), within(1e-9));
            }
        }
        assertThat(one.curve().points()).hasSize(k);
    }

    /** The definition of CausalML's figures, point by point; scores differ, so that no tie decides. */
    @Property
    void byRow_isTheSumOverAllPoints(@ForAll @IntRange(min = 2, max = 60) int customers, @ForAll long seed) {
        Case one = Case.random(customers, seed);
        for (int i = 0; i < customers; i++) {
            one.scores[i] = -i;
        }
        double[] lift = new double[customers + 1];
        double[] qini = new double[customers + 1];
        int firstLift = 0;
        int firstQini = 0;
        for (int k = 1; k <= customers; k++) {
            double[] count = new double[2];
            double[] sum = new double[2];
            for (int i = 0; i < k; i++) {
                count[one.treated[i] ? 1 : 0]++;
                sum[one.treated[i] ? 1 : 0] += one.success[i] ? 1 : 0;
            }
            lift[k] = sum[1] / count[1] - sum[0] / count[0];
            qini[k] = sum[1] - sum[0] * count[1] / count[0];
            firstLift = firstLift == 0 && !Double.isNaN(lift[k]) ? k : firstLift;
            firstQini = firstQini == 0 && !Double.isNaN(qini[k]) ? k : firstQini;
        }
        double area = 0;
        double above = 0;
        for (int k = 1; k <= customers; k++) {
            double up = k < firstLift ? lift[firstLift] * k / firstLift : lift[k];
            double q = k < firstQini ? qini[firstQini] * k / firstQini : qini[k];
            area += up * k;
            above += q - qini[customers] * k / customers;
        }
        UpliftScores scores = one.curve().scores(UpliftConvention.CAUSAL_ML);
        if (Math.abs(lift[customers]) > 1e-12) {
            double last = Math.abs(lift[customers] * customers);
            assertThat(scores.areaUnderUplift()).hasValueCloseTo(area / last / (customers + 1), within(1e-9));
        }
        if (Math.abs(qini[customers]) > 1e-12) {
            double last = Math.abs(qini[customers]);
            assertThat(scores.qini()).hasValueCloseTo(above / last / (customers + 1), within(1e-9));
        }
    }

    @Test
    void bestOrder_hasQiniOne() {
        boolean[] treated = {true, true, false, true, false, false};
        boolean[] success = {true, true, false, false, true, true};
        double[] best = {1, 1, 0, 0, -1, -1};
        assertThat(UpliftCurve.of(best, treated, success).scores(UpliftConvention.SCIKIT_UPLIFT).qini())
                .hasValueCloseTo(1.0, within(1e-12));
    }

    @Test
    void withoutASuccess_thereIsNoQini() {
        UpliftCurve curve =
                UpliftCurve.of(new double[] {1, 2}, new boolean[] {true, false}, new boolean[] {false, false});
        for (UpliftConvention convention : UpliftConvention.values()) {
            assertThat(curve.scores(convention).qini()).isEmpty();
        }
        assertThat(curve.upliftOfFirst(0.5)).isEmpty();
        assertThat(curve.upliftOfFirstByArm(1)).hasValue(0);
    }

    @Test
    void whatCannotBeCompared_isAnError() {
        boolean[] two = {true, false};
        assertThatThrownBy(() -> UpliftCurve.of(new double[] {1, Double.NaN}, two, two))
                .hasMessage("scores[1] (NaN) must be a number.");
        assertThatThrownBy(() -> UpliftCurve.of(new double[2], new boolean[2], two))
                .hasMessage("isTreated must be true of some and false of others, was true of 0 of 2.");
        assertThatThrownBy(() -> UpliftCurve.of(new double[3], two, two)).hasMessageContaining("scores (3)");
        assertThatThrownBy(() -> UpliftCurve.of(new double[2], two, two).upliftOfFirst(0))
                .hasMessage("share (0.0) must be above 0 and at most 1.");
    }
}
