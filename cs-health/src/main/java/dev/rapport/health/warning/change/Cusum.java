package dev.rapport.health.warning.change;

/**
 * The cumulative sum chart: adds up how far observations lie beyond a reference value, and alarms when the sum exceeds a
 * threshold. The best there is for a shift of twice the reference value. Immutable.
 *
 * <p><strong>Formula.</strong> Rises: {@code C = max(0, C + z - k)}, alarm when {@code C > h}; falls: the same of -z; both
 * sides: one sum for each.
 *
 * <p><strong>Units.</strong> Observation z, reference value k and threshold h in standard deviations.
 *
 * <p><strong>Edges.</strong> k above 0, h at least 0; a threshold of 0 alarms at the first observation beyond k.
 *
 * <p><strong>Algorithm.</strong> Average run lengths by {@link RunLengthEquation}. Of two sides with equal k and h,
 * {@code 1/L = 1/L(falls) + 1/L(rises)}, which is exact as one sum is 0 whenever the other alarms.
 *
 * <p><strong>Reference.</strong> E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954),
 * doi:10.1093/biomet/41.1-2.100; D. Siegmund, Sequential Analysis, Springer 1985, doi:10.1007/978-1-4757-1862-1, chapter
 * 2, for the approximation that the search for a threshold starts from.
 *
 * @param reference  k, half the shift that is to be found soonest
 * @param threshold  h
 * @param sides  which changes are looked for
 */
public record Cusum(double reference, double threshold, Sides sides) implements Chart {

    private static final int LEAST_NODES = 24;
    private static final double NODES_PER_UNIT = 6;
    /** The mean overshoot of a normal random walk, on both sides of the region. */
    private static final double OVERSHOOT = 1.166;

    /**
     * Checks the values.
     *
     * @param reference  k, above 0 and at most 10
     * @param threshold  h, at least 0 and at most 100
     * @param sides  which changes are looked for
     */
    public Cusum {
        requireReference(reference);
        if (!(threshold >= 0 && threshold <= 100)) {
            throw new IllegalArgumentException("threshold (" + threshold + ") must be between 0 and 100.");
        }
    }

    private static void requireReference(double reference) {
        if (!(reference > 0 && reference <= 10)) {
            throw new IllegalArgumentException(
                    "reference (" + reference + ") must be above 0 and at most 10 standard deviations.");
        }
    }

    /**
     * The chart that is silent so long on average while nothing changes.
     *
     * @param reference  k, half the shift that is to be found soonest, in standard deviations
     * @param sides  which changes are looked for
     * @param runLength  the wanted average run length, in observations
     * @return the chart; one with threshold 0 if even that is silent for longer
     * @throws IllegalArgumentException if the run length is not between 2 and 1e9
     */
    public static Cusum withRunLength(double reference, Sides sides, double runLength) {
        requireReference(reference);
        requireRunLength(runLength);
        double wanted = sides == Sides.BOTH ? 2 * runLength : runLength;
        if (1 / Normal.cumulative(-reference) >= wanted) {
            return new Cusum(reference, 0, sides);
        }
        double guess = Math.max(0.1, firstGuess(reference, wanted));
        return new Cusum(reference, ThresholdSearch.find(wanted, guess, h -> oneSided(reference, h, 0)), sides);
    }

    static void requireRunLength(double runLength) {
        if (!(runLength >= 2 && runLength <= 1e9)) {
            throw new IllegalArgumentException("runLength (" + runLength + ") must be between 2 and 1e9 observations.");
        }
    }

    /** Solves Siegmund's corrected diffusion approximation, (exp(2kb) - 2kb - 1) / 2k^2 with b = h + 1.166, for h. */
    private static double firstGuess(double k, double wanted) {
        double x = StrictMath.log1p(2 * k * k * wanted);
        for (int i = 0; i < 20; i++) {
            x = StrictMath.log1p(2 * k * k * wanted + x);
        }
        return x / (2 * k) - OVERSHOOT;
    }

    @Override
    public double averageRunLength(double shift) {
        double falls = sides.falls() ? oneSided(reference, threshold, -shift) : Double.POSITIVE_INFINITY;
        double rises = sides.rises() ? oneSided(reference, threshold, shift) : Double.POSITIVE_INFINITY;
        return 1 / (1 / falls + 1 / rises);
    }

    static double oneSided(double k, double h, double shift) {
        int nodes = LEAST_NODES + (int) Math.ceil(NODES_PER_UNIT * h);
        return RunLengthEquation.fromReset(
                h, nodes, (s, u) -> Normal.density(u - s + k - shift), s -> Normal.cumulative(k - s - shift));
    }
}
