package dev.rapport.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RateTableTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final CurrencyUnit JPY = CurrencyUnit.JPY;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static final RateTable TABLE = RateTable.empty(EUR)
            .with(USD, JANUARY, new BigDecimal("0.9"))
            .with(USD, JUNE, new BigDecimal("0.8"))
            .with(JPY, JANUARY, new BigDecimal("0.006"));

    @Test
    void rate_standsUntilTheNextOne() {
        Money hundred = Money.parse("USD 100");

        assertThat(TABLE.convert(hundred, EUR, JANUARY)).contains(Money.parse("EUR 90"));
        assertThat(TABLE.convert(hundred, EUR, JUNE.minusDays(1))).contains(Money.parse("EUR 90"));
        assertThat(TABLE.convert(hundred, EUR, JUNE)).contains(Money.parse("EUR 80"));
        assertThat(TABLE.convert(hundred, EUR, JUNE.plusYears(50))).contains(Money.parse("EUR 80"));
    }

    @Test
    void rate_isMissing_beforeTheFirstAndForOtherCurrencies() {
        assertThat(TABLE.convert(Money.parse("USD 1"), EUR, JANUARY.minusDays(1)))
                .isEmpty();
        assertThat(TABLE.convert(Money.parse("GBP 1"), EUR, JUNE)).isEmpty();
        assertThat(TABLE.convert(Money.parse("EUR 1"), CurrencyUnit.GBP, JUNE)).isEmpty();
    }

    @Test
    void conversion_intoItself_needsNoRate() {
        assertThat(RateTable.empty(EUR).convert(Money.parse("GBP 1.23"), CurrencyUnit.GBP, JUNE))
                .contains(Money.parse("GBP 1.23"));
    }

    @Test
    void conversion_goesThroughTheBase_andRoundsToTheMinorUnitOnce() {
        assertThat(TABLE.convert(Money.parse("USD 1"), JPY, JANUARY)).contains(Money.parse("JPY 150"));
        assertThat(TABLE.convert(Money.parse("JPY 100"), USD, JANUARY)).contains(Money.parse("USD 0.67"));
        assertThat(TABLE.convertExactly(Money.parse("JPY 100"), USD, JANUARY)
                        .orElseThrow()
                        .getAmount())
                .isBetween(new BigDecimal("0.66666666"), new BigDecimal("0.66666667"));
    }

    @Test
    void sum_roundsOnce_atTheEnd() {
        MoneySum sum = new MoneySum(EUR, TABLE);
        for (int i = 0; i < 10; i++) {
            sum.add(Money.parse("JPY 1"), JANUARY);
        }

        assertThat(sum.total()).isEqualTo(Money.parse("EUR 0.06"));
        assertThat(TABLE.convert(Money.parse("JPY 1"), EUR, JANUARY)).contains(Money.parse("EUR 0.01"));
    }

    @Test
    void sum_withoutARate_saysWhichIsMissing() {
        assertThatThrownBy(() -> new MoneySum(EUR, TABLE).add(Money.parse("GBP 1"), JUNE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no rate from GBP to EUR for 2026-06-01.\nMaybe add it to the rate table.");
    }

    @Test
    void table_upToADay_doesNotSeeLaterRates() {
        RateTable earlier = TABLE.upTo(JUNE.minusDays(1));

        assertThat(earlier.convert(Money.parse("USD 100"), EUR, JUNE)).contains(Money.parse("EUR 90"));
        assertThat(TABLE.upTo(JUNE).convert(Money.parse("USD 100"), EUR, JUNE)).contains(Money.parse("EUR 80"));
        assertThat(TABLE.upTo(JANUARY.minusDays(1)).convert(Money.parse("USD 100"), EUR, JUNE))
                .isEmpty();
    }

    @Test
    void badRates_areRefused() {
        assertThatThrownBy(() -> TABLE.with(EUR, JUNE, BigDecimal.ONE))
                .hasMessage("currency (EUR) must differ from the base.");
        assertThatThrownBy(() -> TABLE.with(USD, JANUARY.plusDays(1), BigDecimal.ZERO))
                .hasMessage("rate (0) of USD from 2026-01-02 must be above 0.");
        assertThatThrownBy(() -> TABLE.with(USD, JANUARY, BigDecimal.ONE))
                .hasMessage("rate of USD from 2026-01-01 must come once.");
        assertThatThrownBy(() -> TABLE.with(USD, Map.of(JANUARY, BigDecimal.ONE)))
                .hasMessage("rates of USD must come once.");
        assertThatThrownBy(() -> TABLE.with(CurrencyUnit.GBP, Map.of(JANUARY, new BigDecimal("-1"))))
                .hasMessage("rate (-1) of GBP from 2026-01-01 must be above 0.");
    }

    @Test
    void addingARate_leavesTheTableAsItWas() {
        TABLE.with(USD, LocalDate.of(2026, 3, 1), BigDecimal.TEN);

        assertThat(TABLE.convert(Money.parse("USD 1"), EUR, LocalDate.of(2026, 3, 2)))
                .contains(Money.parse("EUR 0.90"));
    }

    @Property
    void conversionThereAndBack_isWithinHalfAMinorUnitOfEach(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long cents,
            @ForAll @BigRange(min = "0.001", max = "1000") @Scale(6) BigDecimal rate) {
        RateTable table = RateTable.empty(EUR).with(USD, JANUARY, rate);
        Money amount = Money.ofMinor(USD, cents);

        Money back = table.convert(table.convert(amount, EUR, JUNE).orElseThrow(), USD, JUNE)
                .orElseThrow();

        BigDecimal halfACent = new BigDecimal("0.005");
        BigDecimal bound = halfACent.add(halfACent.divide(rate, java.math.MathContext.DECIMAL64));
        assertThat(back.getAmount().subtract(amount.getAmount()).abs()).isLessThanOrEqualTo(bound);
    }

    @Property
    void conversion_isMonotone(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long a,
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long b,
            @ForAll @BigRange(min = "0.001", max = "1000") @Scale(6) BigDecimal rate) {
        RateTable table = RateTable.empty(EUR).with(USD, JANUARY, rate);
        Optional<Money> less = table.convert(Money.ofMinor(USD, Math.min(a, b)), EUR, JUNE);
        Optional<Money> more = table.convert(Money.ofMinor(USD, Math.max(a, b)), EUR, JUNE);

        assertThat(less.orElseThrow()).isLessThanOrEqualTo(more.orElseThrow());
    }
}
