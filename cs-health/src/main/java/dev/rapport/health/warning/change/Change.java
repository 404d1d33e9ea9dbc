package dev.rapport.health.warning.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has changed in a series, as the alarm sees it. Immutable. */
public final class Change {

    private final boolean falls;
    private final int since;
    private final double usual;
    private final double deviation;
    private final double threshold;
    private final Sureness sureness;
    private final double earlier;
    private final List<Step> steps;

    private Change(Builder builder) {
        this.falls = builder.falls;
        this.since = builder.since;
        this.usual = builder.usual;
        this.deviation = builder.deviation;
        this.threshold = builder.threshold;
        this.sureness = builder.sureness;
        this.earlier = builder.earlier;
        this.steps = List.copyOf(builder.steps);
    }

    /** Collects what a watch has to say. */
    static final class Builder {
        boolean falls;
        int since;
        double usual;
        double deviation;
        double threshold;
        Sureness sureness = new Sureness.RunLength(Double.POSITIVE_INFINITY);
        double earlier;
        List<Step> steps = List.of();

        Change build() {
            return new Change(this);
        }
    }

    /**
     * Which way it goes.
     *
     * @return true for a fall, false for a rise
     */
    public boolean falls() {
        return falls;
    }

    /**
     * Since when, as the watch estimates it.
     *
     * @return the first period after the change
     */
    public int since() {
        return since;
    }

    /**
     * What was usual before, in a usual period.
     *
     * @return the level, in the unit of the series
     */
    public double usual() {
        return usual;
    }

    /**
     * How far the periods since then lie from what was usual, on average.
     *
     * @return the deviation as a share: -0.4 for 40 % less
     */
    public double deviation() {
        return deviation;
    }

    /**
     * What the statistic had to exceed.
     *
     * @return the threshold
     */
    public double threshold() {
        return threshold;
    }

    /**
     * How surely it has changed.
     *
     * @return the sureness
     */
    public Sureness sureness() {
        return sureness;
    }

    /**
     * What the periods before the first of {@link #steps()} add to the statistic.
     *
     * @return the sum; 0 if the steps are all there are
     */
    public double earlier() {
        return earlier;
    }

    /**
     * The last periods since the change, at most {@value Trail#LENGTH}. Their contributions, added one by one to {@link
     * #earlier()}, are the statistic of a cumulative sum to the last bit.
     *
     * @return the steps in the order of time; empty where the statistic is not a sum
     */
    public List<Step> steps() {
        return steps;
    }

    /** Everything but the steps; for readers of logs. */
    @Override
    public String toString() {
        return (falls ? "fall" : "rise") + " since " + since + " by " + deviation + " from " + usual + ", " + sureness;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Change other
                && toString().equals(other.toString())
                && earlier == other.earlier
                && threshold == other.threshold
                && steps.equals(other.steps);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
