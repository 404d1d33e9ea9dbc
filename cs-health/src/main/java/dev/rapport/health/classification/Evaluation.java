package dev.rapport.health.classification;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.estimate.Interval;
import dev.rapport.health.internal.Sorting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Probabilities beside what then happened. Rows may be weighted, as with their revenue: then every figure counts money
 * instead of customers. Immutable.
 *
 * <p>Rows of the same probability stand in no order: figures that need one take the mean over all of them. So nothing here
 * depends on the order of the rows.
 *
 * <p><b>References.</b> Hanley and McNeil (1982), doi:10.1148/radiology.143.1.7063747 (AUC); Brier (1950),
 * doi:10.1175/1520-0493(1950)078; Naeini, Cooper and Hauskrecht (2015) (calibration error). Agrees with scikit-learn.
 */
public final class Evaluation {

    private static final double LEAST = 1e-15;

    private final double[] probability;
    private final boolean[] happened;
    private final double[] weight;
    /** Rows by probability, highest first; runs of equals end at {@code ends}. */
    private final int[] order;

    private final int[] ends;
    private final double positive;
    private final double total;

    private Evaluation(double[] probability, boolean[] happened, double[] weight) {
        this.probability = probability;
        this.happened = happened;
        this.weight = weight;
        this.order = Sorting.descending(probability);
        int[] runs = new int[order.length];
        int count = 0;
        double yes = 0;
        double all = 0;
        for (int i = 0; i < order.length; i++) {
            int row = order[i];
            all += weight[row];
            yes += happened[row] ? weight[row] : 0;
            if (i + 1 == order.length || probability[order[i + 1]] != probability[row]) {
                runs[count++] = i + 1;
            }
        }
        this.ends = Arrays.copyOf(runs, count);
        this.positive = yes;
        this.total = all;
    }

    /**
     * Compares.
     *
     * @param probability  for each row how likely it was, 0 to 1
     * @param happened  for each row whether it then happened
     * @return the evaluation
     */
    public static Evaluation of(double[] probability, boolean[] happened) {
        double[] ones = new double[probability.length];
        Arrays.fill(ones, 1);
        return of(probability, happened, ones);
    }

