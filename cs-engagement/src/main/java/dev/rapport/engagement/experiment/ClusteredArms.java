package dev.rapport.engagement.experiment;

import static java.util.Objects.requireNonNull;

/**
 * Two arms of customers who come in clusters, such as all customers of a CSM or a region, where whole clusters were treated
 * or part of each. Immutable.
 *
 * <pre>{@code
 * ClusteredArms arms = ClusteredArms.builder()
 *         .add("csm-anna", true, 0.82)
 *         .add("csm-ben", false, 0.75)
 *         ...
 *         .build();
 * Effect effect = arms.effect(Judgement.standard());
 * Effect besideIt = arms.effect(Judgement.standard(), ClusterErrors.JACKKNIFE);
 * }</pre>
 *
 * <p><strong>Formula.</strong> {@code d = m[treated] - m[others]}, the means over customers, not over clusters: a large
 * cluster weighs more. The errors are those of {@link ClusterErrors}: the usual ones from 50 clusters in each arm, else the
 * bias-reduced ones with Satterthwaite's degrees of freedom.
 *
 * <p><strong>Units.</strong> That of the outcome; of an outcome of 0 and 1 a difference of shares.
 *
 * <p><strong>Edges.</strong> Refused with fewer clusters in an arm than asked for, where a few clusters outweigh the others of
 * an arm, and where the outcome is alike in all clusters. A cluster may be in both arms. With one customer a cluster the
 * bias-reduced error is Welch's.
 *
 * <p><strong>Errors.</strong> {@code IllegalArgumentException} for an outcome that is not finite, naming its cluster.
 *
 * <p><strong>Algorithm.</strong> One pass over the customers, closed form over the clusters.
 *
 * <p><strong>Reference.</strong> {@link ClusterErrors}; for designs in which whole clusters are treated A. Donner, N. Klar,
 * Design and Analysis of Cluster Randomization Trials in Health Research, 2000, chapter 6. Coverage at 6, 10 and 40 clusters
 * is simulated in this room's tests.
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
