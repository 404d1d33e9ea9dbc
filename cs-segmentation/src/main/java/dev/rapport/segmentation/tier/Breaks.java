package dev.rapport.segmentation.tier;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.segmentation.segment.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.joda.money.CurrencyUnit;

/**
 * Where the numbers of a customer base are parted. A tier begins at its break, which is included, and ends where the next
 * begins; the highest includes the greatest value. Equal values are never parted, and where breaks fall together there are
 * fewer tiers than asked for: a tier without customers is none. Immutable.
 *
 * <pre>{@code
 * ValueTiers tiers = Breaks.natural(arr, 4).tiers(ARR, Optional.of(CurrencyUnit.EUR), List.of("d", "c", "b", "a"));
 * }</pre>
 */
public final class Breaks {

    /** Beyond it squares are not numbers. */
    private static final double GREATEST = 1e150;

    private final double least;
    private final double greatest;
    private final double[] thresholds;
    private final int[] sizes;
    private final double goodness;

    private Breaks(double[] sorted, double[] wanted) {
        this.least = sorted[0];
        this.greatest = sorted[sorted.length - 1];
        this.thresholds = parting(sorted, wanted);
        this.sizes = new int[thresholds.length + 1];
        for (double value : sorted) {
            sizes[tier(value)]++;
        }
        this.goodness = goodness(sorted);
    }

