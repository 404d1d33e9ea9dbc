package dev.rapport.health.survival;

import dev.rapport.health.estimate.Confidence;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.estimate.IntervalMethod;
import dev.rapport.health.internal.Distributions;
import java.util.Arrays;

/**
 * The Nelson-Aalen estimate of the cumulative hazard: the expected number of events of somebody who is watched throughout.
 * Immutable.
 *
 * <p><b>Formula.</b> {@code H(t) = sum over event times s <= t of d(s) / n(s)}; {@code var H(t) = sum of d / n^2}.
 *
 * <p><b>Units.</b> H has none and may exceed 1; {@code exp(-H)} is a share that stays.
 *
 * <p><b>Edge results.</b> No rows are refused; without events H is 0 with error 0.
 *
 * <p><b>Algorithm.</b> One sort, one pass.
 *
 * <p><b>References.</b> Nelson (1972), doi:10.1080/00401706.1972.10488991; Aalen (1978), doi:10.1214/aos/1176344247.
 */
public final class CumulativeHazard {

    private final Counts counts;
    private final double[] hazard;
    private final double[] error;

    private CumulativeHazard(Counts counts, double[] hazard, double[] error) {
        this.counts = counts;
        this.hazard = hazard;
        this.error = error;
    }

    /**
     * The estimate.
     *
     * @param data  at least one row
     * @return the cumulative hazard
     */
    public static CumulativeHazard of(SurvivalData data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("data must have at least one row.");
        }
        Counts counts = Counts.of(data);
        double[] hazard = new double[counts.size()];
        double[] error = new double[counts.size()];
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < hazard.length; i++) {
            if (counts.events[i] > 0) {
                sum += counts.events[i] / counts.atRisk[i];
                variance += counts.events[i] / (counts.atRisk[i] * counts.atRisk[i]);
            }
            hazard[i] = sum;
            error[i] = Math.sqrt(variance);
        }
        return new CumulativeHazard(counts, hazard, error);
    }

    /**
     * The number of distinct times.
     *
     * @return how many rows there are
     */
    public int size() {
        return hazard.length;
    }

    /**
     * A time.
     *
     * @param row  the row
     * @return when somebody left or ceased to be watched
     */
    public double time(int row) {
        return counts.time[row];
    }

    /**
     * The cumulative hazard up to and with a time.
     *
     * @param row  the row
     * @return at least 0
     */
    public double hazard(int row) {
        return hazard[row];
    }

    /**
     * The standard error of the cumulative hazard.
     *
     * @param row  the row
     * @return at least 0
     */
    public double standardError(int row) {
        return error[row];
    }

    /**
     * The cumulative hazard up to any time; level behind the last.
     *
     * @param when  the time
     * @return at least 0
     */
    public double at(double when) {
        int found = Arrays.binarySearch(counts.time, when);
        int row = found >= 0 ? found : -found - 2;
        return row < 0 ? 0 : hazard[row];
    }

    /**
     * The interval {@code H exp(+-z se / H)}, which stays above 0.
     *
     * @param row  the row
     * @param confidence  above 0 and below 1
     * @return the interval; both ends 0 where H is 0
     */
    public Interval interval(int row, double confidence) {
        Confidence how = new Confidence(confidence, IntervalMethod.LOG);
        if (hazard[row] == 0) {
            return new Interval(0, 0, how);
        }
        double factor = StrictMath.exp(Distributions.normalHalfWidth(confidence) * error[row] / hazard[row]);
        return new Interval(hazard[row] / factor, hazard[row] * factor, how);
    }
}
