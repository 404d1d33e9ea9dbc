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
 * <p><strong>Algorithm.</strong> The recursion, with likelihoods relative to the greatest. After every fourth observation
 * runs are thinned out: one thinning changes the probability that the current run is longer than any length by at most twice
 * the share that counts as negligible, as long as that leaves no more runs than the capacity. Memory is constant therefore,
 * an observation costs at most as many predictives as the capacity and makes no garbage.
 *
 * <p><strong>Reference.</strong> R. P. Adams, D. J. C. MacKay, "Bayesian online changepoint detection", arXiv:0710.3742
 * (2007), doi:10.48550/arXiv.0710.3742.
 */
public final class RunLengthPosterior {

    private static final double HARDLY = 1e-12;
    private static final int LEAST_CAPACITY = 8;
    private static final int EVERY_FOURTH = 4;
    private static final int NUMBERS_PER_RUN = 4;
    private static final int NUMBERS_BEFORE = 3;

    private final double hazard;
    private final Runs runs;
    private final Thinning thinning;
    private double logEvidence;

    private RunLengthPosterior(Prior prior, double every, int capacity, double negligible) {
        if (!(every > 1) || Double.isInfinite(every)) {
            throw new IllegalArgumentException("every (" + every + ") must be above 1 observation.");
        }
        if (capacity < LEAST_CAPACITY) {
            throw new IllegalArgumentException(
                    "capacity (" + capacity + ") must be at least " + LEAST_CAPACITY + " runs.");
        }
        if (!(negligible > 0 && negligible < 1)) {
            throw new IllegalArgumentException("negligible (" + negligible + ") must be above 0 and below 1.");
        }
        this.hazard = 1 / every;
        this.runs = Runs.of(requireNonNull(prior, "prior"), capacity);
        this.thinning = new Thinning(negligible, capacity - EVERY_FOURTH);
    }

    /**
     * The posterior before the first observation, which leaves out next to nothing as long as the capacity suffices.
     *
     * @param prior  what is believed of the observations of a run
     * @param every  how many observations there are between two changes on average
     * @param capacity  how many runs are kept at most, at least 8
     * @return the posterior
     */
    public static RunLengthPosterior begin(Prior prior, double every, int capacity) {
        return begin(prior, every, capacity, HARDLY);
    }

    /**
     * The posterior before the first observation.
     *
     * @param prior  what is believed of the observations of a run
     * @param every  how many observations there are between two changes on average
     * @param capacity  how many runs are kept at most, at least 8
     * @param negligible  which share of probability may be left out at a time; half of {@code 1 / every} makes few errors
     *     that matter
     * @return the posterior
     */
    public static RunLengthPosterior begin(Prior prior, double every, int capacity, double negligible) {
        RunLengthPosterior posterior = new RunLengthPosterior(prior, every, capacity, negligible);
        posterior.runs.begin(1);
        return posterior;
    }

    /**
     * The posterior as it was kept.
     *
     * @param numbers  what {@link #numbers()} gave
     * @return this, before its first observation
     * @throws IllegalArgumentException if the numbers are not of such a posterior
     */
    public RunLengthPosterior resume(double[] numbers) {
        int kept = (numbers.length - NUMBERS_BEFORE) / NUMBERS_PER_RUN;
        if (kept < 1
                || kept > runs.mass.length
                || numbers.length != NUMBERS_BEFORE + NUMBERS_PER_RUN * kept
                || numbers[0] != kept) {
            throw new IllegalArgumentException("numbers (" + numbers.length
                    + " of them) must be those of a posterior of at most " + runs.mass.length + " runs.");
        }
        logEvidence = numbers[1];
        thinning.resume(numbers[2]);
        runs.size = 0;
        for (int at = NUMBERS_BEFORE; at < numbers.length; at += NUMBERS_PER_RUN) {
            runs.add((int) numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
        }
        runs.findMostProbable();
        return this;
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
        logEvidence += runs.observe(value, exposure, 1 - hazard);
        runs.begin(hazard);
        if (runs.length[0] % EVERY_FOURTH == 0) {
            thinning.thin(runs);
        }
        runs.findMostProbable();
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
        return runs.length[runs.mostProbable];
    }

    /** How probable the most probable run is. */
    double mostProbability() {
        return runs.mass[runs.mostProbable];
    }

    /**
     * The level of the most probable run.
     *
     * @return the mean of its posterior, in the unit of the observations
     */
    public double mostProbableLevel() {
        return runs.level[runs.mostProbable];
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
        for (int i = 0; i < runs.size; i++) {
            sum += condition.holds(runs.length[i], runs.level[i]) ? runs.mass[i] : 0;
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
        for (int i = 0; i < runs.size; i++) {
            if (condition.holds(runs.length[i], runs.level[i]) && (most < 0 || runs.mass[i] >= runs.mass[most])) {
                most = i;
            }
        }
        return most < 0 ? -1 : runs.length[most];
    }

    /**
     * The level of a run.
     *
     * @param runLength  its number of observations
     * @return the mean of its posterior; NaN if there is no such run
     */
    public double levelOf(int runLength) {
        for (int i = 0; i < runs.size; i++) {
            if (runs.length[i] == runLength) {
                return runs.level[i];
            }
        }
        return Double.NaN;
    }

    /**
     * Everything that must be kept to go on later.
     *
     * @return the number of runs, the evidence and the sum of the last thinning, then length, probability and two numbers
     *     of each run
     */
    public double[] numbers() {
        double[] numbers = new double[NUMBERS_BEFORE + NUMBERS_PER_RUN * runs.size];
        numbers[0] = runs.size;
        numbers[1] = logEvidence;
        numbers[2] = thinning.sum();
        for (int i = 0; i < runs.size; i++) {
            int at = NUMBERS_BEFORE + NUMBERS_PER_RUN * i;
            numbers[at] = runs.length[i];
            numbers[at + 1] = runs.mass[i];
            numbers[at + 2] = runs.first[i];
            numbers[at + 3] = runs.second[i];
        }
        return numbers;
    }

    /** The probability of each run length; for readers of logs. */
    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(runs.length, runs.size)) + " "
                + Arrays.toString(Arrays.copyOf(runs.mass, runs.size));
    }
}
