package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Makes alarms of a {@link RunLengthPosterior}: a recent run at another level than the one before. */
final class RecentChange {

    private static final int LEAST_LENGTH = 2;
    /** In changes: a run half as probable as one that begins is negligible. */
    static final double NEGLIGIBLE = 0.5;

    private final ChangePointDetector detector;
    private final RunLengthPosterior posterior;
    private final RunLengthPosterior.RunCondition falls;
    private final RunLengthPosterior.RunCondition rises;
    /** The level of the last run that is older than what counts as recent. */
    private double settled;

    private double fall;
    private double rise;
    private double probability;
    /** Whether the probabilities are those after the last period: as long as no change can be told, nobody asks. */
    private boolean weighed = true;

    /** The last periods, as many as a recent run can have; the oldest is where the next one goes. */
    private final int[] periods;

    private int next;

    RecentChange(ChangePointDetector detector, Prior prior, double level) {
        this.detector = detector;
        int recent = detector.learning().memory();
        double share = detector.belief().smallestChange();
        this.periods = new int[recent];
        this.settled = level;
        this.falls = (length, now) -> length >= LEAST_LENGTH && length <= recent && now <= settled * (1 - share);
        this.rises = (length, now) -> length >= LEAST_LENGTH && length <= recent && now >= settled * (1 + share);
        double every = detector.belief().every();
        this.posterior = RunLengthPosterior.begin(prior, every, ChangePointDetector.CAPACITY, NEGLIGIBLE / every);
    }

    double probability() {
        weigh();
        return probability;
    }

    private void weigh() {
        if (!weighed) {
            fall = detector.sides().falls() ? posterior.probabilityThat(falls) : 0;
            rise = detector.sides().rises() ? posterior.probabilityThat(rises) : 0;
            probability = Math.max(fall, rise);
            weighed = true;
        }
    }

    @Nullable
    Change observe(int period, double value, double exposure) {
        posterior.observe(value, exposure);
        periods[next] = period;
        next = next + 1 == periods.length ? 0 : next + 1;
        boolean isSettled = posterior.mostProbableRunLength() > periods.length;
        settled = isSettled ? posterior.mostProbableLevel() : settled;
        weighed = false;
        if (isSettled && posterior.mostProbability() > 1 - detector.belief().surely()) {
            return null;
        }
        weigh();
        if (probability < detector.belief().surely()) {
            return null;
        }
        RunLengthPosterior.RunCondition changed = fall >= rise ? falls : rises;
        int length = posterior.mostProbableRunLength(changed);
        double level = posterior.levelOf(length);
        Change.Builder change = Change.builder();
        change.falls = fall >= rise;
        // The newest period lies one behind the next
        change.since = periods[(next - length + periods.length) % periods.length];
        change.usual = settled;
        change.deviation = level / settled - 1;
        change.threshold = detector.belief().surely();
        change.sureness = new Sureness.Posterior(probability);
        settled = level;
        return change.build();
    }

    void write(Numbers into) {
        into.put(settled).put(probability());
        for (int i = 0; i < periods.length; i++) {
            into.put(periods[(next + i) % periods.length]);
        }
        double[] numbers = posterior.numbers();
        into.put(numbers.length).put(numbers);
    }

    void read(Numbers from) {
        settled = from.take();
        probability = from.take();
        weighed = true;
        for (int i = 0; i < periods.length; i++) {
            periods[i] = from.takeWhole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        next = 0;
        double[] numbers = new double[from.takeWhole(0, 10_000)];
        from.takeInto(numbers);
        posterior.resume(numbers);
    }
}
