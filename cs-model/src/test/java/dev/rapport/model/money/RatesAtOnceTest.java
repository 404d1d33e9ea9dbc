package dev.rapport.model.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RatesAtOnceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void allRates_makeTheSameTableAgain() {
        RateTable rates = RateTable.empty(CurrencyUnit.EUR)
                .with(CurrencyUnit.USD, DAY, new BigDecimal("0.9"))
                .with(CurrencyUnit.GBP, DAY, new BigDecimal("1.2"))
                .with(CurrencyUnit.USD, DAY.plusDays(1), new BigDecimal("0.8"));
        RateTable again = RateTable.empty(CurrencyUnit.EUR);
        for (CurrencyUnit currency : rates.rates().keySet()) {
            again = again.with(currency, rates.rates().get(currency));
        }
        assertThat(rates.rates().keySet()).containsExactly(CurrencyUnit.GBP, CurrencyUnit.USD);
        assertThat(rates.rates().get(CurrencyUnit.USD)).hasSize(2);
        assertThat(again.rates()).isEqualTo(rates.rates());
    }
}
