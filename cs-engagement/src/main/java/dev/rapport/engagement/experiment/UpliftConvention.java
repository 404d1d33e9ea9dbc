package dev.rapport.engagement.experiment;

/** Which of two published ways a Qini coefficient and an area under the uplift curve follow: no two tools agree on them. */
public enum UpliftConvention {
    /**
     * As scikit-uplift 0.5 does: customers with one score come together; the areas above those of the random order are
     * divided by those of a perfect order, so that 1 is the best.
     */
    SCIKIT_UPLIFT,
    /**
     * As CausalML 0.15 does: customers with one score come in the order of the rows; curves are divided by the size of their
     * last point, and areas by the number of points; the Qini is the area above the random order, the uplift area is not.
     */
    CAUSAL_ML
}
