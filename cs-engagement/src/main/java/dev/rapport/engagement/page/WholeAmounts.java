package dev.rapport.engagement.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Amounts without their minor units, so that they sum to the rounded sum. */
final class WholeAmounts {

    private WholeAmounts() {}

    /** Each is rounded down, and those that lost most are given one of what is missing; ties in order. */
    static List<String> of(List<Money> amounts) {
        BigDecimal sum = amounts.stream().map(Money::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> whole = new ArrayList<>();
        amounts.forEach(amount -> whole.add(amount.getAmount().setScale(0, RoundingMode.FLOOR)));
        BigDecimal missing = sum.setScale(0, RoundingMode.HALF_EVEN)
                .subtract(whole.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> whole.get(i).subtract(amounts.get(i).getAmount())))
                .limit(missing.longValueExact())
                .forEach(i -> whole.set(i, whole.get(i).add(BigDecimal.ONE)));
        return whole.stream().map(amount -> Text.grouped(amount.doubleValue())).toList();
    }
}
