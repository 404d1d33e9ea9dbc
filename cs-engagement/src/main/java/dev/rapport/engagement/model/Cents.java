package dev.rapport.engagement.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Rounds amounts to the minor unit so that they sum to their rounded sum: the largest remainder method. Each differs from
 * its exact amount by less than one minor unit; of equal remainders the earlier amount is rounded up.
 */
final class Cents {

    private Cents() {}

    static Money round(BigDecimal amount, CurrencyUnit currency) {
        return Money.of(currency, amount, RoundingMode.HALF_EVEN);
    }

    static List<Money> apportion(List<BigDecimal> amounts, CurrencyUnit currency) {
        return apportion(amounts, round(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add), currency));
    }

    /** The same to a sum that is their own rounded up or down. */
    static List<Money> apportion(List<BigDecimal> amounts, Money sum) {
        CurrencyUnit currency = sum.getCurrencyUnit();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(currency.getDecimalPlaces());
        List<BigDecimal> floors = new ArrayList<>();
        BigDecimal floored = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            BigDecimal floor = amount.setScale(currency.getDecimalPlaces(), RoundingMode.FLOOR);
            floors.add(floor);
            floored = floored.add(floor);
        }
        int missing = sum.getAmount()
                .subtract(floored)
                .divide(unit, RoundingMode.UNNECESSARY)
                .intValueExact();
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            byRemainder.add(i);
        }
        byRemainder.sort(
                Comparator.comparing((Integer i) -> amounts.get(i).subtract(floors.get(i)), Comparator.reverseOrder()));
        for (int i = 0; i < missing; i++) {
            floors.set(byRemainder.get(i), floors.get(byRemainder.get(i)).add(unit));
        }
        return floors.stream().map(amount -> Money.of(currency, amount)).toList();
    }
}
