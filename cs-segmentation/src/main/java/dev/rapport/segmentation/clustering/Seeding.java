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

        /** Adds up, for each candidate, what a run of rows costs if it joins the centres. */
        default void addUp(int from, int to, double[] nearest, int[] candidates, double[] sums) {
            for (int row = from; row < to; row++) {
                for (int i = 0; i < candidates.length; i++) {
                    sums[i] += Math.min(nearest[row], between(row, candidates[i]));
                }
            }
        }

        /** Notes what a run of rows costs with a new centre, and adds it up. */
        default double approach(int from, int to, double[] nearest, int centre) {
            double sum = 0;
            for (int row = from; row < to; row++) {
                nearest[row] = Math.min(nearest[row], between(row, centre));
                sum += nearest[row];
            }
            return sum;
        }
    }

    /** The rows; fewer than asked for if there are no more that differ. */
    int[] rows(int k, SplitMix random) {
        int[] candidates = new int[2 + (int) StrictMath.log(k)];
        int[] chosen = new int[k];
        Arrays.fill(nearest, 0, chunks.rows(), Double.POSITIVE_INFINITY);
        chosen[0] = random.nextInt(chunks.rows());
        for (int centre = 1; centre < k; centre++) {
            Costs costs = approach(chosen[centre - 1]);
            if (!(costs.total > 0)) {
                return Arrays.copyOf(chosen, centre);
            }
            for (int i = 0; i < candidates.length; i++) {
                candidates[i] = costs.draw(random);
            }
            chosen[centre] = candidates[best(candidates)];
        }
        return chosen;
    }

    private int best(int[] candidates) {
        double[][] parts = new double[chunks.count()][candidates.length];
        chunks.each((chunk, from, to) -> pairs.addUp(from, to, nearest, candidates, parts[chunk]));
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.length; i++) {
            double sum = 0;
            for (double[] part : parts) {
                sum += part[i];
            }
            if (sum < least) {
                least = sum;
                best = i;
            }
        }
        return best;
    }

    /** One row, drawn in proportion to what is given. */
    int draw(SplitMix random) {
        return new Costs((from, to) -> {
                    double sum = 0;
                    for (int row = from; row < to; row++) {
                        sum += nearest[row];
                    }
                    return sum;
                })
                .draw(random);
    }

    private Costs approach(int centre) {
        return new Costs((from, to) -> pairs.approach(from, to, nearest, centre));
    }

    /** What the rows cost, chunk by chunk. */
    private final class Costs {
        private final double[] parts;
        private final double total;

        Costs(Chunks.Summand summand) {
            parts = chunks.parts(summand);
            total = Arrays.stream(parts).reduce(0, Double::sum);
        }

        /** The row at which the running sum passes a number; never one that costs nothing, if another does. */
        int draw(SplitMix random) {
            double left = random.nextDouble() * total;
            int chunk = 0;
            while (chunk + 1 < parts.length && left >= parts[chunk]) {
                left -= parts[chunk];
                chunk++;
            }
            int first = chunks.first(chunk);
            int last = first;
            while (last > 0 && nearest[last] == 0) {
                last--;
            }
            for (int row = first; row < chunks.rows(); row++) {
                if (nearest[row] > 0) {
                    left -= nearest[row];
                    last = row;
                    if (left < 0) {
                        return row;
                    }
                }
            }
            return last;
        }
    }
}
