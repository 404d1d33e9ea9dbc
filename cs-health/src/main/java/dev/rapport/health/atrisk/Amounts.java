package dev.rapport.health.atrisk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts of one currency that are reckoned as numbers, and rounded only where they are shown. */
final class Amounts {

    /** Of amounts up to here the multiplication is off by less than what {@link #CLEAR} leaves to the next half. */
    private static final double SMALL = 1e9;

    private static final double CLEAR = 0.499;

    private final CurrencyUnit currency;
    private final double perUnit;

    Amounts(CurrencyUnit currency) {
        this.currency = currency;
        this.perUnit =
                BigDecimal.ONE.movePointRight(currency.getDecimalPlaces()).doubleValue();
    }

    /** The amount in whole minor units: what lines are ranked by, so that those that show the same are equal. */
    double minor(double amount) {
        double units = amount * perUnit;
        double near = Math.rint(units);
        if (Math.abs(units) < SMALL && Math.abs(units - near) < CLEAR) {
            return near + 0.0;
        }
        return rounded(amount).unscaledValue().doubleValue();
    }

    Money money(double amount) {
        return Money.of(currency, rounded(amount));
    }

    private BigDecimal rounded(double amount) {
        return BigDecimal.valueOf(amount).setScale(currency.getDecimalPlaces(), RoundingMode.HALF_EVEN);
    }

    /** The sum of amounts that are added in decimals, rounded once, at the end. */
    <T> Money sum(List<T> of, ToDoubleFunction<T> amount) {
        return Money.of(currency, exactSum(of, amount), RoundingMode.HALF_EVEN);
    }

    /** How much more the sum of some is than that of others, rounded once, at the end. */
    <T> Money difference(List<T> of, List<T> less, ToDoubleFunction<T> amount) {
        return Money.of(currency, exactSum(of, amount).subtract(exactSum(less, amount)), RoundingMode.HALF_EVEN);
    }

    private static <T> BigDecimal exactSum(List<T> of, ToDoubleFunction<T> amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (T one : of) {
            sum = sum.add(BigDecimal.valueOf(amount.applyAsDouble(one)));
        }
        return sum;
    }
}
