package dev.rapport.engagement.coverage;

import static java.util.Objects.requireNonNull;

import dev.rapport.segmentation.condition.Condition;

/**
 * When a hand-over costs more than usual. Where several rules hold, their factors are multiplied.
 *
 * @param id  what the rule is called
 * @param when  holds for the customers it is about
 * @param factor  by what the cost of a hand-over is multiplied, at least 0 and finite
 */
public record HandOverRule(String id, Condition when, double factor) {

    /**
     * Checks the factor.
     *
     * @param id  what the rule is called
     * @param when  holds for the customers it is about
     * @param factor  at least 0
     * @throws IllegalArgumentException if the factor is negative, infinite or not a number
     */
    public HandOverRule {
        requireNonNull(id, "id");
        requireNonNull(when, "when");
        AssignmentWeights.check("factor", factor);
    }
}
