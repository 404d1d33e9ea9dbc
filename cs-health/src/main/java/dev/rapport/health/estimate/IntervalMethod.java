package dev.rapport.health.estimate;

/** How an interval was made. */
public enum IntervalMethod {
    /** Estimate plus and minus a multiple of its plain standard error; wrong for small samples and near the ends. */
    WALD,
    /** Wald after adding three quarters of a promoter and of a detractor and one and a half passives, see {@link NetScore}. */
    ADJUSTED_WALD,
    /** The score interval of a share, see {@link Proportion}. */
    WILSON,
    /** A mean with the quantile of Student's t. */
    STUDENT_T,
    /** A combination of cluster means with cluster-robust variance and the quantile of Student's t. */
    CLUSTER_ROBUST_T,
    /** The difference of two estimates from the intervals of both, see {@link Proportion#difference}. */
    TWO_INTERVALS,
    /** A rank correlation on Fisher's scale, see {@link RankCorrelation}. */
    FISHER_Z,
    /** A least-squares slope with a variance that does not assume equal spread, see {@link RobustSlope}. */
    ROBUST_SLOPE_T,
    /** A multiple of the standard error added and subtracted on the scale of the logarithm. */
    LOG,
    /** A multiple of the standard error added and subtracted on the scale of the logarithm of the negative logarithm. */
    LOG_LOG,
    /** Quantiles of the figure over resamples. */
    BOOTSTRAP
}
