package dev.rapport.health.scorecard;

/** A part of a scorecard or of a group: a measure or a group of parts, with its weight among its siblings. */
public sealed interface Part permits WeightedMeasure, Group {

    /**
     * The name under which the part is explained.
     *
     * @return the code, unique in the scorecard
     */
    String code();

    /**
     * How much the part counts among its siblings.
     *
     * @return the weight, at least 0; only its ratio to those of the siblings matters
     */
    double weight();

    /**
     * Refuses weights that are none.
     *
     * @param code  the part
     * @param weight  its weight
     */
    static void requireWeight(String code, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight (" + weight + ") of " + code + " must be finite and >= 0.\n"
                    + "Maybe the measure should be turned round instead: give it a falling curve.");
        }
    }
}
