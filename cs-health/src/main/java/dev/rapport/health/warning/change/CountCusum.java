package dev.rapport.health.warning.change;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The cumulative sum chart of counts: tickets of a week, sign-ins of a day, few as they may be. Its threshold follows from
 * the distribution of the counts, not from a normal one. Immutable.
 *
 * <p><strong>Formula.</strong> Falls: {@code C = max(0, C + k - x)}; rises: {@code C = max(0, C + x - k)}; alarm when {@code
 * C >= h}. The reference value is {@code k = (r1 - r0) / (ln r1 - ln r0)} for a change of the rate from r0 to {@code r1 =
 * factor * r0}, at which the sum is that of the likelihood ratio of Poisson counts; k is rounded to a fraction p/q, by at
 * most a twentieth.
 *
 * <p><strong>Units.</strong> Counts x, k and h in events, rates in events of a period. The dispersion is the variance of the
 * counts over their mean: 1 for Poisson counts, above for negative binomial ones.
 *
 * <p><strong>Edges.</strong> Rates of 0.005 to 60; a factor below 1 looks for falls, above 1 for rises. As counts are whole,
 * not every run length can be had: the threshold is the least whose run length is at least the wanted one.
 *
 * <p><strong>Algorithm.</strong> The sums are multiples of 1/q, so the chart is a Markov chain with h q states, whose run
 * length is solved directly, without approximation.
 *
 * <p><strong>Reference.</strong> J. M. Lucas, "Counted data CUSUM's", Technometrics 27 (1985),
 * doi:10.1080/00401706.1985.10488030; D. Brook, D. A. Evans, "An approach to the probability distribution of cusum run
 * length", Biometrika 59 (1972), doi:10.1093/biomet/59.3.539.
 */
public final class CountCusum {

    static final double LEAST_RATE = 0.005;
    static final double MOST_RATE = 60;

    private static final int MOST_STATES = 1200;
    /** Coarser thresholds would miss the wanted run length by too much. */
    private static final int LEAST_UNIT = 4;

    private static final double ROUNDING = 0.05;
    private static final int KEPT = 64;

    private final double rate;
    private final double dispersion;
    private final boolean falls;
    private final int up;
    private final int unit;
    private final int states;
    /** Those of thresholds from this one on, as bits; 0 where one is not worked out yet. */
    private final AtomicLongArray runLengths = new AtomicLongArray(KEPT);

    private CountCusum(double rate, double dispersion, boolean falls, int up, int unit, int states) {
        this.rate = rate;
        this.dispersion = dispersion;
        this.falls = falls;
        this.up = up;
        this.unit = unit;
        this.states = states;
    }

    /**
     * The chart that is silent at least so long on average while nothing changes.
     *
     * @param rate  r0, the usual number of events in a period
     * @param dispersion  variance over mean, at least 1
     * @param factor  what the rate is multiplied with by the change that is to be found soonest, not 1
     * @param runLength  the wanted average run length, in periods
     * @return the chart
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static CountCusum withRunLength(double rate, double dispersion, double factor, double runLength) {
        if (!(rate >= LEAST_RATE && rate <= MOST_RATE)) {
            throw new IllegalArgumentException("rate (" + rate + ") must be between " + LEAST_RATE + " and " + MOST_RATE
                    + ".\nMaybe watch it as a level: that is for larger numbers.");
        }
        if (!(dispersion >= 1 && dispersion <= 100)) {
            throw new IllegalArgumentException("dispersion (" + dispersion + ") must be between 1 and 100.");
        }
        if (!(factor > 0 && factor != 1 && factor <= 100)) {
            throw new IllegalArgumentException("factor (" + factor + ") must be above 0, at most 100 and not 1.");
        }
        Cusum.requireRunLength(runLength);
        double reference = rate * (factor - 1) / StrictMath.log(factor);
        int unit = LEAST_UNIT;
        while (Math.abs(Math.rint(reference * unit) / (reference * unit) - 1) > ROUNDING) {
            unit++;
        }
        int up = (int) Math.rint(reference * unit);
        CountCusum chart = new CountCusum(rate, dispersion, factor < 1, up, unit, 1);
        return chart.withStates(chart.leastStates(runLength));
    }

    private CountCusum withStates(int number) {
        return new CountCusum(rate, dispersion, falls, up, unit, number);
    }

    private int leastStates(double runLength) {
        int low = 0;
        int high = 8;
        while (high < MOST_STATES && withStates(high).averageRunLength(rate) < runLength) {
            low = high;
            high = Math.min(MOST_STATES, high * 2);
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (withStates(middle).averageRunLength(rate) < runLength) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The reference value.
     *
     * @return k, in events of a usual period
     */
    public double reference() {
        return (double) up / unit;
    }

    /**
     * What the sum must reach for an alarm.
     *
     * @return h, in events
     */
    public double threshold() {
        return (double) states / unit;
    }

    /**
     * How many periods it takes on average until the chart alarms.
     *
     * @param trueRate  the number of events in a period that there really are on average
     * @return the average run length from a sum of 0
     */
    public double averageRunLength(double trueRate) {
        double[] probability = probabilities(trueRate);
        double[][] matrix = new double[states][states];
        double[] right = new double[states];
        for (int from = 0; from < states; from++) {
            right[from] = 1;
            matrix[from][from] += 1;
            double left = 1;
            for (int x = 0; x < probability.length; x++) {
                int to = falls ? from + up - unit * x : from - up + unit * x;
                if (falls ? to <= 0 : to >= states) {
                    break;
                }
                left -= probability[x];
                if (to < states) {
                    matrix[from][Math.max(0, to)] -= probability[x];
                }
            }
            if (falls) {
                matrix[from][0] -= Math.max(0, left);
            }
        }
        return LinearSystem.solve(matrix, right)[0];
    }

    /** How long a chart with another threshold would be silent on average; kept, as it takes long to work out. */
    double runLengthAt(double sum) {
        int number = (int) Math.min(MOST_STATES, Math.max(1, Math.floor(sum * unit + 1e-6)));
        int beyond = number - states;
        if (beyond < 0 || beyond >= KEPT) {
            return withStates(number).averageRunLength(rate);
        }
        double kept = Double.longBitsToDouble(runLengths.get(beyond));
        if (kept == 0) {
            // Whichever of several threads comes first: all work out the same
            kept = withStates(number).averageRunLength(rate);
            runLengths.set(beyond, Double.doubleToRawLongBits(kept));
        }
        return kept;
    }

    private double[] probabilities(double mean) {
        int most = (states + up) / unit + 2;
        double[] probability = new double[most];
        double size = mean / (dispersion - 1);
        probability[0] = dispersion == 1 ? StrictMath.exp(-mean) : StrictMath.exp(-size * StrictMath.log(dispersion));
        for (int x = 1; x < most; x++) {
            double ratio = dispersion == 1 ? mean : (size + x - 1) * (dispersion - 1) / dispersion;
            probability[x] = probability[x - 1] * ratio / x;
        }
        return probability;
    }

    /** Reference value and threshold; for readers of logs. */
    @Override
    public String toString() {
        return (falls ? "falls" : "rises") + " from " + rate + ": k " + reference() + ", h " + threshold();
    }
}
