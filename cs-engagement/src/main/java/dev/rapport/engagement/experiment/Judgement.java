package dev.rapport.engagement.experiment;

import java.util.OptionalDouble;

/**
 * What is asked of an experiment: how sure the answer must be, which way is good, how much would matter, and what data it
 * takes at the least. Immutable.
 *
 * <pre>{@code
 * Judgement churn = Judgement.standard().lowerIsBetter().mattersFrom(0.01);
 * }</pre>
 */
public final class Judgement {

    private static final Judgement STANDARD = new Judgement(0.95, 1, OptionalDouble.empty(), 10, 3);

    private final double level;
    private final int direction;
    private final OptionalDouble matters;
    private final int leastPerArm;
    private final int leastClusters;

    private Judgement(double level, int direction, OptionalDouble matters, int leastPerArm, int leastClusters) {
        this.level = level;
        this.direction = direction;
        this.matters = matters;
        this.leastPerArm = leastPerArm;
        this.leastClusters = leastClusters;
    }

    /**
     * The preset of this library: 95 %, more is better, at least 10 customers an arm, and at least 3 clusters on each side,
     * below which the simulations of this room's tests find intervals that do not hold what they promise.
     *
     * @return the preset
     */
    public static Judgement standard() {
        return STANDARD;
    }

    /**
     * This judgement at another level.
     *
     * @param newLevel  such as 0.9; at least 0.5, below 1
     * @return the judgement
     */
    public Judgement atLevel(double newLevel) {
        if (!(newLevel >= 0.5 && newLevel < 1)) {
            throw new IllegalArgumentException(
                    "level (" + newLevel + ") must be at least 0.5 and below 1.\n" + "Maybe 0.95 for 95 %.");
        }
        return new Judgement(newLevel, direction, matters, leastPerArm, leastClusters);
    }

    /**
     * This judgement of an outcome that should fall, such as churn.
     *
     * @return the judgement
     */
    public Judgement lowerIsBetter() {
        return new Judgement(level, -1, matters, leastPerArm, leastClusters);
    }

    /**
     * This judgement with the least effect that matters. Without one nothing is said not to work: no interval excludes
     * every effect.
     *
     * @param effect  its size, above 0, in the unit of the effect
     * @return the judgement
     */
    public Judgement mattersFrom(double effect) {
        if (!(effect > 0 && Double.isFinite(effect))) {
            throw new IllegalArgumentException("effect (" + effect + ") that matters must be above 0 and finite.");
        }
        return new Judgement(level, direction, OptionalDouble.of(effect), leastPerArm, leastClusters);
    }

    /**
     * This judgement with other least data.
     *
     * @param perArm  the least number of customers in an arm, at least 2
     * @param clusters  the least number of clusters on each side, at least 2
     * @return the judgement
     */
    public Judgement atLeast(int perArm, int clusters) {
        if (perArm < 2 || clusters < 2) {
            throw new IllegalArgumentException("perArm (" + perArm + ") and clusters (" + clusters
                    + ") must be at least 2: there is no spread in one.");
        }
        return new Judgement(level, direction, matters, perArm, clusters);
    }

    /**
     * The share of intervals that hold the truth.
     *
     * @return at least 0.5, below 1
     */
    public double level() {
        return level;
    }

    int leastPerArm() {
        return leastPerArm;
    }

    int leastClusters() {
        return leastClusters;
    }

    /** What an interval says. */
    Verdict of(double low, double high) {
        double worst = direction > 0 ? low : -high;
        double best = direction > 0 ? high : -low;
        if (best < 0) {
            return Verdict.MAKES_IT_WORSE;
        }
        if (matters.isPresent() && best < matters.getAsDouble()) {
            return Verdict.DOES_NOT_WORK;
        }
        return worst > 0 ? Verdict.WORKS : Verdict.CANNOT_TELL;
    }
}
