package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/**
 * k-medoids: clusters around customers, such that the mean dissimilarity of everybody from the nearest is least, as far as
 * restarts and swaps find it. Numbers alone are compared by Euclidean distance, numbers and texts by Gower's dissimilarity,
 * which takes missing values.
 *
 * <p>Formula: the mean over customers of d(i, m(i)), m(i) the nearest medoid and d as {@link Dissimilarity} says. Edges: k = 1
 * gives the customer nearest to all others; k equal to the number of customers that differ gives 0; above it is an error.
 *
 * <p>Algorithm: FasterPAM from the first medoids of Kaufman and Rousseeuw, then from k-means++ ones; then swaps, each of which
 * puts one to four medoids elsewhere, goes on from there and keeps what is better. Of more customers than
 * the matrix of dissimilarities has room for (5,000 unless told otherwise, 200 MB), CLARA: samples of 2,000, each with the
 * best medoids so far in it, judged on all customers; then single swaps with customers at random, each judged on all,
 * as many as 40 million dissimilarities allow. It finds good medoids, not the best.
 *
 * <p>References: Schubert and Rousseeuw 2021, doi:10.1016/j.is.2021.101804; Kaufman and Rousseeuw, Finding groups in data,
 * Wiley 1990, chapters 2 and 3.
 */
public final class KMedoids implements ClusteringMethod {

    private static final int MATRIX = 5_000;
    private static final int SAMPLE = 2_000;
    private static final int SAMPLES = 5;
    private static final int AUTOMATIC = -1;
    private static final int MOST_SWAPS = 800;
    private static final double SWAP_BUDGET = 2e8;
    private static final int MOST_AT_ONCE = 4;
    private static final int POLISH_BUDGET = 40_000_000;
    private static final double BETTER = 1 - 1e-12;

    private final int k;
    private int restarts = 10;
    private int swaps = AUTOMATIC;
    private int matrixUpTo = MATRIX;
    private long seed = 1;
    private boolean standardised;
    private boolean gower;

