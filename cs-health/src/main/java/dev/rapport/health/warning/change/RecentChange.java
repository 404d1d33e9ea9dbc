package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Makes alarms of a {@link RunLengthPosterior}: a recent run at another level than the one before. */
final class RecentChange {

    private static final int LEAST_LENGTH = 2;

    private final ChangePointDetector detector;
    private final Prior prior;
    private RunLengthPosterior posterior;
    /** The level of the last run that is older than what counts as recent. */
    private double settled;

    private double probability;
    /** The last periods, oldest first, as many as a recent run can have. */
    private final double[] periods;

    RecentChange(ChangePointDetector detector, Prior prior, double level) {
        this.detector = detector;
        this.prior = prior;
        this.periods = new double[detector.learning().memory()];
        this.settled = level;
        this.posterior = RunLengthPosterior.begin(prior, detector.belief().every(), ChangePointDetector.CAPACITY);
    }

    double probability() {
        return probability;
    }

    @Nullable
    Change observe(int period, double value, double exposure) {
        posterior.observe(value, exposure);
        System.arraycopy(periods, 1, periods, 0, periods.length - 1);
        periods[periods.length - 1] = period;
        int recent = detector.learning().memory();
        boolean isSettled = posterior.mostProbableRunLength() > recent;
        settled = isSettled ? posterior.mostProbableLevel() : settled;
        double before = settled;
        double least = detector.belief().smallestChange() * before;
        RunLengthPosterior.RunCondition falls =
                (length, level) -> length >= LEAST_LENGTH && length <= recent && level <= before - least;
        RunLengthPosterior.RunCondition rises =
                (length, level) -> length >= LEAST_LENGTH && length <= recent && level >= before + least;
        double fall = detector.sides().falls() ? posterior.probabilityThat(falls) : 0;
        double rise = detector.sides().rises() ? posterior.probabilityThat(rises) : 0;
        probability = Math.max(fall, rise);
        if (probability < detector.belief().surely()) {
            return null;
        }
        RunLengthPosterior.RunCondition changed = fall >= rise ? falls : rises;
        int length = posterior.mostProbableRunLength(changed);
        double level = posterior.levelOf(length);
        Change.Builder change = Change.builder();
        change.falls = fall >= rise;
        change.since = (int) periods[periods.length - length];
        change.usual = before;
        change.deviation = level / before - 1;
        change.threshold = detector.belief().surely();
        change.sureness = new Sureness.Posterior(probability);
        settled = level;
        return change.build();
    }

    void write(Numbers into) {
        into.put(settled).put(probability).put(periods);
        double[] numbers = posterior.numbers();
        into.put(numbers.length).put(numbers);
    }

    void read(Numbers from) {
        settled = from.take();
        probability = from.take();
        from.takeInto(periods);
        double[] numbers = new double[from.takeWhole(0, 10_000)];
        from.takeInto(numbers);
        posterior = RunLengthPosterior.resume(prior, detector.belief().every(), ChangePointDetector.CAPACITY, numbers);
    }
}
