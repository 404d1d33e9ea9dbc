package dev.rapport.health.survival;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cumulative hazard of somebody whose covariates are all 0, in one stratum. Immutable. */
public final class Baseline {

    private final String stratum;
    private final double[] time;
    private final double[] hazard;

    /**
     * A baseline.
     *
     * @param stratum  the name of the stratum; empty if there are none
     * @param time  the times of events, rising
     * @param hazard  the cumulative hazard from each time on
     */
    public Baseline(String stratum, double[] time, double[] hazard) {
        this.stratum = requireNonNull(stratum, "stratum");
        this.time = time.clone();
        this.hazard = hazard.clone();
        if (time.length != hazard.length) {
            throw new IllegalArgumentException(
                    "hazard must have one value for each of the " + time.length + " times, had " + hazard.length + ".");
        }
    }

    /**
     * Whom it is about.
     *
     * @return the name of the stratum; empty if there are none
     */
    public String stratum() {
        return stratum;
    }

    /**
     * The number of times.
     *
     * @return how many distinct times of events there are
     */
    public int size() {
        return time.length;
    }

    /**
     * A time.
     *
     * @param row  the row
     * @return the time of an event
     */
    public double time(int row) {
        return time[row];
    }

    /**
     * The cumulative hazard at a time.
     *
     * @param row  the row
     * @return at least 0
     */
    public double hazard(int row) {
        return hazard[row];
    }

    /**
     * The cumulative hazard at any time; level behind the last.
     *
     * @param when  the time
     * @return at least 0
     */
    public double at(double when) {
        int found = Arrays.binarySearch(time, when);
        int row = found >= 0 ? found : -found - 2;
        return row < 0 ? 0 : hazard[row];
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Baseline other
                && stratum.equals(other.stratum)
                && Arrays.equals(time, other.time)
                && Arrays.equals(hazard, other.hazard);
    }

    @Override
    public int hashCode() {
        return Objects.hash(stratum, Arrays.hashCode(time), Arrays.hashCode(hazard));
    }

    /** The stratum and how many times there are. */
    @Override
    public String toString() {
        return "baseline " + stratum + " of " + time.length + " times";
    }
}
