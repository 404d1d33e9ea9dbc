package dev.rapport.health.risk;

import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.Money;

/** One line of an {@link AtRiskList}: what may be lost, when it is decided, and why it is likely. Immutable. */
public final class AtRisk {

    private final Decision<Double> risk;
    private final double probability;
    private final Money arr;
    private final LocalDate decisionDate;
    private final long daysToDecision;
    private final long daysToLastSafeDay;

    AtRisk(Decision<Double> risk, Money arr, LocalDate decisionDate, long daysToDecision, long leadDays) {
        this.risk = risk;
        this.probability = risk.value().orElseThrow();
        this.arr = arr;
        this.decisionDate = decisionDate;
        this.daysToDecision = daysToDecision;
        this.daysToLastSafeDay = daysToDecision - leadDays;
    }

    /**
     * Who this is about.
     *
     * @return the customer's id
     */
    public String customerId() {
        return risk.customerId();
    }

    /**
     * How likely the customer is lost at the decision.
     *
     * @return the probability, 0 to 1
     */
    public double probability() {
        return probability;
    }

    /**
     * What is decided on.
     *
     * @return the recurring revenue of a year
     */
    public Money arr() {
        return arr;
    }

    /**
     * What is lost on average: probability times revenue.
     *
     * @return the amount, rounded to the currency's minor unit half to even; lists are ranked and summed before rounding
     */
    public Money expectedLoss() {
        return Money.of(arr.getCurrencyUnit(), exactLoss(), RoundingMode.HALF_EVEN);
    }

    /**
     * What is lost on average, before rounding: the product in decimals, with the probability as it is written, so that
     * 0.1 x 75000 and 0.75 x 10000 are equal.
     *
     * @return the probability times the amount, in major units
     */
    public BigDecimal exactLoss() {
        return BigDecimal.valueOf(probability).multiply(arr.getAmount());
    }

    /**
     * When it is decided.
     *
     * @return the decision date
     */
    public LocalDate decisionDate() {
        return decisionDate;
    }

    /**
     * How long until it is decided.
     *
     * @return the days; 0 for today, negative for the past
     */
    public long daysToDecision() {
        return daysToDecision;
    }

    /**
     * How long something can still be begun in time.
     *
     * @return the days to the last safe day; negative if it has passed
     */
    public long daysToLastSafeDay() {
        return daysToLastSafeDay;
    }

    /**
     * The last day on which something can be begun in time.
     *
     * @return the decision date less the days it takes
     */
    public LocalDate lastSafeDay() {
        return decisionDate.minusDays(daysToDecision - daysToLastSafeDay);
    }

    /**
     * Why the customer is likely lost.
     *
     * @return the explanation of the probability
     */
    public Explanation reasons() {
        return risk.reasons();
    }

    /** The reckoning of this line; for readers of logs. */
    @Override
    public String toString() {
        return customerId() + ": " + probability + " x " + arr + " = " + expectedLoss() + ", decided on " + decisionDate
                + ", last safe day " + lastSafeDay();
    }
}