    /** The thresholds that have values on both sides, up to the threshold before. */
    private static double[] parting(double[] sorted, double[] wanted) {
        double[] rising = wanted.clone();
        Arrays.sort(rising);
        double[] kept = new double[rising.length];
        int count = 0;
        int below = 0;
        for (double threshold : rising) {
            int at = below;
            while (at < sorted.length && sorted[at] < threshold) {
                at++;
            }
            if (at > below && at < sorted.length) {
                kept[count++] = threshold;
                below = at;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /**
     * Exact natural breaks: tiers that are as alike inside as they can be. A break is half way between the last value below
     * and the first above, as R's {@code classIntervals(style = "fisher")} gives it.
     *
     * @param values  the numbers, all finite, in any order
     * @param k  how many tiers, at least 1; fewer where there are fewer distinct values
     * @return the breaks
     * @throws IllegalArgumentException if there are no values, one is not finite, or k is below 1
     */
    public static Breaks natural(double[] values, int k) {
        double[] sorted = sorted(values, k);
        return new Breaks(sorted, NaturalBreaks.thresholds(sorted, k));
    }

    /**
     * Breaks at quantiles: tiers with as many customers each, as far as equal values allow.
     *
     * @param values  the numbers, all finite, in any order
     * @param k  how many tiers, at least 1
     * @param type  what a quantile is between two values
     * @return the breaks
     * @throws IllegalArgumentException as above
     */
    public static Breaks quantiles(double[] values, int k, QuantileType type) {
        double[] sorted = sorted(values, k);
        double[] thresholds = new double[k - 1];
        for (int i = 1; i < k; i++) {
            thresholds[i - 1] = type.of(sorted, (double) i / k);
        }
        return new Breaks(sorted, thresholds);
    }

    /**
     * Breaks by cumulative share (ABC, Pareto): the highest tier is of the fewest customers, greatest first, that together make
     * the first share of the total; and so on. Who is equal to the last of them is with them.
     *
     * @param values  the numbers, all finite and at least 0, in any order
     * @param shares  cumulative shares, rising, above 0 and below 1: 0.8, 0.95 for A, B and C
     * @return the breaks
     * @throws IllegalArgumentException if there are no values, one is negative or not finite, all are 0, or the shares do not
     *     rise
     */
    public static Breaks cumulativeShares(double[] values, double... shares) {
        double[] sorted = sorted(values, 1);
        if (sorted[0] < 0) {
            throw new IllegalArgumentException("values must be at least 0 to have shares of their sum, one was "
                    + sorted[0] + ".\nMaybe leave refunds out, or take natural breaks.");
        }
        double total = DoubleStream.of(sorted).sum();
        if (!(total > 0) || Double.isInfinite(total)) {
            throw new IllegalArgumentException("values must have a finite sum above 0, was " + total + ".");
        }
        double[] thresholds = new double[shares.length];
        double before = 0;
        for (int i = 0; i < shares.length; i++) {
            if (!(shares[i] > before && shares[i] < 1)) {
                throw new IllegalArgumentException(
                        "shares must rise between 0 and 1, were " + Arrays.toString(shares) + ".");
            }
            before = shares[i];
            thresholds[i] = reached(sorted, shares[i] * total);
        }
        return new Breaks(sorted, thresholds);
    }

    /** The value at which the sum from the top reaches an amount. */
    private static double reached(double[] sorted, double amount) {
        double sum = 0;
        int at = sorted.length;
        while (at > 0 && sum < amount * (1 - 1e-12)) {
            sum += sorted[--at];
        }
        return sorted[at];
    }

    private static double[] sorted(double[] values, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k (" + k + ") must be at least 1.");
        }
        if (values.length == 0) {
            throw new IllegalArgumentException("values must not be empty.");
        }
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= GREATEST)) {
                throw new IllegalArgumentException("values[" + i + "] must be finite, and at most " + GREATEST
                        + " either way, was " + values[i]
                        + ".\nMaybe leave customers without the value out.");
            }
            sorted[i] = 0.0 + values[i];
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private double goodness(double[] sorted) {
        double all = squares(sorted, 0, sorted.length);
        double within = 0;
        int from = 0;
        for (int size : sizes) {
            within += squares(sorted, from, from + size);
            from += size;
        }
        return all > 0 ? 1 - within / all : 1;
    }

    private static double squares(double[] sorted, int from, int to) {
        if (from == to || sorted[from] == sorted[to - 1]) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sorted[i];
        }
        double mean = sum / (to - from);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (sorted[i] - mean) * (sorted[i] - mean);
        }
        return squares;
    }

    /**
     * The breaks with both ends.
     *
     * @return the least value, where each further tier begins, and the greatest value
     */
    public List<Double> values() {
        List<Double> values = new ArrayList<>();
        values.add(least);
        for (double threshold : thresholds) {
            values.add(threshold);
        }
        values.add(greatest);
        return List.copyOf(values);
    }

    /**
     * How many tiers there are.
     *
     * @return the number, at least 1
     */
    public int tiers() {
        return sizes.length;
    }

    /**
     * The tier of a number.
     *
     * @param value  the number
     * @return its position, 0 for the lowest; numbers beyond the ends are in the lowest and the highest
     */
    public int tier(double value) {
        int tier = thresholds.length;
        while (tier > 0 && value < thresholds[tier - 1]) {
            tier--;
        }
        return tier;
    }

    /**
     * How many of the numbers a tier has.
     *
     * @param tier  its position, 0 for the lowest
     * @return the number, at least 1
     */
    public int size(int tier) {
        return sizes[tier];
    }

    /**
     * The goodness of variance fit: the share of the sum of squares that the tiers explain.
     *
     * @return from 0 to 1; 1 where all values are equal
     */
    public double goodness() {
        return goodness;
    }

    /**
     * Tiers with these breaks. The lowest has no end downwards.
     *
     * @param key  the attribute, a number or an amount of money
     * @param currency  the currency; of money and only of money
     * @param ids  an id for each tier, lowest first
     * @return the strategy
     * @throws IllegalArgumentException if there are not as many ids as tiers
     */
    public ValueTiers tiers(AttributeKey<?> key, Optional<CurrencyUnit> currency, List<String> ids) {
        if (ids.size() != sizes.length) {
            throw new IllegalArgumentException(
                    "ids must be as many as the tiers (" + sizes.length + "), were " + ids + ".");
        }
        List<Tier> tiers = new ArrayList<>();
        tiers.add(Tier.lowest(ids.get(0)));
        for (int i = 0; i < thresholds.length; i++) {
            tiers.add(new Tier(Segment.of(ids.get(i + 1)), Optional.of(BigDecimal.valueOf(thresholds[i]))));
        }
        return ValueTiers.of(key, currency, tiers);
    }

    /** The values. */
    @Override
    public String toString() {
        return values().toString();
    }
}
