package dev.rapport.model.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
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
     * A table of many rates at once.
     *
     * @param base  the base currency
     * @param unitsOfBase  for each other currency, by the first day on which it holds, how much of the base one unit is
     *     worth, above 0
     * @return the table
     * @throws IllegalArgumentException if a rate is not above 0, or a currency is the base
     */
    public static RateTable of(
            CurrencyUnit base, Map<CurrencyUnit, ? extends Map<LocalDate, BigDecimal>> unitsOfBase) {
        Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> copy = new TreeMap<>();
        unitsOfBase.forEach((currency, rates) -> {
            checkOther(currency, base);
            rates.forEach((from, rate) -> checkPositive(rate, currency, from));
            copy.put(currency, new TreeMap<>(rates));
        });
        return new RateTable(requireNonNull(base, "base"), copy);
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
        checkOther(currency, base);
        checkPositive(unitsOfBase, currency, from);
        Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> copy = new TreeMap<>();
        ratesPerUnit.forEach((unit, rates) -> copy.put(unit, new TreeMap<>(rates)));
        if (copy.computeIfAbsent(currency, absent -> new TreeMap<>()).put(from, unitsOfBase) != null) {
            throw new IllegalArgumentException("rate of " + currency + " from " + from + " must come once.");
        }
        return new RateTable(base, copy);
    }

    private static void checkOther(CurrencyUnit currency, CurrencyUnit base) {
        if (currency.equals(base)) {
            throw new IllegalArgumentException("currency (" + currency + ") must differ from the base.");
        }
    }

    private static void checkPositive(BigDecimal rate, CurrencyUnit currency, LocalDate from) {
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
        if (amount.getCurrencyUnit().equals(target)) {
            return Optional.of(amount);
        }
        Optional<BigDecimal> from = rate(amount.getCurrencyUnit(), date);
        Optional<BigDecimal> to = rate(target, date);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal converted = amount.getAmount().multiply(from.get()).divide(to.get(), MathContext.DECIMAL128);
        return Optional.of(Money.of(target, converted, RoundingMode.HALF_EVEN));
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
