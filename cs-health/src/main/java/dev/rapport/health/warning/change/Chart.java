package dev.rapport.health.warning.change;

/**
 * A control chart for standardised observations: independent, normal, with standard deviation 1 and, while nothing has
 * changed, mean 0. What it promises is how long it stays silent then, and how soon it speaks when the mean has shifted.
 */
public sealed interface Chart permits Cusum, Ewma {

    /**
     * Which changes the chart looks for.
     *
     * @return the sides
     */
    Sides sides();

    /**
     * What the statistic must exceed for an alarm.
     *
     * @return the threshold, above 0
     */
    double threshold();

    /**
     * How many observations it takes on average until the chart alarms.
     *
     * @param shift  the mean of all observations, in standard deviations; 0 while nothing has changed
     * @return the average run length from a fresh start, the observation that alarms included
     */
    double averageRunLength(double shift);
}
