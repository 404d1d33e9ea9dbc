package dev.rapport.health.lifetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many customers of one or more cohorts were still there at the end of each period of their contracts. Immutable.
 *
 * <pre>{@code
 * RetentionTable.of(1000, 869, 743, 653)
 * }</pre>
 */
public final class RetentionTable {

    private final List<double[]> cohorts;

    private RetentionTable(List<double[]> cohorts) {
        this.cohorts = cohorts;
    }

    /**
     * One cohort.
     *
     * @param alive  how many there were at the beginning, then at the end of each period; never rising
     * @return the table
     */
    public static RetentionTable of(double... alive) {
        return new RetentionTable(List.of()).and(alive);
    }

    /**
     * This table with another cohort, which may have been watched for more or fewer periods.
     *
     * @param alive  how many there were at the beginning, then at the end of each period; never rising
     * @return the table
     */
    public RetentionTable and(double... alive) {
        if (alive.length < 2) {
            throw new IllegalArgumentException(
                    "alive must have a beginning and at least one period, had " + alive.length + " numbers.");
        }
        for (int i = 0; i < alive.length; i++) {
            if (!(alive[i] >= 0 && alive[i] < Double.POSITIVE_INFINITY) || (i > 0 && alive[i] > alive[i - 1])) {
                throw new IllegalArgumentException("alive[" + i + "] (" + alive[i] + ") must be at least 0 and at most "
                        + (i == 0 ? "finite" : "the number before it, " + alive[i - 1]) + ".");
            }
        }
        List<double[]> all = new ArrayList<>(cohorts);
        all.add(alive.clone());
        return new RetentionTable(List.copyOf(all));
    }

    /** How many were lost in each period, 1 first, and in the last place how many are left after each, over all cohorts. */
    double[][] lostAndLeft() {
        int most = cohorts.stream().mapToInt(cohort -> cohort.length).max().orElse(1);
        double[] lost = new double[most];
        double[] left = new double[most];
        for (double[] cohort : cohorts) {
            for (int period = 1; period < cohort.length; period++) {
                lost[period] += cohort[period - 1] - cohort[period];
            }
            left[cohort.length - 1] += cohort[cohort.length - 1];
        }
        return new double[][] {lost, left};
    }

    /**
     * The number of customers at the beginning.
     *
     * @return the sum over cohorts
     */
    public double customers() {
        return cohorts.stream().mapToDouble(cohort -> cohort[0]).sum();
    }

    /**
     * The longest time watched.
     *
     * @return a number of periods
     */
    public int periods() {
        return cohorts.stream().mapToInt(cohort -> cohort.length - 1).max().orElse(0);
    }

    /** The cohorts. */
    @Override
    public String toString() {
        return cohorts.stream().map(Arrays::toString).toList().toString();
    }
}
