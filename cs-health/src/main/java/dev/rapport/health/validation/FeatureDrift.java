package dev.rapport.health.validation;

import dev.rapport.model.attribute.AttributeKey;

/**
 * How far the values of a feature are from those of the fit.
 *
 * @param feature  the feature
 * @param index  the population stability index, at least 0
 * @param reading  what that means
 */
public record FeatureDrift(AttributeKey<?> feature, double index, Reading reading) {

    /** What an index means, after Siddiqi. */
    public enum Reading {
        /** Below 0.1: no change to speak of. */
        STABLE,
        /** From 0.1 on: a change to look at. */
        SHIFTED,
        /** From 0.25 on: the model was fitted to other customers. */
        DRIFTED;

        static Reading of(double index) {
            return index < 0.1 ? STABLE : index < 0.25 ? SHIFTED : DRIFTED;
        }
    }
}
