package dev.rapport.model.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Exchange rates of one base currency over time. A rate stands until the next one. Immutable.
 *
 * <p>Amounts are converted through the base at full precision and rounded half even to the minor unit of the target once,
 * at the end.
 */
public final class RateTable {

    private final CurrencyUnit base;
    private final Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> ratesPerUnit;

    private RateTable(CurrencyUnit base, Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> ratesPerUnit) {
        this.base = base;
        this.ratesPerUnit = ratesPerUnit;
    }

    /**
     * A table without rates: converts a currency into itself and refuses all else.
     *
     * @param base  the base currency
     * @return the table
     */
    public static RateTable empty(CurrencyUnit base) {
        return new RateTable(requireNonNull(base, "base"), Map.of());
    }

    /**
     * This table with a rate.
     *
     * @param currency  another currency than the base
     * @param from  the first day on which the rate holds
     * @param unitsOfBase  how much of the base one unit of the currency is worth, above 0
     * @return the table with the rate
     * @throws IllegalArgumentException if the rate is not above 0, the currency is the base, or that day has a rate
     */
    public RateTable with(CurrencyUnit currency, LocalDate from, BigDecimal unitsOfBase) {
        check(currency, from, unitsOfBase);
        NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>(ratesPerUnit.getOrDefault(currency, new TreeMap<>()));
        if (rates.put(from, unitsOfBase) != null) {
            throw new IllegalArgumentException("rate of " + currency + " from " + from + " must come once.");
        }
        Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> copy = new LinkedHashMap<>(ratesPerUnit);
        copy.put(currency, rates);
        return new RateTable(base, copy);
    }

    private void check(CurrencyUnit currency, LocalDate from, BigDecimal rate) {
        if (currency.equals(base)) {
            throw new IllegalArgumentException("currency (" + currency + ") must differ from the base.");
        }
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException(
                    "rate (" + rate + ") of " + currency + " from " + from + " must be above 0.");
        }
    }

    /**
     * The base currency.
     *
     * @return the currency that rates are worth in
     */
    public CurrencyUnit base() {
        return base;
    }

    /**
     * This table with all rates of a currency, in one copy.
     *
     * @param currency  another currency than the base, not in the table yet
     * @param unitsOfBase  by the first day on which each holds, how much of the base one unit of the currency is worth
     * @return the table with the rates
     * @throws IllegalArgumentException if a rate is not above 0, the currency is the base, or it has rates already
     */
    public RateTable with(CurrencyUnit currency, Map<LocalDate, BigDecimal> unitsOfBase) {
        NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
        unitsOfBase.forEach((from, rate) -> {
            check(currency, from, rate);
            rates.put(from, rate);
        });
        Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> copy = new LinkedHashMap<>(ratesPerUnit);
        if (copy.put(currency, rates) != null) {
            throw new IllegalArgumentException("rates of " + currency + " must come once.");
        }
        return new RateTable(base, copy);
    }

    /**
     * All rates.
     *
     * @return for each other currency, by the first day on which it holds, how much of the base one unit is worth
     */
    public Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> rates() {
        Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> view = new TreeMap<>();
        ratesPerUnit.forEach((currency, rates) -> view.put(currency, Collections.unmodifiableNavigableMap(rates)));
        return Collections.unmodifiableMap(view);
    }

    /**
     * Converts an amount.
     *
     * @param amount  the amount
     * @param target  the currency wanted
     * @param date  the day whose rates hold
     * @return the converted amount, or empty if a rate is missing for that day
     */
    public Optional<Money> convert(Money amount, CurrencyUnit target, LocalDate date) {
        return convertExactly(amount, target, date).map(converted -> converted.toMoney(RoundingMode.HALF_EVEN));
    }

    /**
     * Converts an amount without rounding it to the minor unit, for sums that are rounded once, see {@link MoneySum}.
     *
     * @param amount  the amount
     * @param target  the currency wanted
     * @param date  the day whose rates hold
     * @return the converted amount to 34 digits, or empty if a rate is missing for that day
     */
    public Optional<BigMoney> convertExactly(Money amount, CurrencyUnit target, LocalDate date) {
        if (amount.getCurrencyUnit().equals(target)) {
            return Optional.of(amount.toBigMoney());
        }
        Optional<BigDecimal> from = rate(amount.getCurrencyUnit(), date);
        Optional<BigDecimal> to = rate(target, date);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal converted = amount.getAmount().multiply(from.get()).divide(to.get(), MathContext.DECIMAL128);
        return Optional.of(BigMoney.of(target, converted));
    }

    /**
     * The table as it stood on a day.
     *
     * @param date  the last day whose rates are seen; they stand from then on
     * @return a table without the rates from later days
     */
    public RateTable upTo(LocalDate date) {
        Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> copy = new LinkedHashMap<>();
        ratesPerUnit.forEach((unit, rates) -> copy.put(unit, rates.headMap(date, true)));
        return new RateTable(base, copy);
    }

    private Optional<BigDecimal> rate(CurrencyUnit currency, LocalDate date) {
        if (currency.equals(base)) {
            return Optional.of(BigDecimal.ONE);
        }
        NavigableMap<LocalDate, BigDecimal> rates = ratesPerUnit.get(currency);
        Map.Entry<LocalDate, BigDecimal> entry = rates == null ? null : rates.floorEntry(date);
        return entry == null ? Optional.empty() : Optional.of(entry.getValue());
    }
}
