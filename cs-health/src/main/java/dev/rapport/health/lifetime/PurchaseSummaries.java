package dev.rapport.health.lifetime;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What the models without contracts need of each customer: how often they bought again, when last, and how long ago they
 * first bought. All times are counted from the first purchase, in any one unit (weeks are usual). Immutable.
 *
 * <p>Purchases of one customer on one day count as one; the first purchase is not counted.
 */
public final class PurchaseSummaries {

    private final double[] repeats;
    private final double[] last;
    private final double[] watched;

    private PurchaseSummaries(double[] repeats, double[] last, double[] watched) {
        this.repeats = repeats;
        this.last = last;
        this.watched = watched;
    }

    /**
     * Summaries.
     *
     * @param repeats  x, how often each customer bought again; a whole number of at least 0
     * @param last  t.x, when each bought last; 0 for those who never bought again, at most {@code watched}
     * @param watched  T, how long each has been watched
     * @return the summaries
     * @throws IllegalArgumentException if lengths differ or a row contradicts itself
     */
    public static PurchaseSummaries of(double[] repeats, double[] last, double[] watched) {
        if (last.length != repeats.length || watched.length != repeats.length) {
            throw new IllegalArgumentException("last (" + last.length + ") and watched (" + watched.length
                    + ") must have one value for each of the " + repeats.length + " customers.");
        }
        for (int i = 0; i < repeats.length; i++) {
            boolean whole = repeats[i] >= 0 && repeats[i] == Math.rint(repeats[i]) && repeats[i] < 1e9;
            boolean times = last[i] >= 0 && last[i] <= watched[i] && watched[i] < Double.POSITIVE_INFINITY;
            boolean agree = (repeats[i] == 0) == (last[i] == 0);
            if (!whole || !times || !agree) {
                throw new IllegalArgumentException(
                        "customer " + i + " (repeats " + repeats[i] + ", last " + last[i]
                                + ", watched " + watched[i]
                                + ") must have a whole number of repeats, 0 <= last <= watched, and last 0 just where repeats is 0.");
            }
        }
        return new PurchaseSummaries(repeats.clone(), last.clone(), watched.clone());
    }

    /**
     * The number of customers.
     *
     * @return at least 0
     */
    public int size() {
        return repeats.length;
    }

    /**
     * How often a customer bought again.
     *
     * @param row  the customer
     * @return x, a whole number
     */
    public double repeats(int row) {
        return repeats[row];
    }

    /**
     * When a customer bought last, after the first time.
     *
     * @param row  the customer
     * @return t.x
     */
    public double last(int row) {
        return last[row];
    }

    /**
     * How long a customer has been watched.
     *
     * @param row  the customer
     * @return T
     */
    public double watched(int row) {
        return watched[row];
    }

    /** Customers who are alike, once with their number, in a fixed order: likelihoods are the same for any order of rows. */
    Distinct distinct() {
        Integer[] order = new Integer[size()];
        Arrays.setAll(order, i -> i);
        Comparator<Integer> by = Comparator.comparingDouble(i -> repeats[i]);
        Arrays.sort(order, by.thenComparingDouble(i -> last[i]).thenComparingDouble(i -> watched[i]));
        double[] x = new double[order.length];
        double[] t = new double[order.length];
        double[] whole = new double[order.length];
        double[] count = new double[order.length];
        int distinct = 0;
        for (int row : order) {
            if (distinct == 0
                    || x[distinct - 1] != repeats[row]
                    || t[distinct - 1] != last[row]
                    || whole[distinct - 1] != watched[row]) {
                x[distinct] = repeats[row];
                t[distinct] = last[row];
                whole[distinct++] = watched[row];
            }
            count[distinct - 1]++;
        }
        return new Distinct(
                Arrays.copyOf(x, distinct),
                Arrays.copyOf(t, distinct),
                Arrays.copyOf(whole, distinct),
                Arrays.copyOf(count, distinct));
    }

    /** Columns of distinct summaries, by repeats. */
    @SuppressWarnings("ArrayRecordComponent") // package-private columns, never compared
    record Distinct(double[] x, double[] last, double[] watched, double[] count) {

        /** The logarithms of Gamma(r + x) / Gamma(r) for all x up to the largest. */
        double[] risingFactorials(double r) {
            int most = x.length == 0 ? 0 : (int) x[x.length - 1];
            double[] logs = new double[most + 1];
            for (int k = 1; k <= most; k++) {
                logs[k] = logs[k - 1] + StrictMath.log(r + k - 1);
            }
            return logs;
        }
    }
}
