package dev.rapport.health.survival;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.estimate.Confidence;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.internal.Distributions;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The share that is still there after each time: a step function that falls at the times of events. Immutable.
 *
 * <p>A row for each distinct time at which somebody left or ceased to be watched, in rising order.
 */
public final class SurvivalCurve {

    private static final double SAME = Math.sqrt(Math.ulp(1.0));

    private final double[] time;
    private final double[] atRisk;
    private final double[] events;
    private final double[] censored;
    private final double[] survival;
    /** The error of log S at each time. */
    private final double[] logError;

    private final IntervalType type;
    private final Confidence confidence;
    private final double z;

    SurvivalCurve(Counts counts, double[] survival, double[] logError, IntervalType type, double confidence) {
        this.time = counts.time;
        this.atRisk = counts.atRisk;
        this.events = counts.events;
        this.censored = counts.censored;
        this.survival = survival;
        this.logError = logError;
        this.type = requireNonNull(type, "type");
        this.confidence = new Confidence(confidence, type.method());
        this.z = Distributions.normalHalfWidth(confidence);
    }

    /**
     * A time with an interval, either end of which may lie beyond what was observed.
     *
     * @param estimate  the time; empty if the curve does not fall so far
     * @param lower  the lower end
     * @param upper  the upper end
     */
    public record Quantile(OptionalDouble estimate, OptionalDouble lower, OptionalDouble upper) {}

    /**
     * A mean with its error.
     *
     * @param estimate  the mean
     * @param standardError  its standard error
     */
    public record Mean(double estimate, double standardError) {}

    /**
     * The number of distinct times.
     *
     * @return how many rows the curve has
     */
    public int size() {
        return time.length;
    }

    /**
     * A time.
     *
     * @param row  the row
     * @return when somebody left or ceased to be watched
     */
    public double time(int row) {
        return time[row];
    }

    /**
     * Who could have left at a time.
     *
     * @param row  the row
     * @return the (weighted) number watched just before
     */
    public double atRisk(int row) {
        return atRisk[row];
    }

    /**
     * Who left at a time.
     *
     * @param row  the row
     * @return the (weighted) number of events
     */
    public double events(int row) {
        return events[row];
    }

    /**
     * Who ceased to be watched at a time.
     *
     * @param row  the row
     * @return the (weighted) number of censored rows
     */
    public double censored(int row) {
        return censored[row];
    }

    /**
     * The share that is still there after a time.
     *
     * @param row  the row
     * @return 0 to 1
     */
    public double survival(int row) {
        return survival[row];
    }

    /**
     * The standard error of the share.
     *
     * @param row  the row
     * @return Greenwood's error; 0 where nobody is left
     */
    public double standardError(int row) {
        return survival[row] == 0 ? 0 : survival[row] * logError[row];
    }

    /**
     * The confidence interval of the share.
     *
     * @param row  the row
     * @return the interval; empty where nobody is left, where it is not defined
     */
    public Optional<Interval> interval(int row) {
        return survival[row] == 0
                ? Optional.empty()
                : Optional.of(type.around(survival[row], logError[row], z, confidence));
    }

    /**
     * On which scale the intervals are symmetric.
     *
     * @return the type
     */
    public IntervalType intervalType() {
        return type;
    }

    /**
     * The share of intervals that cover the truth.
     *
     * @return such as 0.95
     */
    public double confidence() {
        return confidence.level();
    }

    /**
     * The share that is still there after any time.
     *
     * @param when  the time, at least 0
     * @return 1 before the first event; empty behind the last time observed unless nobody is left
     */
    public OptionalDouble at(double when) {
        int row = row(when);
        if (row < 0) {
            return OptionalDouble.of(1);
        }
        boolean beyond = when > time[time.length - 1] && survival[survival.length - 1] > 0;
        return beyond ? OptionalDouble.empty() : OptionalDouble.of(survival[row]);
    }

    /**
     * The row that holds at a time.
     *
     * @param when  the time
     * @return the last row not after it; -1 before the first
     */
    public int row(double when) {
        int found = Arrays.binarySearch(time, when);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * The median time.
     *
     * @return when half have left
     */
    public Quantile median() {
        return quantile(0.5);
    }

    /**
     * When a share has left: the first time at which the curve is below {@code 1 - share}; where it is level at just that
     * height, the middle of the level part. The ends of the interval are those of the curve's interval, read in the same
     * way.
     *
     * @param share  above 0 and below 1
     * @return the time
     */
    public Quantile quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be above 0 and below 1.");
        }
        double[] lower = new double[time.length];
        double[] upper = new double[time.length];
        for (int row = 0; row < time.length; row++) {
            Optional<Interval> around = interval(row);
            lower[row] = around.map(Interval::low).orElse(Double.NaN);
            upper[row] = around.map(Interval::high).orElse(Double.NaN);
        }
        return new Quantile(fall(survival, 1 - share), fall(lower, 1 - share), fall(upper, 1 - share));
    }

    private OptionalDouble fall(double[] curve, double height) {
        int row = 0;
        while (row < curve.length && !(curve[row] < height + SAME)) {
            row++;
        }
        if (row == curve.length) {
            return OptionalDouble.empty();
        }
        if (curve[row] < height - SAME) {
            return OptionalDouble.of(time[row]);
        }
        int next = row;
        while (next < curve.length && !(curve[next] < height - SAME)) {
            next++;
        }
        double end = time[next == curve.length ? curve.length - 1 : next];
        return OptionalDouble.of((time[row] + end) / 2);
    }

    /**
     * The mean time up to a horizon: the area under the curve. Behind the last time observed the curve is taken to stay
     * level, as R does; such a mean is too long if more leave.
     *
     * @param horizon  finite and above 0
     * @return the mean in units of time, with the error of Klein and Moeschberger, Survival Analysis (2003), 4.5
     */
    public Mean restrictedMean(double horizon) {
        if (!(horizon > 0 && horizon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("horizon (" + horizon + ") must be finite and above 0.");
        }
        int last = row(horizon);
        double area = 0;
        double variance = 0;
        double end = horizon;
        for (int row = last; row >= 0; row--) {
            area += survival[row] * (end - time[row]);
            end = time[row];
            double left = atRisk[row] - events[row];
            if (events[row] > 0 && left > 0) {
                variance += area * area * events[row] / (atRisk[row] * left);
            }
        }
        return new Mean(area + end, Math.sqrt(variance));
    }
}
