package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Watches levels: standardises each period by the baseline, and leaves it to the chart what to make of it. */
abstract class LevelWatch implements SeriesWatch {

    final Baseline baseline;
    private @Nullable Change last;

    LevelWatch(Learning learning, double floor) {
        this.baseline = new Baseline(learning, floor);
    }

    /**
     * Judges an observation.
     *
     * @param scale  what the level is multiplied with in this period
     * @param slot  which kind of period it is
     * @param common  what moves all series alike
     * @return the change, or null if nothing has changed
     */
    abstract @Nullable Change judge(int period, double value, double scale, int slot, double common);

    abstract void write(Numbers into);

    abstract void read(Numbers from);

    @Override
    public final Judgement observe(int period, double value, int slot, double common) {
        if (!baseline.isReady()) {
            baseline.start(value / common, slot);
            return Judgement.LEARNING;
        }
        if (!baseline.knows(slot)) {
            baseline.learnSlot(value / common, slot);
            return Judgement.NOT_JUDGED;
        }
        double scale = baseline.factor(slot) * common;
        Change change = judge(period, value, scale, slot, common);
        if (change != null) {
            last = change;
            return Judgement.ALARM;
        }
        baseline.learn(value / common, slot);
        return Judgement.QUIET;
    }

    @Override
    public final double expected(int slot) {
        return baseline.knows(slot) ? baseline.level() * baseline.factor(slot) : Double.NaN;
    }

    @Override
    public final Change change() {
        if (last == null) {
            throw new IllegalStateException("there must have been an alarm since the watch was begun or resumed.");
        }
        return last;
    }

    @Override
    public final double[] numbers() {
        Numbers numbers = Numbers.empty();
        baseline.write(numbers);
        write(numbers);
        return numbers.toArray();
    }

    final void resume(double[] kept) {
        Numbers numbers = Numbers.of(kept);
        baseline.read(numbers);
        read(numbers);
        numbers.end();
    }
}
