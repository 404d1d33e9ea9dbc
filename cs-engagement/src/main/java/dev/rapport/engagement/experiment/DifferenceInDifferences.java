package dev.rapport.engagement.experiment;

import static java.util.Objects.requireNonNull;

/**
 * How much more the treated changed than the others, before and after a treatment that nobody drew lots for. Immutable.
 *
 * <pre>{@code
 * DifferenceInDifferences study = DifferenceInDifferences.builder()
 *         .add("store-1", true, false, 20.5)
 *         .add("store-1", true, true, 24.0)
 *         ...
 *         .build();
 * Effect effect = study.effect(Judgement.standard());
 * }</pre>
 *
 * <p><strong>Formula.</strong> {@code d = (m[treated, after] - m[treated, before]) - (m[others, after] - m[others, before])} of
 * the means over all rows; the standard errors are those of {@link ClusterErrors} for the sum of four means.
 *
 * <p><strong>Units.</strong> That of the outcome.
 *
 * <p><strong>Edges.</strong> Refused where the rows before or after, of the treated or of the others, come from fewer clusters
 * than asked for, or where all clusters of a side change alike. Rows may be missing: a cluster seen only before or only after
 * counts in the mean of its time.
 *
 * <p><strong>Algorithm.</strong> One pass; the variance of the four means of clusters, closed form.
 *
 * <p><strong>Reference.</strong> D. Card, A. B. Krueger, Minimum Wages and Employment, American Economic Review 84 (1994)
 * 772-793; M. Bertrand, E. Duflo, S. Mullainathan, How Much Should We Trust Differences-in-Differences Estimates?, Quarterly
 * Journal of Economics 119 (2004), doi:10.1162/003355304772839588, for why clusters.
 *
 * <p>It says what the treatment did only if the treated would have changed as the others did. No number here can tell.
 */
public final class DifferenceInDifferences {

    private static final int AFTER = 1;
    private static final int TREATED = 2;

    private final ClusteredContrast contrast;

    private DifferenceInDifferences(ClusteredContrast contrast) {
        this.contrast = contrast;
    }

    /**
     * Begins.
     *
     * @return a builder without rows
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The errors that suit the number of clusters.
     *
     * @return the usual ones from 50 clusters on each side, else the bias-reduced ones
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
     * @return the effect
     */
    public Effect effect(Judgement judgement, ClusterErrors errors) {
        for (int cell = TREATED + AFTER; cell >= 0; cell--) {
            if (contrast.clustersOf(cell) < judgement.leastClusters()) {
                return new Effect.Refused(
                        EffectMethod.DIFFERENCE_IN_DIFFERENCES,
                        contrast.clustersOf(cell) + " of at least " + judgement.leastClusters() + " clusters "
                                + (cell >= TREATED ? "with" : "without") + " the treatment, "
                                + (cell % TREATED == AFTER ? "after" : "before") + " it began");
            }
        }
        return contrast.effect(EffectMethod.DIFFERENCE_IN_DIFFERENCES, errors, judgement);
    }

    /**
     * The mean outcome of a side.
     *
     * @param isTreated  of the treated, else of the others
     * @param isAfter  after the treatment began, else before
     * @return in the unit of the outcome; NaN where there are no rows
     */
    public double mean(boolean isTreated, boolean isAfter) {
        return contrast.mean(cell(isTreated, isAfter));
    }

    private static int cell(boolean isTreated, boolean isAfter) {
        return (isTreated ? TREATED : 0) + (isAfter ? AFTER : 0);
    }

    /** Gathers rows. Mutable, for one thread. */
    public static final class Builder {

        private final ClusteredContrast.Rows rows = new ClusteredContrast.Rows(2 * TREATED);

        private Builder() {}

        /**
         * Adds a row.
         *
         * @param cluster  whose rows resemble each other, over time too: the customer, or what was treated as a whole
         * @param isTreated  whether it belongs to those who are treated sooner or later
         * @param isAfter  whether the row is from after the treatment began
         * @param outcome  the outcome, finite
         * @return this builder
         */
        public Builder add(String cluster, boolean isTreated, boolean isAfter, double outcome) {
            rows.add(
                    requireNonNull(cluster, "cluster"),
                    cell(isTreated, isAfter),
                    Outcomes.checked(outcome, "cluster", cluster));
            return this;
        }

        /**
         * Makes the study.
         *
         * @return the study, which may be empty
         */
        public DifferenceInDifferences build() {
            return new DifferenceInDifferences(rows.weighted(1, -1, -1, 1));
        }
    }
}
