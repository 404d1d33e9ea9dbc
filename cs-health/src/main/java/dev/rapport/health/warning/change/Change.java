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

    /** Collects what there is to say of a change. Not for use by several threads. */
    public static final class Builder {
        boolean falls;
        int since;
        double usual;
        double deviation;
        double threshold;
        Sureness sureness = new Sureness.RunLength(Double.POSITIVE_INFINITY);
        double earlier;
        List<Step> steps = List.of();

        Builder() {}

        /**
         * Says from what, and how far.
         *
         * @param level  what was usual before
         * @param share  how far it lies from that now, as a share
         * @return this builder
         */
        public Builder from(double level, double share) {
            usual = level;
            deviation = share;
            return this;
        }

        /**
         * Says how surely.
         *
         * @param how  the sureness
         * @param exceeded  what the statistic had to exceed
         * @return this builder
         */
        public Builder surely(Sureness how, double exceeded) {
            sureness = how;
            threshold = exceeded;
            return this;
        }

        /**
         * Says what the alarm rests on.
         *
         * @param before  what the periods before the first step add
         * @param last  the last periods
         * @return this builder
         */
        public Builder steps(double before, List<Step> last) {
            earlier = before;
            steps = last;
            return this;
        }

        /**
         * Makes the change.
         *
         * @return the change
         */
        public Change build() {
            return new Change(this);
        }
    }

    /** The same change where all series are moved by a factor. */
    Change in(double common) {
        Builder builder = falls ? fall(since) : rise(since);
        return builder.from(usual * common, deviation)
                .surely(sureness, threshold)
                .steps(earlier, steps)
                .build();
    }

    static Builder builder() {
        return new Builder();
    }

    /**
     * A fall.
     *
     * @param since  the first period after it
     * @return a builder of the change
     */
    public static Builder fall(int since) {
        Builder builder = new Builder();
        builder.falls = true;
        builder.since = since;
        return builder;
    }

    /**
     * A rise.
     *
     * @param since  the first period after it
     * @return a builder of the change
     */
    public static Builder rise(int since) {
        Builder builder = new Builder();
        builder.since = since;
        return builder;
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
     * What would be usual now in a usual period, had nothing changed.
     *
     * @return the level with what all series have in common, in the unit of the series
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
