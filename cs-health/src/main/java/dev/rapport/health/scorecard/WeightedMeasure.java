package dev.rapport.health.scorecard;

import dev.rapport.health.measure.Measure;

/**
 * A measure with its weight.
 *
 * @param measure  what is measured
 * @param weight  how much it counts among its siblings, at least 0
 */
public record WeightedMeasure(Measure measure, double weight) implements Part {

    /**
     * Checks the weight.
     *
     * @param measure  what is measured
     * @param weight  how much it counts
     */
    public WeightedMeasure {
        Part.requireWeight(measure.code(), weight);
    }

    @Override
    public String code() {
        return measure.code();
    }
}
