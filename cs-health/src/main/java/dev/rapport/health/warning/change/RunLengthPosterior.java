package dev.rapport.health.warning.change;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * How long ago the last change was, as a probability for each number of observations since, brought up to date with each
 * observation. Not for use by several threads.
 *
 * <p><strong>Formula.</strong> {@code P(r + 1) ~ P(r) p(x | r) (1 - H)} and {@code P(0) ~ sum(P(r) p(x | r) H)}, where
 * {@code p(x | r)} is the {@linkplain Prior predictive} of a run of r observations and {@code H = 1 / every} the chance of
 * a change after any of them. The evidence is the product of the sums that it is normalised with.
 *
 * <p><strong>Units.</strong> Observations.
 *
 * <p><strong>Edges.</strong> Before the first observation r is 0. An observation that is not finite is refused.
 *
 * <p><strong>Algorithm.</strong> The recursion, with logarithms of predictives. Runs of a probability below 1e-12 are
 * dropped, and the least probable where there are more than the capacity; the rest is normalised again. Memory is
 * constant therefore, and an observation costs at most as many predictives as the capacity.
 *
 * <p><strong>Reference.</strong> R. P. Adams, D. J. C. MacKay, "Bayesian online changepoint detection", arXiv:0710.3742
 * (2007), doi:10.48550/arXiv.0710.3742.
 */
public final class RunLengthPosterior {

    private static final double NEGLIGIBLE = 1e-12;
    private static final int NUMBERS_PER_RUN = 4;
    private static final int NUMBERS_BEFORE = 2;

    private final Prior prior;
    private final double hazard;
    private final double[] start;

    private final int[] length;
    private final double[] mass;
    private final double[] first;
    private final double[] second;
    private final double[] scratch;
    private int runs;
    private double logEvidence;

    private RunLengthPosterior(Prior prior, double every, int capacity) {
        if (!(every > 1) || Double.isInfinite(every)) {
            throw new IllegalArgumentException("every (" + every + ") must be above 1 observation.");
        }
        if (capacity < 2) {
            throw new IllegalArgumentException("capacity (" + capacity + ") must be at least 2 runs.");
        }
        this.prior = requireNonNull(prior, "prior");
        this.hazard = 1 / every;
        this.start = prior.start();
        // One more than is kept: the run that begins, before the least probable is dropped
        this.length = new int[capacity + 1];
        this.mass = new double[capacity + 1];
        this.first = new double[capacity + 1];
        this.second = new double[capacity + 1];
        this.scratch = new double[capacity + 1];
    }

    /**
     * The posterior before the first observation.
     *
     * @param prior  what is believed of the observations of a run
     * @param every  how many observations there are between two changes on average
     * @param capacity  how many runs are kept at most, at least 2
     * @return the posterior
     */
    public static RunLengthPosterior begin(Prior prior, double every, int capacity) {
        RunLengthPosterior posterior = new RunLengthPosterior(prior, every, capacity);
        posterior.add(0, 1, posterior.start[0], posterior.start[1]);
        return posterior;
    }

