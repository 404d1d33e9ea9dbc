package dev.rapport.model.money;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Adds up amounts in several currencies at full precision, and rounds once. Not for use by several threads. */
public final class MoneySum {

    private final CurrencyUnit currency;
    private final RateTable rates;
    private BigMoney sum;

    /**
     * A sum of nothing.
     *
     * @param currency  the currency of the sum
     * @param rates  the rates into it
     */
    public MoneySum(CurrencyUnit currency, RateTable rates) {
        this.currency = requireNonNull(currency, "currency");
        this.rates = requireNonNull(rates, "rates");
        this.sum = BigMoney.zero(currency);
    }

    /**
     * Adds an amount.
     *
     * @param amount  the amount
     * @param date  the day whose rates hold
     * @throws IllegalStateException if a rate is missing for that day
     */
    public void add(Money amount, LocalDate date) {
        sum = sum.plus(rates.convertExactly(amount, currency, date)
                .orElseThrow(() -> new IllegalStateException("no rate from " + amount.getCurrencyUnit() + " to "
                        + currency + " for " + date + ".\nMaybe add it to the rate table.")));
    }

    /**
     * The sum so far.
     *
     * @return the sum, rounded half even to the minor unit of its currency
     */
    public Money total() {
        return sum.toMoney(RoundingMode.HALF_EVEN);
    }
}
