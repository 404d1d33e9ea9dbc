package dev.rapport.health.warning.change;

/**
 * Watches one series, period by period, in memory that does not grow with it. What it has learnt can be kept as numbers
 * and taken up again, to the last bit. Not for use by several threads.
 */
public interface SeriesWatch {

    /** What a watch makes of a period. */
    enum Judgement {
        /** It still learns what is usual. */
        LEARNING,
        /** What is usual in a period of this kind is not known yet. */
        NOT_JUDGED,
        /** Nothing has changed, as far as can be told. */
        QUIET,
        /** Something has changed: {@link #change()} says what. */
        ALARM
    }

    /**
     * Takes in a period.
     *
     * @param period  its number; rises, and may leave out periods that were not observed
     * @param value  what was observed, finite and at least 0
     * @param slot  which kind of period it is, from 0
     * @param common  what moves all series of this kind alike in this period, as a factor above 0; 1 if nothing does
     * @return what the watch makes of it
     */
    Judgement observe(int period, double value, int slot, double common);

    /**
     * What is usual in a period.
     *
     * @param slot  which kind of period
     * @return the value that is expected where nothing is common; NaN if it is not known
     */
    double expected(int slot);

    /**
     * How near the watch is to an alarm.
     *
     * @return the statistic over its threshold, 0 while it learns
     */
    double nearness();

    /**
     * What the last alarm said.
     *
     * @return the change
     * @throws IllegalStateException if this watch has raised no alarm since it was begun or resumed
     */
    Change change();

    /**
     * Everything that must be kept to go on later.
     *
     * @return finite numbers, for {@link Detector#resume(double[])}
     */
    double[] numbers();
}
