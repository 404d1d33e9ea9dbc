/**
 * Clusters: segments that the data suggests, by what makes customers alike.
 *
 * <p>The entry points are {@link dev.rapport.segmentation.clustering.KMeans}, {@link
 * dev.rapport.segmentation.clustering.KMedoids} and {@link dev.rapport.segmentation.clustering.KPrototypes}, which fit {@link
 * dev.rapport.segmentation.clustering.ClusterData}. What they find is a {@link
 * dev.rapport.segmentation.clustering.Clustering}; its {@link dev.rapport.segmentation.clustering.ClusterModel} is the
 * strategy that assigns new customers, and a document. {@link dev.rapport.segmentation.clustering.ClusterCount} chooses how
 * many clusters, {@link dev.rapport.segmentation.clustering.Silhouette} says how well they are apart.
 */
@NullMarked
package dev.rapport.segmentation.clustering;

import org.jspecify.annotations.NullMarked;
