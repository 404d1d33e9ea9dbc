package dev.rapport.engagement.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much of several amounts is kept, each of which is kept or lost as a whole, independently of the others: a
 * distribution, not a sum. Immutable.
 *
 * <pre>{@code
 * KeptRevenue kept = KeptRevenue.of(List.of(new Stake(12_000_00, 0.9), new Stake(40_000_00, 0.6)), seed);
 * kept.quantile(0.05); // as much or more is kept nineteen times in twenty
 * }</pre>
 *
 * <p><strong>Formula.</strong> {@code sum_i a[i] X[i]} with {@code X[i]} 1 with probability {@code p[i]}, else 0. The
 * quantile {@code q} is the least sum {@code x} with {@code P(sum <= x) >= q}.
 *
 * <p><strong>Units.</strong> Amounts in minor units, at least 0; probabilities from 0 to 1.
 *
 * <p><strong>Edges.</strong> Without amounts every quantile is 0. What is certain moves all quantiles alike.
 *
 * <p><strong>Algorithm.</strong> Convolution of one amount after the other, sums that are equal joined, while there are at
 * most 65,536 of them: exact. Beyond, 10,000 draws from the seed, whose quantiles are within about one per cent in
 * probability; where these would take more than 40 million steps, the normal distribution of the same mean and variance,
 * never below nothing or above everything. The method is told.
 *
 * <p><strong>Reference.</strong> The sum is a generalised Poisson binomial: M. Zhang, Y. Hong, N. Balakrishnan, The
 * generalized Poisson-binomial distribution and the computation of its distribution function, Journal of Statistical
 * Computation and Simulation 88 (2018), doi:10.1080/00949655.2018.1440294.
 */
public final class KeptRevenue {

    private static final int MOST_SUMS = 65_536;
    private static final int DRAWS = 10_000;
    private static final long MOST_STEPS = 40_000_000;
    private static final double ROUNDING = 1e-12;

    private final Method method;
    private final long[] sums;
    private final double[] cumulative;
    private final Moments moments;

    private KeptRevenue(Method method, long[] sums, double[] cumulative, Moments moments) {
        this.method = method;
        this.sums = sums;
        this.cumulative = cumulative;
        this.moments = moments;
    }

    /** How a distribution was found. */
    public enum Method {
        /** Every sum with its probability. */
        EXACT,
        /** From draws of a seed. */
        SIMULATED,
        /** By the normal distribution. */
        NORMAL
    }

    /**
     * An amount that is kept or lost.
     *
     * @param minor  the amount in minor units, at least 0
     * @param kept  the probability that it is kept, 0 to 1
     */
    public record Stake(long minor, double kept) {

        /**
         * Checks both.
         *
         * @param minor  the amount in minor units
         * @param kept  the probability that it is kept
         * @throws IllegalArgumentException if one is out of its range
         */
        public Stake {
            if (minor < 0) {
                throw new IllegalArgumentException("minor (" + minor + ") must be at least 0.");
            }
            if (!(kept >= 0 && kept <= 1)) {
                throw new IllegalArgumentException("kept (" + kept + ") must be between 0 and 1.");
            }
        }
    }

    private record Moments(double mean, double variance, long all) {

        static Moments of(List<Stake> stakes) {
            double mean = 0;
            double variance = 0;
            long all = 0;
            for (Stake stake : stakes) {
                mean += stake.minor * stake.kept;
                variance += (double) stake.minor * stake.minor * stake.kept * (1 - stake.kept);
                all = Math.addExact(all, stake.minor);
            }
            return new Moments(mean, variance, all);
        }
    }

    /**
     * The distribution of what is kept.
     *
     * @param stakes  the amounts
     * @param seed  what draws begin with, where there are too many amounts to go through all sums
     * @return the distribution
     */
    public static KeptRevenue of(List<Stake> stakes, long seed) {
        Moments moments = Moments.of(stakes);
        long[] sums = {0};
        double[] probabilities = {1};
        for (Stake stake : stakes) {
            boolean isCertain = stake.kept == 0 || stake.kept == 1;
            if (!isCertain && stake.minor > 0 && sums.length > MOST_SUMS / 2) {
                return beyond(stakes, moments, seed);
            }
            long[] with = new long[isCertain || stake.minor == 0 ? sums.length : 2 * sums.length];
            double[] weights = new double[with.length];
            int size = isCertain || stake.minor == 0
                    ? shift(sums, probabilities, stake, with, weights)
                    : merge(sums, probabilities, stake, with, weights);
            sums = Arrays.copyOf(with, size);
            probabilities = Arrays.copyOf(weights, size);
        }
        double total = 0;
        for (int i = 0; i < probabilities.length; i++) {
            total += probabilities[i];
            probabilities[i] = total;
        }
        return new KeptRevenue(Method.EXACT, sums, probabilities, moments);
    }

    private static int shift(long[] sums, double[] probabilities, Stake stake, long[] with, double[] weights) {
        for (int i = 0; i < sums.length; i++) {
            with[i] = sums[i] + (stake.kept == 1 ? stake.minor : 0);
            weights[i] = probabilities[i];
        }
        return sums.length;
    }

    /** Both lists, without and with the amount, are in order. */
    private static int merge(long[] sums, double[] probabilities, Stake stake, long[] with, double[] weights) {
        int lost = 0;
        int kept = 0;
        int size = 0;
        while (kept < sums.length) {
            long next = lost < sums.length ? Math.min(sums[lost], sums[kept] + stake.minor) : sums[kept] + stake.minor;
            with[size] = next;
            if (lost < sums.length && sums[lost] == next) {
                weights[size] += probabilities[lost++] * (1 - stake.kept);
            }
            if (sums[kept] + stake.minor == next) {
                weights[size] += probabilities[kept++] * stake.kept;
            }
            size++;
        }
        return size;
    }

    private static KeptRevenue beyond(List<Stake> stakes, Moments moments, long seed) {
        if ((long) stakes.size() * DRAWS > MOST_STEPS) {
            return new KeptRevenue(Method.NORMAL, new long[0], new double[0], moments);
        }
        SplittableRandom random = new SplittableRandom(seed);
        long[] draws = new long[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (Stake stake : stakes) {
                draws[draw] += random.nextDouble() < stake.kept ? stake.minor : 0;
            }
        }
        Arrays.sort(draws);
        double[] cumulative = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            cumulative[i] = (i + 1.0) / DRAWS;
        }
        return new KeptRevenue(Method.SIMULATED, draws, cumulative, moments);
    }

    /**
     * How the distribution was found.
     *
     * @return the method
     */
    public Method method() {
        return method;
    }

    /**
     * What is kept on average.
     *
     * @return the mean in minor units, exact whatever the method
     */
    public double mean() {
        return moments.mean;
    }

    /**
     * The least that is kept with a probability.
     *
     * @param share  the probability of as much or less, above 0 and below 1
     * @return the quantile in minor units
     * @throws IllegalArgumentException if the share is out of its range
     */
    public long quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be above 0 and below 1.");
        }
        if (method == Method.NORMAL) {
            double deviation = NormalDistribution.of(0, 1).inverseCumulativeProbability(share);
            double value = moments.mean + deviation * StrictMath.sqrt(moments.variance);
            return Math.round(Math.min(Math.max(value, 0), (double) moments.all));
        }
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] >= share - ROUNDING) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sums[low];
    }

    /** The method and the mean; for readers of logs. */
    @Override
    public String toString() {
        return method + " distribution with mean " + moments.mean;
    }
}
