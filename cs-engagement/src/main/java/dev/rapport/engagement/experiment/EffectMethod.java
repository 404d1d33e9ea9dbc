package dev.rapport.engagement.experiment;

/** How an effect and its interval were made. */
public enum EffectMethod {
    /** The difference of two means, see {@link TwoArms#difference}. */
    WELCH("difference of means, Welch's interval"),
    /** The difference of two shares, see {@link TwoArms#differenceOfShares}. */
    NEWCOMBE("difference of shares, Newcombe's interval"),
    /** The difference of two means as a share of the second, see {@link TwoArms#relative}. */
    RELATIVE("relative difference of means, delta method, Welch's degrees of freedom"),
    /** The difference of two means at any look, see {@link TwoArms#alwaysValid}. */
    ALWAYS_VALID("difference of means, always-valid interval"),
    /** The relative difference of two means at any look, see {@link TwoArms#relativeAlwaysValid}. */
    RELATIVE_ALWAYS_VALID("relative difference of means, always-valid interval"),
    /** The difference of two means after what a covariate explains, see {@link CovariateAdjustment}. */
    CUPED("difference of means adjusted by a covariate (CUPED), Welch's interval"),
    /** The difference of two means of clusters, see {@link ClusteredArms}. */
    CLUSTERED_MEANS("difference of means of clusters"),
    /** The change of the treated less that of the others, see {@link DifferenceInDifferences}. */
    DIFFERENCE_IN_DIFFERENCES("difference in differences"),
    /** The mean of effects by cohort and period, see {@link StaggeredRollout}. */
    GROUP_TIME("effects by cohort and period (Callaway and Sant'Anna)");

    private final String words;

    EffectMethod(String words) {
        this.words = words;
    }

    /**
     * The method for a sentence.
     *
     * @return such as {@code difference in differences}
     */
    public String words() {
        return words;
    }
}
