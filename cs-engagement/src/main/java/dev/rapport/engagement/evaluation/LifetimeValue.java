package dev.rapport.engagement.evaluation;

import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * What the customers of a segment are still worth under a model, by the share of ARR that it keeps.
 *
 * @param atLow  with the least share that is believable
 * @param likely  with the likeliest
 * @param atHigh  with the greatest
 */
public record LifetimeValue(Money atLow, Money likely, Money atHigh) {

    /**
     * What one of them is worth.
     *
     * @param customers  how many there are, at least 1
     * @return the likeliest value over the number, rounded to the minor unit
     */
    public Money perCustomer(int customers) {
        return likely.dividedBy(customers, RoundingMode.HALF_EVEN);
    }
}
