package dev.rapport.health.validation;

/** A figure of how well a candidate predicts. */
public enum Figure {
    /** How often a lost customer had the higher risk than one who stayed, ties counting half. */
    AUC("area under the curve", Better.HIGHER, Needs.RISKS),
    /** The precision at each threshold, weighted with the rise in recall there. */
    AVERAGE_PRECISION("average precision", Better.HIGHER, Needs.RISKS),
    /** The largest difference between the shares of the lost and of the others above a threshold. */
    KOLMOGOROV_SMIRNOV("Kolmogorov-Smirnov distance", Better.HIGHER, Needs.RISKS),
    /** Of the customers that the team has time for, the share that was lost. */
    PRECISION_AT_CAPACITY("precision at capacity", Better.HIGHER, Needs.RISKS),
    /** Of the lost, the share among those that the team had time for. */
    RECALL_AT_CAPACITY("recall at capacity", Better.HIGHER, Needs.RISKS),
    /** Precision at capacity over the base rate. */
    LIFT_AT_CAPACITY("lift at capacity", Better.HIGHER, Needs.RISKS),
    /** The mean squared distance of the probability from what happened. */
    BRIER("Brier score", Better.LOWER, Needs.PROBABILITIES),
    /** What part of the Brier score of the base rate is saved: {@code 1 - Brier / (base (1 - base))}. */
    BRIER_SKILL("Brier skill", Better.HIGHER, Needs.PROBABILITIES),
    /** The mean of {@code -log} of the probability given to what happened. */
    LOG_LOSS("log loss", Better.LOWER, Needs.PROBABILITIES),
    /** The mean distance between probability and share in ten bins of equal width. */
    CALIBRATION_ERROR("calibration error", Better.LOWER, Needs.PROBABILITIES),
    /** The share lost in the worst band over the base rate. */
    RED_LIFT("loss in the worst band over the base rate", Better.HIGHER, Needs.BANDS),
    /** Of the losses with a date in the days ahead that the policy names, the share below the best band then. */
    WARNED("losses below the best band ahead of time", Better.HIGHER, Needs.BANDS),
    /** The share of customers in the best band. */
    GREEN_SHARE("customers in the best band", Better.LOWER, Needs.BANDS);

    enum Better {
        HIGHER,
        LOWER
    }

    enum Needs {
        RISKS,
        PROBABILITIES,
        BANDS
    }

    private final String words;
    private final Better better;
    private final Needs needs;

    Figure(String words, Better better, Needs needs) {
        this.words = words;
        this.better = better;
        this.needs = needs;
    }

    /**
     * The figure in words.
     *
     * @return its name
     */
    public String words() {
        return words;
    }

    /**
     * Says in which direction the figure is better.
     *
     * @return true if a higher one is
     */
    public boolean isHigherBetter() {
        return better == Better.HIGHER;
    }

    boolean isTellable(boolean isProbability, boolean hasBands) {
        return switch (needs) {
            case RISKS -> true;
            case PROBABILITIES -> isProbability;
            case BANDS -> hasBands;
        };
    }
}
