package dev.rapport.health.warning;

import dev.rapport.health.warning.change.ChangePointDetector;
import dev.rapport.health.warning.change.CountDetector;
import dev.rapport.health.warning.change.Demand;
import dev.rapport.health.warning.change.Detector;
import dev.rapport.health.warning.change.Learning;
import dev.rapport.health.warning.change.LevelDetector;
import dev.rapport.health.warning.change.Sides;

/** How changes of a series are found. */
public sealed interface Method {

    /**
     * Makes the detector.
     *
     * @param learning  how it learns what is usual
     * @param sides  which changes it looks for
     * @param runLength  the wanted average run length, in periods
     * @return the detector
     */
    Detector detector(Learning learning, Sides sides, double runLength);

    /**
     * Says what the method is for.
     *
     * @return true for counts of few events, false for levels
     */
    default boolean isForCounts() {
        return false;
    }

    /**
     * Levels by cumulative sums: soonest for the smallest change that matters.
     *
     * @param smallestChange  as a share of the usual
     * @param confirmations  how many periods an alarm rests on at least
     */
    record Cusum(double smallestChange, int confirmations) implements Method {

        @Override
        public Detector detector(Learning learning, Sides sides, double runLength) {
            return LevelDetector.cusum(learning, sides, new Demand(smallestChange, runLength, confirmations));
        }
    }

    /**
     * Levels by an exponentially weighted moving average: for small changes that last.
     *
     * @param weight  what the last period counts, a share
     * @param smallestChange  as a share of the usual
     * @param confirmations  how many periods an alarm rests on at least
     */
    record Ewma(double weight, double smallestChange, int confirmations) implements Method {

        @Override
        public Detector detector(Learning learning, Sides sides, double runLength) {
            Demand demand = new Demand(smallestChange, runLength, confirmations);
            return LevelDetector.ewma(learning, sides, demand, weight);
        }
    }

    /**
     * Levels or counts by the posterior probability of a recent change. The wanted run length is of no meaning: how often
     * it errs is measured.
     *
     * @param belief  when a change is believed
     * @param counts  whether the series is of counts
     */
    record ChangePoints(ChangePointDetector.Belief belief, boolean counts) implements Method {

        @Override
        public Detector detector(Learning learning, Sides sides, double runLength) {
            return counts
                    ? ChangePointDetector.ofCounts(learning, sides, belief)
                    : ChangePointDetector.ofLevels(learning, sides, belief);
        }

        @Override
        public boolean isForCounts() {
            return counts;
        }
    }

    /**
     * Counts of few events by cumulative sums.
     *
     * @param smallestChange  as a share of the usual rate
     * @param confirmations  how many periods an alarm rests on at least
     */
    record Counts(double smallestChange, int confirmations) implements Method {

        @Override
        public Detector detector(Learning learning, Sides sides, double runLength) {
            return CountDetector.cusum(learning, sides, new Demand(smallestChange, runLength, confirmations));
        }

        @Override
        public boolean isForCounts() {
            return true;
        }
    }

    /** Counts of few events by the time since the last one; finds falls to nothing only. */
    record Silence() implements Method {

        private static final double WHOLE = 0.9;

        @Override
        public Detector detector(Learning learning, Sides sides, double runLength) {
            return CountDetector.silence(learning, new Demand(WHOLE, runLength, 1));
        }

        @Override
        public boolean isForCounts() {
            return true;
        }
    }
}
