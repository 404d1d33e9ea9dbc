package dev.rapport.health.survival;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes times that differ only by rounding equal: neighbours are the same time if they differ by at most 1.5e-8, absolutely
 * or as a share of the mean distinct time. Otherwise months that were computed from days would break ties at random.
 */
final class Times {

    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

    private Times() {}

    /** Aligns both arrays in place. */
    static void align(double @Nullable [] start, double[] stop) {
        double[] sorted = start == null ? stop.clone() : Arrays.copyOf(stop, 2 * stop.length);
        if (start != null) {
            System.arraycopy(start, 0, sorted, stop.length, start.length);
        }
        Arrays.sort(sorted);
        int distinct = 0;
        double sum = 0;
        for (double time : sorted) {
            if (distinct == 0 || time != sorted[distinct - 1]) {
                sorted[distinct++] = time;
                sum += time;
            }
        }
        double near = TOLERANCE * Math.max(1, sum / distinct);
        double[] cuts = new double[distinct];
        int count = 0;
        for (int i = 0; i < distinct; i++) {
            if (i == 0 || sorted[i] - sorted[i - 1] > near) {
                cuts[count++] = sorted[i];
            }
        }
        if (count < distinct) {
            cuts = Arrays.copyOf(cuts, count);
            move(cuts, stop);
            if (start != null) {
                move(cuts, start);
            }
        }
    }

    private static void move(double[] cuts, double[] times) {
        for (int row = 0; row < times.length; row++) {
            int found = Arrays.binarySearch(cuts, times[row]);
            times[row] = cuts[found >= 0 ? found : -found - 2];
        }
    }
}
