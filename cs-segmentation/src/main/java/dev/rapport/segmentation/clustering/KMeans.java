package dev.rapport.segmentation.clustering;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;

/**
 * k-means: the clusters whose sum of squared distances from their means is least, as far as restarts and swaps find it.
 *
 * <p>Formula: the sum over customers i of the sum over attributes j of ((x_ij - c_j) / s_j)^2, where c is the mean of the
 * cluster and s_j is 1, or the standard deviation (with n - 1) where {@link #standardised()}. In the squared units of the
 * attributes, or without unit. Edges: k = 1 gives the means; k equal to the number of customers that differ gives 0; above it,
 * missing values and texts are errors; a constant attribute adds nothing.
 *
 * <p>Algorithm: greedy k-means++ for the first centres, then Lloyd's steps with Hamerly's bounds, bit for bit those of the
 * plain algorithm, until nothing moves; the best of the restarts. Then swaps, each of which puts one centre or two elsewhere and
 * keeps what is better. Where there are swaps, which is where the data is small unless told otherwise, each run is refined by
 * Hartigan's moves of single points. Sums are taken chunk by chunk, so that the number of tasks changes nothing. Memory beside the points: 20 bytes a point, 24 where there is more than one run.
 *
 * <p>References: Lloyd 1982, doi:10.1109/TIT.1982.1056489; Hamerly 2010, doi:10.1137/1.9781611972801.12; Arthur and
 * Vassilvitskii, SODA 2007; Fränti, Efficiency of random swap clustering, Journal of Big Data 5:13, 2018,
 * doi:10.1186/s40537-018-0122-y.
 *
 * <pre>{@code
 * Clustering clustering = KMeans.of(3).standardised().fit(ClusterData.of(book, List.of(ARR, SEATS)));
 * }</pre>
 */
public final class KMeans implements ClusteringMethod {

    private static final int AUTOMATIC = -1;
    private static final int MOST_SWAPS = 200;
    private static final double SWAP_BUDGET = 2e7;
    private static final double BETTER = 1 - 1e-12;

    private final int k;
    private int restarts = 10;
    private int maxIterations = 300;
    private int swaps = AUTOMATIC;
    private long seed = 1;
    private boolean standardised;
    private boolean bounded = true;
    private Executor executor = Runnable::run;
    private int tasks = 1;