    /**
     * Compares, each row with its weight.
     *
     * @param probability  for each row how likely it was, 0 to 1
     * @param happened  for each row whether it then happened
     * @param weight  for each row how much it counts, finite and at least 0
     * @return the evaluation
     */
    public static Evaluation of(double[] probability, boolean[] happened, double[] weight) {
        if (happened.length != probability.length || weight.length != probability.length) {
            throw new IllegalArgumentException("happened and weight must have one value for each of the "
                    + probability.length + " probabilities, had " + happened.length + " and " + weight.length + ".");
        }
        for (int row = 0; row < probability.length; row++) {
            if (!(probability[row] >= 0 && probability[row] <= 1)) {
                throw new IllegalArgumentException(
                        "probability[" + row + "] (" + probability[row] + ") must be between 0 and 1.");
            }
            if (!(weight[row] >= 0 && weight[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weight[" + row + "] (" + weight[row] + ") must be finite and at least 0.");
            }
        }
        return new Evaluation(probability.clone(), happened.clone(), weight.clone());
    }

    /**
     * The number of rows.
     *
     * @return at least 0
     */
    public int size() {
        return order.length;
    }

    /**
     * The number of rows in which it happened.
     *
     * @return at least 0, each row once
     */
    public int events() {
        int events = 0;
        for (boolean one : happened) {
            events += one ? 1 : 0;
        }
        return events;
    }

    /**
     * The (weighted) share in which it happened.
     *
     * @return 0 to 1; empty without rows that count
     */
    public OptionalDouble baseRate() {
        return total > 0 ? OptionalDouble.of(positive / total) : OptionalDouble.empty();
    }

    private boolean hasBoth() {
        return positive > 0 && positive < total;
    }

    /**
     * The area under the receiver operating characteristic: how often one with the event had the higher probability than one
     * without, ties counting half.
     *
     * @return 0.5 is chance; empty unless it happened to some and not to others
     */
    public OptionalDouble auc() {
        if (!hasBoth()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double above = 0;
        for (int run = 0, from = 0; run < ends.length; from = ends[run++]) {
            double yes = yes(from, ends[run]);
            double no = all(from, ends[run]) - yes;
            sum += no * (above + yes / 2);
            above += yes;
        }
        return OptionalDouble.of(sum / (positive * (total - positive)));
    }

    /**
     * The average precision: the precision at each threshold, weighted with the rise in recall there.
     *
     * @return the base rate is chance; empty if it happened to nobody
     */
    public OptionalDouble averagePrecision() {
        if (!(positive > 0)) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double found = 0;
        double looked = 0;
        for (int run = 0, from = 0; run < ends.length; from = ends[run++]) {
            double yes = yes(from, ends[run]);
            found += yes;
            looked += all(from, ends[run]);
            sum += yes > 0 ? yes / positive * (found / looked) : 0;
        }
        return OptionalDouble.of(sum);
    }

    /**
     * Brier's score: the mean squared distance of the probability from what happened.
     *
     * @return 0 is best; empty without rows that count
     */
    public OptionalDouble brier() {
        double sum = 0;
        for (int row = 0; row < order.length; row++) {
            double away = probability[row] - (happened[row] ? 1 : 0);
            sum += weight[row] * away * away;
        }
        return total > 0 ? OptionalDouble.of(sum / total) : OptionalDouble.empty();
    }

    /**
     * The logarithmic loss: the mean of {@code -log} of the probability given to what happened. Probabilities of 0 and 1 count
     * as 1e-15 away from it.
     *
     * @return 0 is best; empty without rows that count
     */
    public OptionalDouble logLoss() {
        double sum = 0;
        for (int row = 0; row < order.length; row++) {
            double p = Math.min(Math.max(probability[row], LEAST), 1 - LEAST);
            sum -= weight[row] * (happened[row] ? StrictMath.log(p) : StrictMath.log1p(-p));
        }
        return total > 0 ? OptionalDouble.of(sum / total) : OptionalDouble.empty();
    }

    /**
     * Kolmogorov and Smirnov's distance: the largest difference between the share of those with the event and the share of
     * those without that lie above a threshold.
     *
     * @return 0 to 1; empty unless it happened to some and not to others
     */
    public OptionalDouble kolmogorovSmirnov() {
        if (!hasBoth()) {
            return OptionalDouble.empty();
        }
        double most = 0;
        double yes = 0;
        double no = 0;
        for (int run = 0, from = 0; run < ends.length; from = ends[run++]) {
            double more = yes(from, ends[run]);
            yes += more;
            no += all(from, ends[run]) - more;
            most = Math.max(most, Math.abs(yes / positive - no / (total - positive)));
        }
        return OptionalDouble.of(most);
    }

    /**
     * What a team finds that has time for a number of customers and begins with the highest probability.
     *
     * @param capacity  how many rows, at least 1 and at most all
     * @return how well they are chosen
     */
    public AtCapacity atCapacity(int capacity) {
        if (capacity < 1 || capacity > order.length) {
            throw new IllegalArgumentException(
                    "capacity (" + capacity + ") must be at least 1 and at most " + order.length + ".");
        }
        double found = 0;
        double looked = 0;
        for (int run = 0, from = 0; from < capacity; from = ends[run++]) {
            double share = (double) (Math.min(capacity, ends[run]) - from) / (ends[run] - from);
            found += share * yes(from, ends[run]);
            looked += share * all(from, ends[run]);
        }
        return new AtCapacity(
                looked > 0 ? OptionalDouble.of(found / looked) : OptionalDouble.empty(),
                positive > 0 ? OptionalDouble.of(found / positive) : OptionalDouble.empty(),
                positive > 0 && looked > 0
                        ? OptionalDouble.of(found / looked / (positive / total))
                        : OptionalDouble.empty());
    }

    /**
     * How well the customers for whom there is time are chosen.
     *
     * @param precision  the share of them to whom it happened
     * @param recall  the share of all to whom it happened who are among them
     * @param lift  the precision over the base rate
     */
    public record AtCapacity(OptionalDouble precision, OptionalDouble recall, OptionalDouble lift) {}

    /**
     * Whether probabilities mean what they say.
     *
     * @param bins  how many bins of equal width, at least 1
     * @return the bins that have rows, the lowest first; a probability on an edge belongs to the bin below it
     */
    public List<Bin> calibration(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins (" + bins + ") must be at least 1.");
        }
        double[] weights = new double[bins];
        double[] probabilities = new double[bins];
        double[] yes = new double[bins];
        for (int i = order.length - 1; i >= 0; i--) {
            int row = order[i];
            int bin = Math.max(0, (int) Math.ceil(probability[row] * bins) - 1);
            weights[bin] += weight[row];
            probabilities[bin] += weight[row] * probability[row];
            yes[bin] += happened[row] ? weight[row] : 0;
        }
        List<Bin> list = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            if (weights[bin] > 0) {
                list.add(new Bin(probabilities[bin] / weights[bin], yes[bin] / weights[bin], weights[bin]));
            }
        }
        return List.copyOf(list);
    }

    /**
     * Rows of similar probability.
     *
     * @param probability  their mean probability
     * @param share  the share of them to whom it happened
     * @param weight  how much they count together
     */
    public record Bin(double probability, double share, double weight) {}

    /**
     * The expected calibration error: the mean distance between probability and share in bins of equal width.
     *
     * @param bins  how many bins
     * @return 0 is best; empty without rows that count
     */
    public OptionalDouble calibrationError(int bins) {
        double sum = 0;
        for (Bin bin : calibration(bins)) {
            sum += bin.weight() * Math.abs(bin.probability() - bin.share());
        }
        return total > 0 ? OptionalDouble.of(sum / total) : OptionalDouble.empty();
    }

    /**
     * The interval of a figure by the bootstrap: rows are drawn with replacement, and the figure computed again.
     *
     * @param figure  the figure, such as {@code e -> e.auc().getAsDouble()}; resamples for which it throws or is NaN do not
     *     count
     * @param resamples  how often, at least 100
     * @param confidence  the share of resamples inside, above 0 and below 1
     * @param seed  the beginning of the random numbers: the same seed gives the same interval
     * @return the lower and the upper end; empty if more than a tenth of the resamples did not count
     */
    public Optional<Interval> bootstrap(
            ToDoubleFunction<Evaluation> figure, int resamples, double confidence, long seed) {
        requireNonNull(figure, "figure");
        if (resamples < 100 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("resamples (" + resamples + ") must be at least 100, and confidence ("
                    + confidence + ") above 0 and below 1.");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] figures = new double[resamples];
        int count = 0;
        for (int resample = 0; resample < resamples; resample++) {
            double value = figure(figure, resample(random));
            if (!Double.isNaN(value)) {
                figures[count++] = value;
            }
        }
        return Interval.bootstrap(Arrays.copyOf(figures, count), resamples, confidence);
    }

    private static double figure(ToDoubleFunction<Evaluation> figure, Evaluation evaluation) {
        try {
            return figure.applyAsDouble(evaluation);
        } catch (java.util.NoSuchElementException e) {
            return Double.NaN;
        }
    }

    private Evaluation resample(SplittableRandom random) {
        double[] p = new double[order.length];
        boolean[] y = new boolean[order.length];
        double[] w = new double[order.length];
        for (int i = 0; i < p.length; i++) {
            // By rank, so that the order of the rows does not matter
            int row = order[random.nextInt(p.length)];
            p[i] = probability[row];
            y[i] = happened[row];
            w[i] = weight[row];
        }
        return new Evaluation(p, y, w);
    }

    private double yes(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += happened[order[i]] ? weight[order[i]] : 0;
        }
        return sum;
    }

    private double all(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += weight[order[i]];
        }
        return sum;
    }
}
