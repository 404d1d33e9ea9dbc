package dev.rapport.health.warning.change;

/**
 * The chart of the exponentially weighted moving average: finds small lasting shifts, and shows a level that can be
 * drawn. Immutable.
 *
 * <p><strong>Formula.</strong> {@code Z = (1 - w) Z + w z}, from 0; alarm when Z lies further out than {@code L sqrt(w / (2
 * - w))}. A chart for one side starts at 0 again where Z would lie on the other.
 *
 * <p><strong>Units.</strong> Observation z and average Z in standard deviations of an observation, the limit L in standard
 * deviations of Z in the long run; the weight w is a share above 0, at most 1. Limits are fixed from the start.
 *
 * <p><strong>Edges.</strong> With a weight of 1 it is Shewhart's chart: each observation by itself.
 *
 * <p><strong>Algorithm.</strong> Average run lengths by {@link RunLengthEquation}.
 *
 * <p><strong>Reference.</strong> S. W. Roberts, "Control chart tests based on geometric moving averages", Technometrics 1
 * (1959), doi:10.1080/00401706.1959.10489860; J. M. Lucas, M. S. Saccucci, "Exponentially weighted moving average control
 * schemes: properties and enhancements", Technometrics 32 (1990), doi:10.1080/00401706.1990.10484583.
 *
 * @param weight  w, what the last observation counts
 * @param limit  L
 * @param sides  which changes are looked for
 */
public record Ewma(double weight, double limit, Sides sides) implements Chart {

    private static final int LEAST_NODES = 24;
    private static final double NODES_PER_UNIT = 6;
    private static final double LEAST_WEIGHT = 0.01;

    /**
     * Checks the values.
     *
     * @param weight  w, at least 0.01 and at most 1
     * @param limit  L, above 0 and at most 10
     * @param sides  which changes are looked for
     */
    public Ewma {
        requireWeight(weight);
        if (!(limit > 0 && limit <= 10)) {
            throw new IllegalArgumentException("limit (" + limit + ") must be above 0 and at most 10.");
        }
    }

    private static void requireWeight(double weight) {
        if (!(weight >= LEAST_WEIGHT && weight <= 1)) {
            throw new IllegalArgumentException("weight (" + weight + ") must be between 0.01 and 1.");
        }
    }

    /**
     * The chart that is silent so long on average while nothing changes.
     *
     * @param weight  w, what the last observation counts, a share
     * @param sides  which changes are looked for
     * @param runLength  the wanted average run length, in observations
     * @return the chart
     * @throws IllegalArgumentException if the run length is not between 2 and 1e9
     */
    public static Ewma withRunLength(double weight, Sides sides, double runLength) {
        requireWeight(weight);
        Cusum.requireRunLength(runLength);
        double limit = ThresholdSearch.find(runLength, 2, l -> runLength(weight, l, sides, 0));
        return new Ewma(weight, limit, sides);
    }

    @Override
    public double threshold() {
        return thresholdOf(weight, limit);
    }

    private static double thresholdOf(double w, double limit) {
        return limit * StrictMath.sqrt(w / (2 - w));
    }

    @Override
    public double averageRunLength(double shift) {
        return runLength(weight, limit, sides, shift);
    }

    private static double runLength(double w, double limit, Sides sides, double shift) {
        double h = thresholdOf(w, limit);
        double mean = sides == Sides.FALLS ? -shift : shift;
        int widths = (int) Math.ceil(NODES_PER_UNIT * (sides == Sides.BOTH ? 2 * h : h) / w);
        RunLengthEquation.Transition next = (s, u) -> Normal.density((u - (1 - w) * s) / w - mean) / w;
        return sides == Sides.BOTH
                ? RunLengthEquation.between(h, LEAST_NODES + widths, next)
                : RunLengthEquation.fromReset(
                        h, LEAST_NODES + widths, next, s -> Normal.cumulative(-(1 - w) * s / w - mean));
    }
}
