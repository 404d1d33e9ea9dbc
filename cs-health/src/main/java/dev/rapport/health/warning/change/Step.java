package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** What one period adds to an alarm. Immutable. */
public final class Step {

    private final int period;
    private final double value;
    private final double expected;
    private final double contribution;

    /**
     * A step.
     *
     * @param period  the number of the period
     * @param value  what was observed
     * @param expected  what was usual
     * @param contribution  what it adds to the statistic of the chart
     */
    public Step(int period, double value, double expected, double contribution) {
        this.period = period;
        this.value = value;
        this.expected = expected;
        this.contribution = contribution;
    }

    /**
     * The period.
     *
     * @return its number
     */
    public int period() {
        return period;
    }

    /**
     * What was observed.
     *
     * @return the value
     */
    public double value() {
        return value;
    }

    /**
     * What was usual, with what all series have in common.
     *
     * @return the value
     */
    public double expected() {
        return expected;
    }

    /**
     * What it adds to the statistic of the chart.
     *
     * @return the number; negative where the period speaks against the change
     */
    public double contribution() {
        return contribution;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Step other
                && period == other.period
                && Double.compare(value, other.value) == 0
                && Double.compare(expected, other.expected) == 0
                && Double.compare(contribution, other.contribution) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * period + Double.hashCode(contribution);
    }

    /** All four numbers; for readers of logs. */
    @Override
    public String toString() {
        return period + ": " + value + " of " + expected + ", " + contribution;
    }
}
