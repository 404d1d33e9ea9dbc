package dev.rapport.segmentation.clustering;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * k-prototypes: k-means for numbers and texts together. The centre of a cluster has the mean of every number and the most
 * frequent text (of equally frequent ones the first in sort order), both of the customers that have a value.
 *
 * <p>Formula: the sum over customers of the mixed {@link Dissimilarity} from the nearest centre. Unless it is given, lambda is
 * the mean variance of the numbers over the mean of 1 - sum p^2 of the texts (p the shares of a text's values); 1 where one
 * of these is 0 or there are no numbers or no texts. A missing value adds nothing. Edges: as for k-means.
 *
 * <p>Algorithm: greedy k-means++ for the first centres, Lloyd's steps until nothing moves, the best of the restarts, then
 * swaps as for k-means.
 *
 * <p>References: Huang 1998, doi:10.1023/A:1009769707641; for lambda, Szepannek, clustMixType: user-friendly clustering of
 * mixed-type data in R, The R Journal 10(2), 2018, doi:10.32614/RJ-2018-048.
 */
public final class KPrototypes implements ClusteringMethod {

    private static final int MOST_SWAPS = 100;
    private static final double SWAP_BUDGET = 1e7;
    private static final double BETTER = 1 - 1e-12;

    private final int k;
    private int restarts = 10;
    private long seed = 1;
    private boolean standardised;
    private OptionalDouble lambda = OptionalDouble.empty();

    private KPrototypes(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k (" + k + ") must be at least 1.");
        }
        this.k = k;
    }

    private KPrototypes(int k, KPrototypes from) {
        this(k);
        restarts = from.restarts;
        seed = from.seed;
        standardised = from.standardised;
        lambda = from.lambda;
    }

    /**
     * k-prototypes with ten restarts and the lambda of the data.
     *
     * @param k  the number of clusters, at least 1
     * @return the method
     */
    public static KPrototypes of(int k) {
        return new KPrototypes(k);
    }

    /**
     * The same with another number of restarts.
     *
     * @param times  how often to begin anew, at least 1
     * @return the new method
     */
    public KPrototypes restarts(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("restarts (" + times + ") must be at least 1.");
        }
        KPrototypes copy = new KPrototypes(k, this);
        copy.restarts = times;
        return copy;
    }

    /**
     * The same with another seed.
     *
     * @param newSeed  what the random numbers begin with
     * @return the new method
     */
    public KPrototypes seed(long newSeed) {
        KPrototypes copy = new KPrototypes(k, this);
        copy.seed = newSeed;
        return copy;
    }

    /**
     * The same with every number in standard deviations. The scales become part of the fitted model.
     *
     * @return the new method
     */
    public KPrototypes standardised() {
        KPrototypes copy = new KPrototypes(k, this);
        copy.standardised = true;
        return copy;
    }

    /**
     * The same with a given lambda.
     *
     * @param weight  what a text that differs counts, a finite number of at least 0
     * @return the new method
     */
    public KPrototypes lambda(double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("lambda (" + weight + ") must be a finite number of at least 0.");
        }
        KPrototypes copy = new KPrototypes(k, this);
        copy.lambda = OptionalDouble.of(weight);
        return copy;
    }

    @Override
    public int k() {
        return k;
    }

    @Override
    public KPrototypes withK(int newK) {
        return new KPrototypes(newK, this);
    }

    @Override
    public Clustering fit(ClusterData data) {
        data.requireDistinct(k);
        double[] scales = standardised ? Scales.deviations(data) : Scales.none(data);
        double weight = lambda.isPresent() ? lambda.getAsDouble() : lambdaOf(data, scales);
        Dissimilarity dissimilarity = Dissimilarity.mixed(data, scales, weight);
        Chunks chunks = Chunks.alone(data.size());
        double[] nearest = new double[data.size()];
        Seeding seeding = new Seeding(dissimilarity::between, chunks, nearest);
        Prototypes best = null;
        for (int run = 0; run < restarts; run++) {
            int[] rows = seeding.rows(k, SplitMix.of(seed, run));
            Prototypes next = new Prototypes(data, scales, weight, rows(data, filled(rows, data.size()))).run();
            best = best == null || next.cost() < best.cost() ? next : best;
        }
        Prototypes found = requireNonNull(best);
        int columns = data.features().size();
        int most = k == 1 || found.cost() == 0
                ? 0
                : (int) Math.min(MOST_SWAPS, SWAP_BUDGET / ((double) data.size() * columns * k));
        for (int swap = 0; swap < most; swap++) {
            SplitMix random = SplitMix.of(seed, restarts + swap);
            double[] centres = found.centres().clone();
            int removed = random.nextInt(k);
            found.distancesWithout(removed, nearest);
            System.arraycopy(data.values(), seeding.draw(random) * columns, centres, removed * columns, columns);
            Prototypes next = new Prototypes(data, scales, weight, centres).run();
            found = next.cost() < found.cost() * BETTER ? next : found;
        }
        return new Clustering(
                "k-prototypes",
                dissimilarity,
                ClusterMeasure.MIXED,
                new Clustering.Centres(found.centres(), scales, weight, new int[0]));
    }

    /** Where missing values make customers that differ cost nothing, others fill up. */
    private int[] filled(int[] rows, int size) {
        int[] all = Arrays.copyOf(rows, k);
        int next = 0;
        for (int i = rows.length; i < k; i++) {
            while (contains(all, i, next)) {
                next++;
            }
            all[i] = next % size;
        }
        return all;
    }

    private static boolean contains(int[] rows, int count, int row) {
        for (int i = 0; i < count; i++) {
            if (rows[i] == row) {
                return true;
            }
        }
        return false;
    }

    private static double[] rows(ClusterData data, int[] rows) {
        int columns = data.features().size();
        double[] centres = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(data.values(), rows[i] * columns, centres, i * columns, columns);
        }
        return centres;
    }

    /**
     * The lambda that is taken where none is given.
     *
     * @param data  the customers
     * @return a number above 0
     */
    public static double lambdaOf(ClusterData data) {
        return lambdaOf(data, Scales.none(data));
    }

    private static double lambdaOf(ClusterData data, double[] scales) {
        double numbers = 0;
        double texts = 0;
        int numberCount = 0;
        int textCount = 0;
        for (int j = 0; j < data.features().size(); j++) {
            if (data.isCategory(j)) {
                texts += impurity(data, j);
                textCount++;
            } else {
                numbers += Scales.variance(data, j) / (scales[j] * scales[j]);
                numberCount++;
            }
        }
        return numbers > 0 && texts > 0 ? numbers / numberCount / (texts / textCount) : 1;
    }

    private static double impurity(ClusterData data, int j) {
        double[] counts = new double[data.levels(j).size()];
        double known = 0;
        for (int row = 0; row < data.size(); row++) {
            double value = data.value(row, j);
            if (!Double.isNaN(value)) {
                counts[(int) value]++;
                known++;
            }
        }
        double same = 0;
        for (double count : counts) {
            same += count / known * (count / known);
        }
        return 1 - same;
    }
}
