package dev.rapport.engagement.forecast;

import dev.rapport.engagement.milestone.DecisionResult;
import org.joda.money.Money;

/**
 * What was forecast of one contract beside what became of it.
 *
 * @param forecast  the line of the earlier forecast
 * @param result  what became of it
 */
public record ReviewedLine(ForecastLine forecast, DecisionResult result) {

    /**
     * What goes on.
     *
     * @return the recurring revenue that was renewed, as far as somebody tells it; where nobody does, what was due
     */
    public Money renewed() {
        return result.kind() == DecisionResult.Kind.RENEWED ? result.arr().orElse(forecast.due()) : zero();
    }

    /**
     * What of the revenue that was due goes on, without what was signed on top.
     *
     * @return at most what was due
     */
    public Money kept() {
        return renewed().isGreaterThan(forecast.due()) ? forecast.due() : renewed();
    }

    /**
     * Whether it is known whether the term was renewed or lost.
     *
     * @return true if it is
     */
    public boolean isKnown() {
        return result.kind() == DecisionResult.Kind.RENEWED || result.kind() == DecisionResult.Kind.LOST;
    }

    private Money zero() {
        return Money.zero(forecast.due().getCurrencyUnit());
    }
}