    private KMeans(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k (" + k + ") must be at least 1.");
        }
        this.k = k;
    }

    private KMeans(int k, KMeans from) {
        this(k);
        restarts = from.restarts;
        maxIterations = from.maxIterations;
        swaps = from.swaps;
        seed = from.seed;
        standardised = from.standardised;
        bounded = from.bounded;
        executor = from.executor;
        tasks = from.tasks;
    }

    /**
     * k-means with ten restarts, at most 300 iterations each, and as many swaps as small data allows.
     *
     * @param k  the number of clusters, at least 1
     * @return the method
     */
    public static KMeans of(int k) {
        return new KMeans(k);
    }

    /**
     * The same with another number of restarts.
     *
     * @param times  how often to begin anew, at least 1
     * @return the new method
     */
    public KMeans restarts(int times) {
        KMeans copy = new KMeans(k, this);
        copy.restarts = atLeast(1, "restarts", times);
        return copy;
    }

    /**
     * The same with another number of iterations.
     *
     * @param most  after how many a run stops, at least 1
     * @return the new method
     */
    public KMeans maxIterations(int most) {
        KMeans copy = new KMeans(k, this);
        copy.maxIterations = atLeast(1, "maxIterations", most);
        return copy;
    }

    /**
     * The same with another number of swaps.
     *
     * @param times  how often to try to put a centre elsewhere, at least 0; 0 leaves Lloyd's steps alone
     * @return the new method
     */
    public KMeans swaps(int times) {
        KMeans copy = new KMeans(k, this);
        copy.swaps = atLeast(0, "swaps", times);
        return copy;
    }

    /**
     * The same with another seed.
     *
     * @param newSeed  what the random numbers begin with
     * @return the new method
     */
    public KMeans seed(long newSeed) {
        KMeans copy = new KMeans(k, this);
        copy.seed = newSeed;
        return copy;
    }

    /**
     * The same with every attribute in standard deviations. The scales become part of the fitted model.
     *
     * @return the new method
     */
    public KMeans standardised() {
        KMeans copy = new KMeans(k, this);
        copy.standardised = true;
        return copy;
    }

    /**
     * The same, split into tasks. The result does not depend on how many.
     *
     * @param newExecutor  runs the tasks; the caller's
     * @param newTasks  how many, at least 1
     * @return the new method
     */
    public KMeans on(Executor newExecutor, int newTasks) {
        KMeans copy = new KMeans(k, this);
        copy.executor = requireNonNull(newExecutor, "newExecutor");
        copy.tasks = atLeast(1, "newTasks", newTasks);
        return copy;
    }

    /** The plain algorithm, which compares every point with every centre: what the bounds are held to. */
    KMeans withoutBounds() {
        KMeans copy = new KMeans(k, this);
        copy.bounded = false;
        return copy;
    }

    boolean isStandardised() {
        return standardised;
    }

    KMeans unstandardised() {
        KMeans copy = new KMeans(k, this);
        copy.standardised = false;
        return copy;
    }

    private static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least " + least + ".");
        }
        return value;
    }

    @Override
    public int k() {
        return k;
    }

    @Override
    public KMeans withK(int newK) {
        return new KMeans(newK, this);
    }

    @Override
    public Clustering fit(ClusterData data) {
        if (data.hasCategories()) {
            throw new IllegalArgumentException("attributes must be numbers for k-means, were " + data.features()
                    + ".\nMaybe k-prototypes or k-medoids, which take texts.");
        }
        data.requireComplete("k-means");
        int columns = data.features().size();
        double[] scales = standardised ? Scales.deviations(data) : Scales.none(data);
        double[] values = standardised ? Scales.standardised(data).values() : data.values();
        double[] centres = fit(Points.of(values, columns)).centres();
        for (int j = 0; j < columns && standardised; j++) {
            double mean = Scales.mean(data, j);
            for (int at = j; at < centres.length; at += columns) {
                centres[at] = mean + scales[j] * centres[at];
            }
        }
        return new Clustering(
                "k-means",
                Dissimilarity.euclidean(data, scales),
                ClusterMeasure.SQUARED,
                new Clustering.Centres(centres, scales, 1, new int[0]));
    }

    /**
     * Finds clusters of points.
     *
     * @param points  the points, taken as they are
     * @return the best partition that was found
     * @throws IllegalArgumentException if k is above the number of points that differ
     */
    public Partition fit(Points points) {
        Chunks chunks = Chunks.of(points.rows(), executor, tasks);
        double[] work = new double[points.rows()];
        Seeding seeding = new Seeding(new PointPairs(points), chunks, work);
        int tries = swaps(points);
        Lloyd best = null;
        for (int run = 0; run < restarts; run++) {
            int[] rows = seeding.rows(k, SplitMix.of(seed, run));
            Points.requireAtMost(k, rows.length);
            Lloyd next = settled(points, chunks, at(points, rows), work, tries > 0);
            best = best == null || next.objective() < best.objective() ? next : best;
        }
        Lloyd found = requireNonNull(best);
        for (int swap = 0; swap < tries && k > 1 && found.objective() > 0; swap++) {
            SplitMix random = SplitMix.of(seed, restarts + swap);
            double[] centres = swapped(points, found.centres(), work, random.nextInt(k), seeding, random);
            if (swap % 2 == 1) {
                centres = swapped(points, centres, work, random.nextInt(k), seeding, random);
            }
            Lloyd next = settled(points, chunks, centres, work, true);
            found = next.objective() < found.objective() * BETTER ? next : found;
        }
        return new Partition(found, points.columns());
    }

    /** A run of Lloyd's; where it is refined, one more from where single moves of points lead. */
    private Lloyd settled(Points points, Chunks chunks, double[] centres, double[] work, boolean refined) {
        Lloyd run = new Lloyd(points, chunks, centres, bounded, work).run(maxIterations);
        if (refined && run.converged()) {
            Hartigan moves = new Hartigan(points, run.centres(), run.labels());
            if (moves.run()) {
                Lloyd again = new Lloyd(points, chunks, moves.centres(), bounded, work).run(maxIterations);
                return again.objective() < run.objective() ? again : run;
            }
        }
        return run;
    }

    private int swaps(Points points) {
        return swaps == AUTOMATIC
                ? (int) Math.min(MOST_SWAPS, SWAP_BUDGET / ((double) points.rows() * points.columns() * k))
                : swaps;
    }

    private static double[] at(Points points, int[] rows) {
        int columns = points.columns();
        double[] centres = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(points.values(), rows[i] * columns, centres, i * columns, columns);
        }
        return centres;
    }

    /** The centres with one of them at a point that the others leave far away. */
    private double[] swapped(
            Points points, double[] from, double[] nearest, int removed, Seeding seeding, SplitMix random) {
        double[] centres = from.clone();
        for (int row = 0; row < points.rows(); row++) {
            double least = Double.POSITIVE_INFINITY;
            for (int centre = 0; centre < k; centre++) {
                if (centre != removed) {
                    least = Math.min(least, points.squaredDistance(row, centres, centre));
                }
            }
            nearest[row] = least;
        }
        int row = seeding.draw(random);
        System.arraycopy(
                points.values(), row * points.columns(), centres, removed * points.columns(), points.columns());
        return centres;
    }
}