    /**
     * The posterior as it was kept.
     *
     * @param prior  what it was begun with
     * @param every  what it was begun with
     * @param capacity  what it was begun with
     * @param numbers  what {@link #numbers()} gave
     * @return the posterior
     * @throws IllegalArgumentException if the numbers are not of such a posterior
     */
    public static RunLengthPosterior resume(Prior prior, double every, int capacity, double[] numbers) {
        RunLengthPosterior posterior = new RunLengthPosterior(prior, every, capacity);
        int kept = (numbers.length - NUMBERS_BEFORE) / NUMBERS_PER_RUN;
        if (kept < 1
                || kept > capacity
                || numbers.length != NUMBERS_BEFORE + NUMBERS_PER_RUN * kept
                || numbers[0] != kept) {
            throw new IllegalArgumentException("numbers (" + numbers.length
                    + " of them) must be those of a posterior of at most " + capacity + " runs.");
        }
        posterior.logEvidence = numbers[1];
        for (int at = NUMBERS_BEFORE; at < numbers.length; at += NUMBERS_PER_RUN) {
            posterior.add((int) numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
        }
        return posterior;
    }

    private void add(int runLength, double probability, double one, double other) {
        length[runs] = runLength;
        mass[runs] = probability;
        first[runs] = one;
        second[runs] = other;
        runs++;
    }

    /**
     * Takes in an observation that covers 1.
     *
     * @param value  the observation
     */
    public void observe(double value) {
        observe(value, 1);
    }

    /**
     * Takes in an observation.
     *
     * @param value  the observation
     * @param exposure  what it covers, above 0; of no meaning for levels
     */
    public void observe(double value, double exposure) {
        if (!Double.isFinite(value) || !(exposure > 0)) {
            throw new IllegalArgumentException(
                    "value (" + value + ") must be finite and exposure (" + exposure + ") above 0.");
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < runs; i++) {
            scratch[i] = prior.logPredictive(length[i], first[i], second[i], value, exposure);
            most = Math.max(most, scratch[i]);
        }
        double total = 0;
        for (int i = 0; i < runs; i++) {
            mass[i] *= StrictMath.exp(scratch[i] - most);
            total += mass[i];
        }
        logEvidence += most + StrictMath.log(total);
        for (int i = 0; i < runs; i++) {
            mass[i] *= (1 - hazard) / total;
            second[i] = prior.nextSecond(length[i], first[i], second[i], value, exposure);
            first[i] = prior.nextFirst(length[i], first[i], value);
            length[i]++;
        }
        add(0, hazard, start[0], start[1]);
        prune();
    }

    private void prune() {
        double kept = 0;
        int to = 0;
        for (int i = 0; i < runs; i++) {
            if (mass[i] >= NEGLIGIBLE) {
                kept += mass[i];
                move(i, to++);
            }
        }
        runs = to;
        if (runs == mass.length) {
            int least = 0;
            for (int i = 1; i < runs; i++) {
                least = mass[i] < mass[least] ? i : least;
            }
            kept -= mass[least];
            for (int i = least + 1; i < runs; i++) {
                move(i, i - 1);
            }
            runs--;
        }
        for (int i = 0; i < runs; i++) {
            mass[i] /= kept;
        }
    }

    private void move(int from, int to) {
        length[to] = length[from];
        mass[to] = mass[from];
        first[to] = first[from];
        second[to] = second[from];
    }

    /**
     * How probable all observations were, as they came.
     *
     * @return the natural logarithm of the evidence
     */
    public double logEvidence() {
        return logEvidence;
    }

    /**
     * The most probable number of observations since the last change.
     *
     * @return the number; the least of several that are equally probable
     */
    public int mostProbableRunLength() {
        return length[mostProbable()];
    }

    /**
     * The level of the most probable run.
     *
     * @return the mean of its posterior, in the unit of the observations
     */
    public double mostProbableLevel() {
        int run = mostProbable();
        return prior.level(first[run], second[run]);
    }

    private int mostProbable() {
        int most = 0;
        for (int i = 1; i < runs; i++) {
            most = mass[i] >= mass[most] ? i : most;
        }
        return most;
    }

    /** Says of a run whether it counts. */
    @FunctionalInterface
    public interface RunCondition {

        /**
         * Says whether a run counts.
         *
         * @param length  how many observations it has
         * @param level  the mean of its level's posterior
         * @return true if it counts
         */
        boolean holds(int length, double level);
    }

    /**
     * How probable it is that the current run meets a condition.
     *
     * @param condition  the condition
     * @return the probability, 0 to 1
     */
    public double probabilityThat(RunCondition condition) {
        double sum = 0;
        for (int i = 0; i < runs; i++) {
            sum += condition.holds(length[i], prior.level(first[i], second[i])) ? mass[i] : 0;
        }
        return Math.min(1, sum);
    }

    /**
     * The most probable of the runs that meet a condition.
     *
     * @param condition  the condition
     * @return its number of observations; -1 if no run meets it
     */
    public int mostProbableRunLength(RunCondition condition) {
        int most = -1;
        for (int i = 0; i < runs; i++) {
            if (condition.holds(length[i], prior.level(first[i], second[i])) && (most < 0 || mass[i] >= mass[most])) {
                most = i;
            }
        }
        return most < 0 ? -1 : length[most];
    }

    /**
     * The level of a run.
     *
     * @param runLength  its number of observations
     * @return the mean of its posterior; NaN if there is no such run
     */
    public double levelOf(int runLength) {
        for (int i = 0; i < runs; i++) {
            if (length[i] == runLength) {
                return prior.level(first[i], second[i]);
            }
        }
        return Double.NaN;
    }

    /**
     * Everything that must be kept to go on later.
     *
     * @return the number of runs and the evidence, then length, probability and two numbers of each run
     */
    public double[] numbers() {
        double[] numbers = new double[NUMBERS_BEFORE + NUMBERS_PER_RUN * runs];
        numbers[0] = runs;
        numbers[1] = logEvidence;
        for (int i = 0; i < runs; i++) {
            int at = NUMBERS_BEFORE + NUMBERS_PER_RUN * i;
            numbers[at] = length[i];
            numbers[at + 1] = mass[i];
            numbers[at + 2] = first[i];
            numbers[at + 3] = second[i];
        }
        return numbers;
    }

    /** The probability of each run length; for readers of logs. */
    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(length, runs)) + " " + Arrays.toString(Arrays.copyOf(mass, runs));
    }
}
