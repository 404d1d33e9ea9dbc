package dev.rapport.health.estimate;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was kept of what there was, in clusters of unequal weight, such as the revenue of customers. Mutable, for one thread.
 *
 * <p>A few large customers make such a share less certain than their number suggests. What counts is how many customers of
 * equal weight they are worth (Kish).
 */
public final class WeightedRatio {

    private static final int FEWEST = 10;

    private static final class Totals {
        private double base;
        private double kept;

        private double grown() {
            return Math.max(0, kept - base);
        }
    }

    private final Map<String, Totals> clusters = new TreeMap<>();
    private long observations;

    /** A ratio of nothing. */
    public WeightedRatio() {}

    /**
     * Adds an observation.
     *
     * @param cluster  what it shares with others, such as the customer
     * @param base  what there was, above zero
     * @param kept  what is left of it, zero or above
     */
    public void add(String cluster, double base, double kept) {
        if (!(base > 0 && kept >= 0 && Double.isFinite(base) && Double.isFinite(kept))) {
            throw new IllegalArgumentException(
                    "base (" + base + ") must be above 0 and kept (" + kept + ") at least 0, both finite.");
        }
        Totals totals = clusters.computeIfAbsent(requireNonNull(cluster, "cluster"), absent -> new Totals());
        totals.base += base;
        totals.kept += kept;
        observations++;
    }

    /**
     * The share of the base that is kept, where no observation keeps more than it had.
     *
     * <p><strong>Formula.</strong> {@code p = sum_c k[c] / sum_c b[c]} over the clusters {@code c}; the Wilson interval
     * ({@link Proportion#wilson}) of {@code p} with {@code n* = (sum_c b[c])^2 / sum_c b[c]^2} observations.
     *
     * <p><strong>Units.</strong> {@code b} what there was and {@code k} what was kept of it, in any unit; shares from 0 to
     * 1.
     *
     * <p><strong>Edges.</strong> Not enough data without an observation. With one observation a cluster and equal weights,
     * {@code n*} is their number and the interval Wilson's exactly. Never of width 0.
     *
     * <p><strong>Algorithm.</strong> One pass. Too wide rather than too narrow: a share of each cluster that lies between 0
     * and 1 spreads at most as much as one that is 0 or 1, and clusters are taken as if their observations all went the same
     * way.
     *
     * <p><strong>Reference.</strong> L. Kish, Survey Sampling (1965), section 11.2C, for {@code n*}; E. L. Korn, B. I.
     * Graubard, Survey Methodology 24 (1998) 193-201, for the interval of {@code n*} observations.
     *
     * @param level  such as 0.95
     * @return the share
     * @throws IllegalStateException if a cluster kept more than it had
     */
    public Estimate share(double level) {
        Confidence.checkLevel(level);
        if (clusters.isEmpty()) {
            return nothing();
        }
        double base = 0;
        double kept = 0;
        for (Totals totals : clusters.values()) {
            if (totals.kept > totals.base * (1 + 1e-9)) {
                throw new IllegalStateException("kept (" + totals.kept + ") must not be above base (" + totals.base
                        + ").\nMaybe it is a ratio, not a share.");
            }
            base += totals.base;
            kept += totals.kept;
        }
        double share = Math.min(1, kept / base);
        return new Estimate.Known(share, Proportion.wilson(share, effective(), level), basis());
    }

    /**
     * The ratio of what is left to what there was, where there may be more than there was.
     *
     * <p><strong>Formula.</strong> {@code r = g + x} with the share {@code g} that is kept, more than there was left out, and
     * {@code x = sum_c max(0, k[c] - b[c]) / sum_c b[c]}, what came on top. Of {@code g} the interval of {@link #share}; of
     * {@code x} {@code x ± t[n* - 1] sqrt(v)}, cut off at 0, with {@code v = n / (n - 1) sum_c (max(0, k[c] - b[c]) - x
     * b[c])^2 / (sum_c b[c])^2}. Of {@code r}: the sum of the lower
     * ends to the sum of the upper ends.
     *
     * <p><strong>Units.</strong> A share of the base, which may be above 1.
     *
     * <p><strong>Edges.</strong> Not enough data with fewer than ten clusters, or if they are worth fewer than two of equal
     * weight: the variance is then a guess. Never of width 0.
     *
     * <p><strong>Algorithm.</strong> Two passes over the clusters. Losses are few and large, so a symmetric interval of
     * {@code r} itself would hold the truth too seldom: of 60 customers of which one in ten leaves, 90 times in a hundred
     * instead of 95. Where fewer leave, more can grow, so the ends go together: rather too wide than too narrow.
     *
     * <p><strong>Reference.</strong> W. G. Cochran, Sampling Techniques, 3rd ed. (1977), section 6.3, ISBN 0-471-16240-X, for
     * {@code v}.
     *
     * @param level  such as 0.95
     * @return the ratio
     */
    public Estimate ratio(double level) {
        Confidence.checkLevel(level);
        if (clusters.isEmpty()) {
            return nothing();
        }
        double size = effective();
        if (clusters.size() < FEWEST || size < 2) {
            return new Estimate.NotEnoughData(
                    clusters.size() < FEWEST
                            ? clusters.size() + " of at least " + FEWEST + " customers"
                            : "one customer is nearly all of the base",
                    basis());
        }
        double base = 0;
        double kept = 0;
        double grown = 0;
        for (Totals totals : clusters.values()) {
            base += totals.base;
            kept += Math.min(totals.kept, totals.base);
            grown += totals.grown();
        }
        double share = kept / base;
        double top = grown / base;
        Interval ofShare = Proportion.wilson(share, size, level);
        double reach = Quantiles.student(level, size - 1) * Math.sqrt(varianceOfTop(top, base));
        double low = ofShare.low() + Math.max(0, top - reach);
        double high = ofShare.high() + top + reach;
        double ratio = share + top;
        Confidence confidence = new Confidence(level, IntervalMethod.TWO_INTERVALS);
        return new Estimate.Known(ratio, Interval.within(0, Double.MAX_VALUE, ratio, low, high, confidence), basis());
    }

    private double varianceOfTop(double top, double base) {
        double squares = 0;
        for (Totals totals : clusters.values()) {
            double deviation = totals.grown() - top * totals.base;
            squares += deviation * deviation;
        }
        double count = clusters.size();
        return count / (count - 1) * squares / (base * base);
    }

    private double effective() {
        double base = 0;
        double squares = 0;
        for (Totals totals : clusters.values()) {
            base += totals.base;
            squares += totals.base * totals.base;
        }
        return Math.min(clusters.size(), base * base / squares);
    }

    private Basis basis() {
        return new Basis(observations, clusters.size(), clusters.isEmpty() ? 0 : effective());
    }

    private Estimate nothing() {
        return new Estimate.NotEnoughData("nothing to keep", basis());
    }
}
