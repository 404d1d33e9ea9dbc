package dev.rapport.engagement.trigger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are said in reasons. */
final class Wording {

    private static final int DECIMALS = 2;

    private Wording() {}

    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String days(long count) {
        return count == 1 ? "1 day" : count + " days";
    }
}
