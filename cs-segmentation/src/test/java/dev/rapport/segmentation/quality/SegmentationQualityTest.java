package dev.rapport.segmentation.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SegmentationQualityTest {

    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final AttributeKey<Double> SEATS = AttributeKey.number("seats");

    /** Forty customers: seats 0 to 39, ARR a hundred euros a seat; 0 to 3 have none. */
    private static Book book() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Row row = Row.of(Integer.toString(100 + i)).with(SEATS, (double) i);
            rows.add(i < 4 ? row : row.with(ARR, Money.of(CurrencyUnit.EUR, 100 * i)));
        }
        return Row.book(List.of(SEATS, ARR), rows);
    }

    private static final RuleSegmentation RULES = RuleSegmentation.of(
            Rule.of("large", Condition.atLeast(SEATS, 30)),
            Rule.of("middle", Condition.between(SEATS, 8.0, 32.0)),
            Rule.of("giant", Condition.atLeast(SEATS, 1000)));

    private static SegmentationQuality quality() {
        return SegmentationQuality.of(Segmentation.of(RULES, book()), book(), ARR);
    }

    private static Map<String, Double> outcome(int from) {
        Map<String, Double> outcomes = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            outcomes.put(Integer.toString(100 + i), i >= from ? 1.0 : 0.0);
        }
        return outcomes;
    }

    @Test
    void sizes_countCustomersAndRevenue() {
        assertThat(quality().sizes())
                .containsExactly(
                        new SegmentSize(Segment.of("large"), 10, Money.parse("EUR 34500.00")),
                        new SegmentSize(Segment.of("middle"), 22, Money.parse("EUR 40700.00")),
                        new SegmentSize(Segment.of("giant"), 0, Money.parse("EUR 0.00")));
        assertThat(quality().withoutRevenue()).isEqualTo(4);
        double share = 34_500 / 75_200.0;
        assertThat(quality().herfindahlOfSegments())
                .isCloseTo(share * share + (1 - share) * (1 - share), within(1e-12));
    }

    @Test
    void verdict_saysWhatIsWrong_withNumbers() {
        assertThat(quality()
                        .separating("churned", outcome(30))
                        .separating("coin", Map.of("110", 1.0, "135", 1.0, "112", 0.0, "136", 0.0))
                        .verdict(new QualityLimits(2, 20, 0.01)))
                .containsExactly(
                        new Finding(
                                "overlapping",
                                "2 of 40 customers meet the conditions of several segments, most of them those of large"
                                        + " and middle (2)"),
                        new Finding(
                                "gaps",
                                "customers without a segment: 8 meet no condition, 0 lack data, 0 failed, of 40"),
                        new Finding("too-many", "3 segments, more than 2 are hard to look after apart"),
                        new Finding("too-small", "2 of 3 segments have fewer than 20 customers: large (10), giant (0)"),
                        new Finding(
                                "not-separating",
                                "not actionable for coin: segments explain -33.3 % of its variance beyond chance, less than"
                                        + " 1.0 %"));
    }

    @Test
    void separation_ofWhatTheSegmentsAreMadeOf_isComplete() {
        Separation separation =
                quality().separating("churned", outcome(30)).separations().get(0);
        assertThat(separation.explained()).isEqualTo(1);
        assertThat(separation.explainedBeyondChance()).isEqualTo(1);
        assertThat(separation.bySegment().get(2).outcome()).isEmpty();
        Estimate large = separation.bySegment().get(0).outcome().orElseThrow();
        assertThat(large.low()).isCloseTo(10 / (10 + 1.959964 * 1.959964), within(1e-6));
        assertThat(large.high()).isEqualTo(1);
    }

    @Test
    void interval_ofAMean_isStudents() {
        // R: qt(.975, c(1, 2, 3, 5, 10, 30, 1000))
        double[] expected = {
            12.7062047362, 4.3026527297, 3.1824463053, 2.5705818356, 2.2281388520, 2.0422724563, 1.9623390808
        };
        int[] degrees = {1, 2, 3, 5, 10, 30, 1000};
        for (int i = 0; i < degrees.length; i++) {
            assertThat(Intervals.student(degrees[i])).isCloseTo(expected[i], within(1e-9));
        }
        Estimate estimate = Intervals.mean(2, 2, 3); // of 1, 2, 3: 2 -+ 4.302653 / sqrt(3)
        assertThat(estimate.low()).isCloseTo(-0.4841377, within(1e-6));
        assertThat(estimate.high()).isCloseTo(4.4841377, within(1e-6));
    }

    @Test
    void mostEffective_isByRevenue_untilThereAreOutcomes() {
        assertThat(quality().mostEffectiveFirst())
                .extracting(one -> one.segment().id())
                .containsExactly("middle", "large", "giant");
        List<Effectiveness> byOutcome =
                quality().separating("churned", outcome(30)).mostEffectiveFirst();
        assertThat(byOutcome).extracting(one -> one.segment().id()).containsExactly("large", "middle", "giant");
        assertThat(byOutcome.get(0).criterion()).isEqualTo("share of the outcomes' variance that it explains");
    }

    @Test
    void adjustedRand_isThatOfTheLiterature() {
        // the example of scikit-learn's documentation, 0.57: [0, 0, 1, 1] and [0, 0, 1, 2]
        Agreement agreement = Agreement.between(
                QualityProperties.segmentation(4, 2, i -> i / 2),
                QualityProperties.segmentation(4, 3, i -> i < 2 ? 0 : i - 1));
        assertThat(agreement.adjustedRand()).isCloseTo(4 / 7.0, within(1e-12));
        assertThat(agreement.mutualInformation()).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void customersWithASegmentInOneAlone_areCountedApart() {
        Agreement agreement = Agreement.between(
                QualityProperties.segmentation(4, 2, i -> i == 0 ? -1 : i / 2),
                QualityProperties.segmentation(6, 2, i -> i / 3));
        assertThat(agreement.customers()).isEqualTo(3);
        assertThat(agreement.leftOut()).isEqualTo(3);
    }

    @Test
    void edges_haveAnswers() {
        assertThat(Concentration.gini(new double[0])).isZero();
        assertThat(Concentration.gini(new double[] {0, 0})).isZero();
        assertThat(Concentration.herfindahl(new double[] {0, 0})).isZero();
        assertThat(Concentration.herfindahl(new double[] {5})).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.gini(new double[] {1, Double.NaN}))
                .withMessage("amount (NaN) must be finite and >= 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quality().separating("x", Map.of("110", Double.NaN)))
                .withMessage("outcome x (NaN) of customer (110) must be finite.");
        Separation constant = Separation.of("x", Segmentation.of(RULES, book()), outcome(0));
        assertThat(constant.explained()).isZero();
        assertThat(constant.explainedBeyondChance()).isZero();
    }

    @Test
    void anotherBook_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentationQuality.of(
                        Segmentation.of(RULES, book()), book().only(view -> view.get(SEATS) > 3), ARR))
                .withMessageContaining("its customers differ");
    }

    @Test
    void asManySegmentsAsCustomers_explainNothingBeyondChance() {
        Separation separation = Separation.of(
                "x", QualityProperties.segmentation(3, 3, i -> i), Map.of("1000", 1.0, "1001", 5.0, "1002", 7.0));
        assertThat(separation.explained()).isEqualTo(1);
        assertThat(separation.explainedBeyondChance()).isZero();
        assertThat(separation.bySegment().get(0).outcome())
                .contains(new Estimate(1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }
}
