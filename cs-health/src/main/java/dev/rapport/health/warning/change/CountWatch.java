package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Watches counts: learns their rate, and leaves it to a rule what to make of a period. */
abstract class CountWatch implements SeriesWatch {

    final CountBaseline baseline;
    private @Nullable Change last;

    CountWatch(Learning learning) {
        this.baseline = new CountBaseline(learning);
    }

    /**
     * Judges a count.
     *
     * @param covered  what the period covers, in usual periods
     * @param common  what of it moves all series alike
     * @return the change, or null if nothing has changed
     */
    abstract @Nullable Change judge(int period, double value, double covered, double common);

    abstract void write(Numbers into);

    abstract void read(Numbers from);

    @Override
    public final Judgement observe(int period, double value, int slot, double common) {
        if (!baseline.isReady()) {
            baseline.learn(value, slot, common);
            return Judgement.LEARNING;
        }
        Change change = judge(period, value, baseline.factor(slot) * common, common);
        if (change != null) {
            last = change;
            return Judgement.ALARM;
        }
        baseline.learn(value, slot, common);
        return Judgement.QUIET;
    }

    @Override
    public final double expected(int slot) {
        return baseline.isReady() ? baseline.rate() * baseline.factor(slot) : Double.NaN;
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
