package dev.rapport.segmentation.clustering;

/** A way to find clusters. Open: what chooses the number of clusters takes any. */
public interface ClusteringMethod {

    /**
     * How many clusters it looks for.
     *
     * @return the number, at least 1
     */
    int k();

    /**
     * The same method with another number of clusters.
     *
     * @param k  the number, at least 1
     * @return the new method
     */
    ClusteringMethod withK(int k);

    /**
     * Finds clusters. The same data and settings give the same clusters on every machine.
     *
     * @param data  the customers
     * @return the clusters
     * @throws IllegalArgumentException if k is above the number of customers that differ, or the data does not fit the
     *     method
     */
    Clustering fit(ClusterData data);
}
