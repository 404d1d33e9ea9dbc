package dev.rapport.health.warning.change;

import java.util.Arrays;

/**
 * Where the level of a series broke, looked at afterwards and exactly: the segments with the least sum of squares around
 * their means. For reports; to watch a series as it grows, see {@link Chart}. Immutable.
 *
 * <p><strong>Formula.</strong> For each number of breaks m the partition that minimises {@code RSS(m) = sum over segments of
 * sum((x - mean)^2)}; of these numbers the one with the least {@code BIC(m) = n (ln(2 pi) + 1 + ln(RSS(m) / n)) + 2 (m + 1)
 * ln n}.
 *
 * <p><strong>Units.</strong> RSS in the square of the unit of the values; breaks in observations: a break at 28 lies
 * between the 28th and the 29th.
 *
 * <p><strong>Edges.</strong> Fewer values than two segments need have no break. Values that are all equal have RSS 0 and
 * no break: of numbers whose RSS is 0 the least counts. Of partitions that are equally good, the one whose last break is
 * earliest.
 *
 * <p><strong>Algorithm.</strong> Dynamic programming over the end of the last segment, with sums of squares brought up to
 * date along each segment by Welford's formula; n^2 steps for each number of breaks, memory in proportion to n.
 *
 * <p><strong>Reference.</strong> J. Bai, P. Perron, "Computation and analysis of multiple structural change models",
 * Journal of Applied Econometrics 18 (2003), doi:10.1002/jae.659; the criterion as in A. Zeileis et al., "strucchange",
 * Journal of Statistical Software 7 (2002) 2, doi:10.18637/jss.v007.i02.
 */
public final class LevelBreaks {

    private static final int LONGEST = 20_000;

    private final int count;
    private final double[] sumOfSquares;
    private final int[][] breaks;

    private LevelBreaks(int count, double[] sumOfSquares, int[][] breaks) {
        this.count = count;
        this.sumOfSquares = sumOfSquares;
        this.breaks = breaks;
    }

    /**
     * Looks for the breaks of a series.
     *
     * @param values  the series, at most 20,000 finite numbers
     * @param leastSegment  how many values a segment must have, at least 1
     * @param mostBreaks  how many breaks are looked for at most, at least 0
     * @return the breaks of each number up to as many as fit
     */
    public static LevelBreaks of(double[] values, int leastSegment, int mostBreaks) {
        if (values.length == 0 || values.length > LONGEST) {
            throw new IllegalArgumentException("values must be 1 to " + LONGEST + ", were " + values.length + ".");
        }
        if (leastSegment < 1 || mostBreaks < 0) {
            throw new IllegalArgumentException(
                    "leastSegment (" + leastSegment + ") must be >= 1 and mostBreaks (" + mostBreaks + ") >= 0.");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("values[" + i + "] (" + values[i] + ") must be finite.");
            }
        }
        int fit = Math.max(0, values.length / leastSegment - 1);
        return search(values, Math.min(leastSegment, values.length), Math.min(mostBreaks, fit));
    }

    private static LevelBreaks search(double[] values, int leastSegment, int most) {
        int n = values.length;
        // best[m][end]: the least sum of squares of the first values with m breaks; last[m][end]: where the last one is
        double[][] best = new double[most + 1][n + 1];
        int[][] last = new int[most + 1][n + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int start = 0; start + leastSegment <= n; start++) {
            double mean = 0;
            double squares = 0;
            for (int end = start + 1; end <= n; end++) {
                double distance = values[end - 1] - mean;
                mean += distance / (end - start);
                squares += distance * (values[end - 1] - mean);
                if (end - start < leastSegment) {
                    continue;
                }
                if (start == 0) {
                    best[0][end] = squares;
                }
                for (int m = 1; m <= most && start > 0; m++) {
                    double sum = best[m - 1][start] + squares;
                    if (sum < best[m][end]) {
                        best[m][end] = sum;
                        last[m][end] = start;
                    }
                }
            }
        }
        double[] sums = new double[most + 1];
        int[][] breaks = new int[most + 1][];
        for (int m = 0; m <= most; m++) {
            sums[m] = best[m][n];
            breaks[m] = new int[m];
            int end = n;
            for (int b = m; b >= 1; b--) {
                end = last[b][end];
                breaks[m][b - 1] = end;
            }
        }
        return new LevelBreaks(n, sums, breaks);
    }

    /**
     * The greatest number of breaks that was looked for.
     *
     * @return the number
     */
    public int most() {
        return breaks.length - 1;
    }

    /**
     * The number of breaks that the criterion chooses.
     *
     * @return the number with the least BIC, the least of several
     */
    public int chosen() {
        int chosen = 0;
        for (int m = 1; m <= most() && sumOfSquares[chosen] > 0; m++) {
            chosen = criterion(m) < criterion(chosen) ? m : chosen;
        }
        return chosen;
    }

    /**
     * Where the breaks of a number are.
     *
     * @param number  how many breaks, at most {@link #most()}
     * @return how many values lie before each, rising
     */
    public int[] breaks(int number) {
        return breaks[number].clone();
    }

    /**
     * What is left unexplained with a number of breaks.
     *
     * @param number  how many breaks, at most {@link #most()}
     * @return the sum of squares around the means of the segments
     */
    public double sumOfSquares(int number) {
        return sumOfSquares[number];
    }

    /**
     * The criterion that numbers of breaks are compared by.
     *
     * @param number  how many breaks, at most {@link #most()}
     * @return the BIC; negative infinity where nothing is left unexplained
     */
    public double criterion(int number) {
        double n = count;
        return n * (StrictMath.log(2 * StrictMath.PI) + 1 + StrictMath.log(sumOfSquares[number] / n))
                + 2 * (number + 1) * StrictMath.log(n);
    }
}
