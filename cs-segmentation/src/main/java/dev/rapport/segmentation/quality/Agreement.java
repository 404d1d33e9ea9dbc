package dev.rapport.segmentation.quality;

import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far two segmentations put the same customers together, whatever they call the segments. Counts customers who have a
 * segment in both. Immutable.
 *
 * <p>Formulas, n(ij) the customers in segment i of one and j of the other, a(i) and b(j) their sums, n all:
 *
 * <ul>
 *   <li>adjusted Rand index: (S - E) / ((A + B) / 2 - E), S the sum of C(n(ij), 2), A and B those of a(i) and b(j), E =
 *       A B / C(n, 2); 1 if they agree, about 0 by chance, below 0 if worse than that;
 *   <li>mutual information: sum of n(ij) / n times ln(n n(ij) / (a(i) b(j))), in nats, from 0;
 *   <li>normalised: the same by the mean of both entropies, from 0 to 1.
 * </ul>
 *
 * <p>Edges: with fewer than two customers, or where both have one segment or each customer one of its own, the index is 1; where
 * both entropies are 0 the normalised information is 1. References: Hubert and Arabie, Comparing Partitions, Journal of
 * Classification 2, 1985, doi:10.1007/BF01908075; Vinh, Epps and Bailey, Journal of Machine Learning Research 11, 2010.
 */
public final class Agreement {

    private final int customers;
    private final int leftOut;
    private final double adjustedRand;
    private final double mutualInformation;
    private final double normalisedInformation;

    private Agreement(long[][] table, int leftOut) {
        long[] a = new long[table.length];
        long[] b = new long[table[0].length];
        long n = 0;
        double pairs = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                a[i] += table[i][j];
                b[j] += table[i][j];
                n += table[i][j];
                pairs += pairs(table[i][j]);
            }
        }
        this.customers = (int) n;
        this.leftOut = leftOut;
        this.adjustedRand = adjusted(pairs, pairs(a), pairs(b), pairs(n));
        this.mutualInformation = information(table, a, b, n);
        double mean = (entropy(a, n) + entropy(b, n)) / 2;
        this.normalisedInformation = mean > 0 ? Math.min(1, mutualInformation / mean) : 1;
    }

    /**
     * Compares two segmentations.
     *
     * @param first  one
     * @param second  the other, of the same customers or of some of them, in any order
     * @return how far they agree
     * @throws IllegalArgumentException if one has no segments
     */
    public static Agreement between(Segmentation first, Segmentation second) {
        List<Segment> rows = first.segments();
        List<Segment> columns = second.segments();
        if (rows.isEmpty() || columns.isEmpty()) {
            throw new IllegalArgumentException("segmentations must have segments.");
        }
        Map<String, Segment> others = new HashMap<>();
        for (int row = 0; row < second.customerIds().size(); row++) {
            String id = second.customerIds().get(row);
            second.segment(row).ifPresent(segment -> others.put(id, segment));
        }
        long[][] table = new long[rows.size()][columns.size()];
        Map<Segment, Integer> rowOf = positions(rows);
        Map<Segment, Integer> columnOf = positions(columns);
        int matched = 0;
        int assigned = 0;
        for (int row = 0; row < first.customerIds().size(); row++) {
            Optional<Segment> segment = first.segment(row);
            Segment other = others.get(first.customerIds().get(row));
            assigned += segment.isPresent() ? 1 : 0;
            if (segment.isPresent() && other != null) {
                table[rowOf.getOrDefault(segment.get(), 0)][columnOf.getOrDefault(other, 0)]++;
                matched++;
            }
        }
        return new Agreement(table, assigned + others.size() - 2 * matched);
    }

    private static Map<Segment, Integer> positions(List<Segment> segments) {
        Map<Segment, Integer> positions = new HashMap<>();
        segments.forEach(segment -> positions.put(segment, positions.size()));
        return positions;
    }

    private static double pairs(long... counts) {
        double sum = 0;
        for (long count : counts) {
            sum += count * (count - 1.0) / 2;
        }
        return sum;
    }

    private static double adjusted(double both, double first, double second, double all) {
        double expected = all > 0 ? first * second / all : 0;
        double most = (first + second) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }

    private static double information(long[][] table, long[] a, long[] b, long n) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                if (table[i][j] > 0) {
                    double share = (double) table[i][j] / n;
                    sum += share * StrictMath.log((double) n * table[i][j] / ((double) a[i] * b[j]));
                }
            }
        }
        return Math.max(0, sum);
    }

    private static double entropy(long[] counts, long n) {
        double sum = 0;
        for (long count : counts) {
            if (count > 0) {
                double share = (double) count / n;
                sum -= share * StrictMath.log(share);
            }
        }
        return sum;
    }

    /**
     * How many customers are compared.
     *
     * @return those that have a segment in both
     */
    public int customers() {
        return customers;
    }

    /**
     * How many customers are not compared.
     *
     * @return those that have a segment in one of the two alone
     */
    public int leftOut() {
        return leftOut;
    }

    /**
     * The adjusted Rand index.
     *
     * @return 1 if they agree, about 0 by chance
     */
    public double adjustedRand() {
        return adjustedRand;
    }

    /**
     * The mutual information.
     *
     * @return nats, at least 0
     */
    public double mutualInformation() {
        return mutualInformation;
    }

    /**
     * The mutual information as a share of the mean entropy.
     *
     * @return from 0 to 1
     */
    public double normalisedInformation() {
        return normalisedInformation;
    }

    /** The numbers. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "adjusted Rand %.3f, normalised information %.3f, %d customers",
                adjustedRand,
                normalisedInformation,
                customers);
    }
}
