package dev.rapport.engagement.experiment;

import static java.util.Objects.requireNonNull;

/**
 * Two arms of customers who come in clusters, such as all customers of a CSM or a region, where whole clusters were treated
 * or part of each. Immutable.
 *
 * <p>The effect is the difference of the means over customers. What resembles itself within a cluster is counted once: the
 * errors are those of {@link ClusterErrors}, the usual ones from 50 clusters in each arm, else the bias-reduced ones with
 * Satterthwaite's degrees of freedom.
 */
public final class ClusteredArms {

    private static final int TREATED = 1;

    private final ClusteredContrast contrast;

    private ClusteredArms(ClusteredContrast contrast) {
        this.contrast = contrast;
    }

    /**
     * Begins.
     *
     * @return a builder without customers
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The errors that suit the number of clusters.
     *
     * @return the usual ones from 50 clusters in each arm, else the bias-reduced ones
     */
    public ClusterErrors suitingErrors() {
        return ClusterErrors.suiting(contrast.leastClusters());
    }

    /**
     * The effect with the errors that suit the number of clusters.
     *
     * @param judgement  what is asked
     * @return the effect
     */
    public Effect effect(Judgement judgement) {
        return effect(judgement, suitingErrors());
    }

    /**
     * The effect with errors of one's choice.
     *
     * @param judgement  what is asked
     * @param errors  which errors
     * @return the effect; refused with fewer clusters in an arm than asked for, or where the outcome never varies
     */
    public Effect effect(Judgement judgement, ClusterErrors errors) {
        for (int arm = TREATED; arm >= 0; arm--) {
            if (contrast.clustersOf(arm) < judgement.leastClusters()) {
                return new Effect.Refused(
                        EffectMethod.CLUSTERED_MEANS,
                        contrast.clustersOf(arm) + " of at least " + judgement.leastClusters() + " clusters "
                                + (arm == TREATED ? "with" : "without") + " the treatment");
            }
        }
        return contrast.effect(EffectMethod.CLUSTERED_MEANS, errors, judgement);
    }

    /** Gathers customers. Mutable, for one thread. */
    public static final class Builder {

        private final ClusteredContrast.Rows rows = new ClusteredContrast.Rows(2);

        private Builder() {}

        /**
         * Adds a customer.
         *
         * @param cluster  what it shares with others
         * @param isTreated  whether it was treated
         * @param outcome  its outcome, finite
         * @return this builder
         */
        public Builder add(String cluster, boolean isTreated, double outcome) {
            rows.add(
                    requireNonNull(cluster, "cluster"),
                    isTreated ? TREATED : 0,
                    Outcomes.checked(outcome, "cluster", cluster));
            return this;
        }

        /**
         * Makes the arms.
         *
         * @return the arms, which may be empty
         */
        public ClusteredArms build() {
            return new ClusteredArms(rows.weighted(-1, 1));
        }
    }
}
