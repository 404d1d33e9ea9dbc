package dev.rapport.health.warning.change;

import static java.util.Objects.requireNonNull;

/**
 * Detects changes by their posterior probability: how likely it is, after all that was seen, that the level or rate has
 * changed lately by at least the smallest change that matters. Says how surely; how often it errs is to be measured, as
 * no run length follows from a probability. Immutable.
 */
public final class ChangePointDetector implements Detector {

    /** How many run lengths are weighed against each other. */
    static final int CAPACITY = 24;

    /**
     * When a change is believed.
     *
     * @param every  how many periods there are between two changes on average
     * @param surely  the probability from which on a change is told, 0.5 to below 1
     * @param smallestChange  the smallest change that matters, as a share of the usual
     */
    public record Belief(double every, double surely, double smallestChange) {

        /**
         * Checks the numbers.
         *
         * @param every  2 to 1e6
         * @param surely  0.5 to below 1
         * @param smallestChange  0.01 to 0.9
         */
        public Belief {
            if (!(every >= 2 && every <= 1e6)) {
                throw new IllegalArgumentException("every (" + every + ") must be between 2 and 1e6 periods.");
            }
            if (!(surely >= 0.5 && surely < 1)) {
                throw new IllegalArgumentException("surely (" + surely + ") must be at least 0.5 and below 1.");
            }
            Demand.requireChange(smallestChange);
        }
    }

    private final Learning learning;
    private final Sides sides;
    private final Belief belief;
    private final boolean counts;

    private ChangePointDetector(Learning learning, Sides sides, Belief belief, boolean counts) {
        this.learning = requireNonNull(learning, "learning");
        this.sides = requireNonNull(sides, "sides");
        this.belief = requireNonNull(belief, "belief");
        this.counts = counts;
    }

    /**
     * Detects changes of a level.
     *
     * @param learning  how it is learnt what is usual; a change is recent within the memory
     * @param sides  which changes are looked for
     * @param belief  when a change is believed
     * @return the detector
     */
    public static ChangePointDetector ofLevels(Learning learning, Sides sides, Belief belief) {
        return new ChangePointDetector(learning, sides, belief, false);
    }

    /**
     * Detects changes of a rate of counts.
     *
     * @param learning  how it is learnt what is usual; a change is recent within the memory
     * @param sides  which changes are looked for
     * @param belief  when a change is believed
     * @return the detector
     */
    public static ChangePointDetector ofCounts(Learning learning, Sides sides, Belief belief) {
        return new ChangePointDetector(learning, sides, belief, true);
    }

    @Override
    public Learning learning() {
        return learning;
    }

    Sides sides() {
        return sides;
    }

    Belief belief() {
        return belief;
    }

    @Override
    public SeriesWatch begin() {
        return counts ? new RateChangeWatch(this) : new LevelChangeWatch(this);
    }

    @Override
    public SeriesWatch resume(double[] numbers) {
        if (counts) {
            RateChangeWatch rates = new RateChangeWatch(this);
            rates.resume(numbers);
            return rates;
        }
        LevelChangeWatch levels = new LevelChangeWatch(this);
        levels.resume(numbers);
        return levels;
    }
}
