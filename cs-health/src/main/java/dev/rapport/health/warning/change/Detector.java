package dev.rapport.health.warning.change;

/** How a series is watched. Immutable; begins any number of watches. */
public interface Detector {

    /**
     * How the watches learn what is usual.
     *
     * @return start-up, memory and slots
     */
    Learning learning();

    /**
     * A watch that has seen nothing.
     *
     * @return the watch
     */
    SeriesWatch begin();

    /**
     * A watch as it was kept.
     *
     * @param numbers  what {@link SeriesWatch#numbers()} gave
     * @return the watch
     * @throws IllegalArgumentException if the numbers are not of such a watch
     */
    SeriesWatch resume(double[] numbers);
}
