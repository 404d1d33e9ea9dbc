package dev.rapport.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RatesAtOnceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void ratesGivenAtOnce_areThoseGivenOneByOne() {
        RateTable oneByOne = RateTable.empty(CurrencyUnit.EUR)
                .with(CurrencyUnit.USD, DAY, new BigDecimal("0.9"))
                .with(CurrencyUnit.GBP, DAY, new BigDecimal("1.2"))
                .with(CurrencyUnit.USD, DAY.plusDays(1), new BigDecimal("0.8"));
        RateTable atOnce = RateTable.of(CurrencyUnit.EUR, oneByOne.rates());
        assertThat(atOnce.rates()).isEqualTo(oneByOne.rates());
        assertThat(atOnce.rates().keySet()).containsExactly(CurrencyUnit.GBP, CurrencyUnit.USD);
    }

    @Test
    void rates_mustBeAboveZero_andOfOtherCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateTable.of(
                        CurrencyUnit.EUR, Map.of(CurrencyUnit.USD, Map.of(DAY, BigDecimal.ZERO))))
                .withMessage("rate (0) of USD from 2026-01-01 must be above 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateTable.of(
                        CurrencyUnit.EUR, Map.of(CurrencyUnit.EUR, Map.of(DAY, BigDecimal.ONE))))
                .withMessage("currency (EUR) must differ from the base.");
    }
}
