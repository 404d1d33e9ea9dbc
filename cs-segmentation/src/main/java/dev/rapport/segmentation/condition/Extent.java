package dev.rapport.segmentation.condition;

import java.math.BigDecimal;
import org.joda.money.Money;

/** How much something must have changed: by an amount, or by a share of what it was. */
public sealed interface Extent permits Extent.Share, Extent.Amount {

    /**
     * A share of what it was.
     *
     * @param share  for example 0.2 for a fifth
     * @return the extent
     */
    static Extent share(double share) {
        return new Share(share);
    }

    /**
     * A number.
     *
     * @param number  how much, above 0
     * @return the extent
     */
    static Extent of(double number) {
        return new Amount(number);
    }

    /**
     * An amount of money.
     *
     * @param money  how much, above zero
     * @return the extent
     */
    static Extent of(Money money) {
        return new Amount(money);
    }

    /**
     * A share of the absolute value of what it was.
     *
     * @param share  the share, above 0
     */
    record Share(double share) implements Extent {

        /**
         * Checks the share.
         *
         * @param share  the share
         * @throws IllegalArgumentException unless it is finite and above 0
         */
        public Share {
            if (!(share > 0) || Double.isInfinite(share)) {
                throw new IllegalArgumentException("share (" + share + ") must be above 0.\n"
                        + "Maybe 0.2 for a fifth; the direction says whether it rose or fell.");
            }
        }

        @Override
        public String toString() {
            return BigDecimal.valueOf(share)
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString()
                    + " %";
        }
    }

    /**
     * So much.
     *
     * @param amount  a number or an amount of money, above 0
     */
    record Amount(Object amount) implements Extent {

        /**
         * Checks the amount.
         *
         * @param amount  the amount
         * @throws IllegalArgumentException unless it is a finite number or money above 0
         */
        public Amount {
            boolean isAbove = amount instanceof Double number
                    ? number > 0 && !Double.isInfinite(number)
                    : amount instanceof Money money && money.isPositive();
            if (!isAbove) {
                throw new IllegalArgumentException(
                        "amount (" + amount + ") must be above 0.\n" + "Maybe the direction says it: rose or fell.");
            }
        }

        @Override
        public String toString() {
            return Wording.value(amount);
        }
    }
}