    private KMedoids(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k (" + k + ") must be at least 1.");
        }
        this.k = k;
    }

    private KMedoids(int k, KMedoids from) {
        this(k);
        restarts = from.restarts;
        swaps = from.swaps;
        matrixUpTo = from.matrixUpTo;
        seed = from.seed;
        standardised = from.standardised;
        gower = from.gower;
    }

    /**
     * k-medoids with ten restarts.
     *
     * @param k  the number of clusters, at least 1
     * @return the method
     */
    public static KMedoids of(int k) {
        return new KMedoids(k);
    }

    /**
     * The same with another number of restarts. The first begins with the medoids of Kaufman and Rousseeuw.
     *
     * @param times  how often to begin, at least 1
     * @return the new method
     */
    public KMedoids restarts(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("restarts (" + times + ") must be at least 1.");
        }
        KMedoids copy = new KMedoids(k, this);
        copy.restarts = times;
        return copy;
    }

    /**
     * The same with another number of swaps at random, each followed by FasterPAM; as many as small data allows unless told.
     *
     * @param times  how often to try to put a medoid elsewhere, at least 0
     * @return the new method
     */
    public KMedoids swaps(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("swaps (" + times + ") must be at least 0.");
        }
        KMedoids copy = new KMedoids(k, this);
        copy.swaps = times;
        return copy;
    }

    /**
     * The same with another seed.
     *
     * @param newSeed  what the random numbers begin with
     * @return the new method
     */
    public KMedoids seed(long newSeed) {
        KMedoids copy = new KMedoids(k, this);
        copy.seed = newSeed;
        return copy;
    }

    /**
     * The same with another limit on the matrix of dissimilarities, which takes 8 bytes for each pair of customers either way.
     *
     * @param customers  up to how many customers it is kept, at least 100; above, CLARA samples
     * @return the new method
     */
    public KMedoids matrixUpTo(int customers) {
        if (customers < 100) {
            throw new IllegalArgumentException("customers (" + customers + ") must be at least 100.");
        }
        KMedoids copy = new KMedoids(k, this);
        copy.matrixUpTo = customers;
        return copy;
    }

    /**
     * The same with numbers in standard deviations; Gower's dissimilarity has no need of it.
     *
     * @return the new method
     */
    public KMedoids standardised() {
        KMedoids copy = new KMedoids(k, this);
        copy.standardised = true;
        return copy;
    }

    /**
     * The same with Gower's dissimilarity even where all attributes are numbers.
     *
     * @return the new method
     */
    public KMedoids gower() {
        KMedoids copy = new KMedoids(k, this);
        copy.gower = true;
        return copy;
    }

    @Override
    public int k() {
        return k;
    }

    @Override
    public KMedoids withK(int newK) {
        return new KMedoids(newK, this);
    }

    @Override
    public Clustering fit(ClusterData data) {
        data.requireDistinct(k);
        boolean mixed = gower || data.hasCategories();
        double[] scales = mixed ? Scales.ranges(data) : standardised ? Scales.deviations(data) : Scales.none(data);
        Dissimilarity dissimilarity = mixed ? Dissimilarity.gower(data, scales) : Dissimilarity.euclidean(data, scales);
        int[] medoids = data.size() <= matrixUpTo ? exact(dissimilarity) : sampled(dissimilarity);
        Arrays.sort(medoids);
        int columns = data.features().size();
        double[] centres = new double[k * columns];
        for (int m = 0; m < k; m++) {
            System.arraycopy(data.values(), medoids[m] * columns, centres, m * columns, columns);
        }
        return new Clustering(
                "k-medoids",
                dissimilarity,
                mixed ? ClusterMeasure.GOWER : ClusterMeasure.MEAN_SQUARED,
                new Clustering.Centres(centres, scales, 1, medoids));
    }

    private int[] exact(Dissimilarity dissimilarity) {
        int n = dissimilarity.data().size();
        double[][] matrix = matrix(dissimilarity, rows(n));
        FasterPam best = new FasterPam(matrix, FasterPam.build(matrix, k)).run();
        Seeding seeding = new Seeding((row, centre) -> matrix[centre][row], Chunks.alone(n), new double[n]);
        for (int run = 1; run < restarts && k > 1; run++) {
            int[] first = seeding.rows(k, SplitMix.of(seed, run));
            if (first.length == k) {
                FasterPam next = new FasterPam(matrix, first).run();
                best = next.sum() < best.sum() ? next : best;
            }
        }
        int tries = swaps == AUTOMATIC ? (int) Math.min(MOST_SWAPS, SWAP_BUDGET / ((double) n * n)) : swaps;
        for (int swap = 0; swap < tries && k > 1 && k < n && best.sum() > 0; swap++) {
            SplitMix random = SplitMix.of(seed, restarts + swap);
            int[] medoids = best.medoids();
            for (int i = 0; i <= swap % Math.min(k, MOST_AT_ONCE); i++) {
                medoids = swapped(matrix, medoids, random, swap % 8 < 4);
            }
            FasterPam next = new FasterPam(matrix, medoids).run(random.nextInt(n));
            best = next.sum() < best.sum() * BETTER ? next : best;
        }
        return best.medoids();
    }

    /** The medoids with one of them at a customer that the others leave far away, or at any. */
    private static int[] swapped(double[][] matrix, int[] medoids, SplitMix random, boolean far) {
        int removed = random.nextInt(medoids.length);
        double[] nearest = new double[matrix.length];
        for (int row = 0; row < nearest.length; row++) {
            nearest[row] = Double.POSITIVE_INFINITY;
            for (int m = 0; m < medoids.length; m++) {
                nearest[row] = m == removed ? nearest[row] : Math.min(nearest[row], matrix[medoids[m]][row]);
            }
            nearest[row] = far || nearest[row] == 0 ? nearest[row] : 1;
        }
        nearest[medoids[removed]] = 0;
        Seeding seeding = new Seeding((row, centre) -> matrix[centre][row], Chunks.alone(nearest.length), nearest);
        int chosen = seeding.draw(random);
        if (nearest[chosen] > 0) {
            medoids[removed] = chosen;
        }
        return medoids;
    }

    private int[] sampled(Dissimilarity dissimilarity) {
        int n = dissimilarity.data().size();
        int size = Math.min(matrixUpTo, Math.max(SAMPLE, 2 * k));
        // Rows that differ, so that the first sample has as many of them as there are clusters, however rare they are
        int[] best =
                new Seeding(dissimilarity::between, Chunks.alone(n), new double[n]).rows(k, SplitMix.of(seed, SAMPLES));
        double least = Double.POSITIVE_INFINITY;
        for (int sample = 0; sample < SAMPLES; sample++) {
            int[] rows = with(best, SplitMix.of(seed, sample).sample(n, Math.min(n, size)));
            double[][] matrix = matrix(dissimilarity, rows);
            int[] found =
                    new FasterPam(matrix, FasterPam.build(matrix, k)).run().medoids();
            for (int m = 0; m < k; m++) {
                found[m] = rows[found[m]];
            }
            double cost = cost(dissimilarity, found);
            if (cost < least) {
                least = cost;
                best = found;
            }
        }
        int tries = Math.min(n, POLISH_BUDGET / n);
        return new WholeSwaps(dissimilarity, best)
                .tried(SplitMix.of(seed, SAMPLES + 1).sample(n, tries));
    }

    /** The rows of a sample and some more, rising, each once. */
    private static int[] with(int[] more, int[] sample) {
        int[] all = Arrays.copyOf(sample, sample.length + more.length);
        System.arraycopy(more, 0, all, sample.length, more.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private static double cost(Dissimilarity dissimilarity, int[] medoids) {
        double sum = 0;
        for (int row = 0; row < dissimilarity.data().size(); row++) {
            double least = Double.POSITIVE_INFINITY;
            for (int medoid : medoids) {
                least = Math.min(least, dissimilarity.between(row, medoid));
            }
            sum += least;
        }
        return sum;
    }

    private static int[] rows(int n) {
        int[] rows = new int[n];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    private static double[][] matrix(Dissimilarity dissimilarity, int[] rows) {
        double[][] matrix = new double[rows.length][rows.length];
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < a; b++) {
                double between = dissimilarity.between(rows[a], rows[b]);
                matrix[a][b] = between;
                matrix[b][a] = between;
            }
        }
        return matrix;
    }
}
