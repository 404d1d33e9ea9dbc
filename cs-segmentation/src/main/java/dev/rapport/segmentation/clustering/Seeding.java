package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/**
 * First centres by greedy k-means++: each is one of the rows, drawn with a probability that is in proportion to what it
 * costs with the centres so far; of some candidates the one that lowers the sum most is taken.
 *
 * <p>Reference: Arthur and Vassilvitskii, k-means++: the advantages of careful seeding, SODA 2007, section 4 for the greedy
 * form.
 */
final class Seeding {

    private final Pairs pairs;
    private final Chunks chunks;
    /** What each row costs with the centres so far. */
    private final double[] nearest;

    Seeding(Pairs pairs, Chunks chunks, double[] nearest) {
        this.pairs = pairs;
        this.chunks = chunks;
        this.nearest = nearest;
    }

    /** What a row costs if another one is its centre. */
    interface Pairs {
        double between(int row, int centre);
    }

    /** The rows; fewer than asked for if there are no more that differ. */
    int[] rows(int k, SplitMix random) {
        int candidates = 2 + (int) StrictMath.log(k);
        int[] chosen = new int[k];
        Arrays.fill(nearest, 0, chunks.rows(), Double.POSITIVE_INFINITY);
        chosen[0] = random.nextInt(chunks.rows());
        double total = approach(chosen[0]);
        for (int centre = 1; centre < k; centre++) {
            if (!(total > 0)) {
                return Arrays.copyOf(chosen, centre);
            }
            double least = Double.POSITIVE_INFINITY;
            for (int candidate = 0; candidate < candidates; candidate++) {
                int row = draw(random.nextDouble() * total);
                double potential = potential(row);
                if (potential < least) {
                    least = potential;
                    chosen[centre] = row;
                }
            }
            total = approach(chosen[centre]);
        }
        return chosen;
    }

    /** One row, drawn in proportion to what is given. */
    int draw(SplitMix random) {
        return draw(random.nextDouble() * chunks.sum((from, to) -> {
            double sum = 0;
            for (int row = from; row < to; row++) {
                sum += nearest[row];
            }
            return sum;
        }));
    }

    private double approach(int centre) {
        return chunks.sum((from, to) -> {
            double sum = 0;
            for (int row = from; row < to; row++) {
                double distance = pairs.between(row, centre);
                if (distance < nearest[row]) {
                    nearest[row] = distance;
                }
                sum += nearest[row];
            }
            return sum;
        });
    }

    private double potential(int candidate) {
        return chunks.sum((from, to) -> {
            double sum = 0;
            for (int row = from; row < to; row++) {
                sum += Math.min(nearest[row], pairs.between(row, candidate));
            }
            return sum;
        });
    }

    /** The row at which the running sum passes a number; never one that costs nothing, if another does. */
    private int draw(double at) {
        double sum = 0;
        int last = 0;
        for (int row = 0; row < chunks.rows(); row++) {
            if (nearest[row] > 0) {
                sum += nearest[row];
                last = row;
                if (sum > at) {
                    return row;
                }
            }
        }
        return last;
    }
}
