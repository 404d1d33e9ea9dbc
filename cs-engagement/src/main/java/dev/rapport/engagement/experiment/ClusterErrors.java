package dev.rapport.engagement.experiment;

/** How the standard error of a comparison is made where customers come in clusters, such as regions or the books of CSMs. */
public enum ClusterErrors {
    /**
     * The usual sandwich with {@code G / (G - 1) (N - 1) / (N - K)} of {@code G} clusters, {@code N} rows and {@code K} means
     * (CR1), and the normal distribution: what most programs print. Too narrow for few clusters. K.-Y. Liang, S. L. Zeger,
     * Biometrika 73 (1986), doi:10.1093/biomet/73.1.13.
     */
    CLUSTERED("clustered errors (CR1)"),
    /**
     * The bias-reduced linearisation (CR2) with Satterthwaite's degrees of freedom, which allow for few clusters and for
     * unequal ones. R. M. Bell, D. F. McCaffrey, Survey Methodology 28 (2002) 169-181; G. W. Imbens, M. Kolesar, Review of
     * Economics and Statistics 98 (2016), doi:10.1162/REST_a_00552.
     */
    BIAS_REDUCED("bias-reduced clustered errors (CR2)"),
    /**
     * The jackknife: the comparison is made again without each cluster, {@code (G - 1) / G sum_c (d[-c] - d)^2} (CR3), with
     * {@code G - 1} degrees of freedom. On the safe side. J. G. MacKinnon, M. O. Nielsen, M. D. Webb, Fast and Reliable
     * Jackknife and Bootstrap Methods for Cluster-Robust Inference, Journal of Applied Econometrics 38 (2023),
     * doi:10.1002/jae.2969.
     */
    JACKKNIFE("jackknife errors, one cluster left out at a time (CR3)");

    /** From so many clusters on each side the usual errors and the bias-reduced ones agree within about one per cent. */
    static final int MANY = 50;

    private final String words;

    ClusterErrors(String words) {
        this.words = words;
    }

    /**
     * The errors for a sentence.
     *
     * @return such as {@code clustered errors (CR1)}
     */
    public String words() {
        return words;
    }

    /** The usual ones of many clusters, so that figures can be compared with those of others; else the bias-reduced ones. */
    static ClusterErrors suiting(int leastClusters) {
        return leastClusters >= MANY ? CLUSTERED : BIAS_REDUCED;
    }
}
