package dev.rapport.segmentation.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Status;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ValueTiersTest {

    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final AttributeKey<Double> SEATS = AttributeKey.number("seats");

    private static final ValueTiers TIERS = ValueTiers.of(
            ARR,
            CurrencyUnit.EUR,
            Tier.lowest("small"),
            Tier.from("mid-market", 10_000),
            Tier.from("enterprise", 40_000),
            Tier.from("strategic", 100_000));

    private static Decision<Segment> assign(double amount) {
        return TIERS.assign(
                Row.of("c").with(ARR, Money.of(CurrencyUnit.EUR, amount)).view());
    }

    private static String tier(double amount) {
        return assign(amount).value().orElseThrow().id();
    }

    @Test
    void threshold_belongsToTheTierThatBeginsThere() {
        assertThat(tier(9_999.99)).isEqualTo("small");
        assertThat(tier(10_000)).isEqualTo("mid-market");
        assertThat(tier(39_999.99)).isEqualTo("mid-market");
        assertThat(tier(40_000)).isEqualTo("enterprise");
        assertThat(tier(100_000)).isEqualTo("strategic");
        assertThat(tier(-500)).isEqualTo("small");
    }

    @Test
    void reasons_carryTheDistanceToTheNextTierUp() {
        assertThat(assign(62_000).reasons()).hasToString("tier = enterprise");
        assertThat(assign(62_000).reasons().distance()).hasValue(38_000);
        assertThat(assign(0).reasons().distance()).hasValue(10_000);
        assertThat(assign(100_000).reasons().distance()).hasValue(0);
        assertThat(assign(62_000).reasons().evidence().orElseThrow().value())
                .isEqualTo(Money.of(CurrencyUnit.EUR, 62_000));
    }

    @Test
    void withoutTheValue_thereIsNoTier_andTheReasonSaysWhy() {
        Decision<Segment> missing = TIERS.assign(Row.of("c")
                .with(ARR, Reading.missing("no contract is in force"))
                .view());
        assertThat(missing.value()).isEmpty();
        assertThat(missing.reasons().status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(missing.reasons().reason()).contains("no contract is in force");
    }

    @Test
    void belowALowestThreshold_thereIsNoTier() {
        ValueTiers tiers = ValueTiers.of(SEATS, Tier.from("some", 1), Tier.from("many", 10));
        Decision<Segment> none = tiers.assign(Row.of("c").with(SEATS, 0.0).view());
        assertThat(none.value()).isEmpty();
        assertThat(none.reasons().status()).isEqualTo(Status.EVALUATED);
        assertThat(none.reasons().distance()).hasValue(1);
    }

    @Test
    void wholeBook_listsWhoHasNoTier() {
        Segmentation segmentation = Segmentation.of(
                TIERS,
                Row.book(
                        Row.of("a").with(ARR, Money.parse("EUR 50000")),
                        Row.of("b").with(ARR, Money.parse("USD 50000")),
                        Row.of("c").with(ARR, Reading.missing("x")),
                        Row.of("d").with(ARR, Reading.notApplicable("x"))));
        assertThat(segmentation.segmentByCustomer()).containsOnly(java.util.Map.entry("a", "enterprise"));
        assertThat(segmentation.failed()).containsExactly("b");
        assertThat(segmentation.undecided()).containsExactly("c");
        assertThat(segmentation.gaps()).containsExactly("d");
        assertThat(segmentation.overlaps()).isEmpty();
    }

    @Property
    void moreValue_neverMeansALowerTier(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double other,
            @ForAll List<@DoubleRange(min = -1e6, max = 1e6) Double> thresholds) {
        Tier[] tiers = thresholds.stream()
                .distinct()
                .sorted()
                .map(threshold -> Tier.from("from-" + Double.doubleToLongBits(threshold), threshold))
                .toArray(Tier[]::new);
        if (tiers.length == 0) {
            return;
        }
        ValueTiers strategy = ValueTiers.of(SEATS, tiers);
        assertThat(position(strategy, Math.min(one, other)))
                .isLessThanOrEqualTo(position(strategy, Math.max(one, other)));
        int naive = (int) thresholds.stream()
                        .distinct()
                        .filter(threshold -> threshold <= one)
                        .count()
                - 1;
        assertThat(position(strategy, one)).isEqualTo(naive);
    }

    private static int position(ValueTiers strategy, double number) {
        return (int) strategy.assign(Row.of("c").with(SEATS, number).view())
                .reasons()
                .value()
                .orElseThrow();
    }

    @Test
    void wrongTiers_areRefused_withAdvice() {
        assertThatThrownBy(() -> ValueTiers.of(SEATS, Tier.from("a", 10), Tier.from("b", 5)))
                .hasMessage("threshold of tier (b) must be above that of the tier before it (10), was 5.\n"
                        + "Maybe the tiers stand highest first; the lowest comes first.");
        assertThatThrownBy(() -> ValueTiers.of(SEATS, Tier.from("a", 10), Tier.lowest("b")))
                .hasMessage("tier (b) must have a threshold; only the lowest may have none.");
        assertThatThrownBy(() -> ValueTiers.of(SEATS, Tier.lowest("a"), Tier.from("a", 5)))
                .hasMessage("tier (a) must be defined once.");
        assertThatThrownBy(() -> ValueTiers.of(SEATS)).hasMessage("tiers must not be empty.");
        assertThatThrownBy(() -> new Tier(Segment.of("a"), Optional.of(new BigDecimal("1E+999999999"))))
                .hasMessage("threshold of tier (a) must be finite, was 1E+999999999.");
        assertThatThrownBy(() -> ValueTiers.of(ARR, Optional.empty(), List.of(Tier.lowest("a"))))
                .hasMessageStartingWith("attribute (arr) is an amount of money, so the thresholds need a currency.");
        assertThatThrownBy(
                        () -> ValueTiers.of(AttributeKey.text("country"), Optional.empty(), List.of(Tier.lowest("a"))))
                .hasMessage("attribute (country) must be a number or an amount of money.");
    }
}
