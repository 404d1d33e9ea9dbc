package dev.rapport.segmentation.clustering;

/**
 * A point of the curve by which the number of clusters is chosen.
 *
 * @param k  the number of clusters
 * @param score  the mean silhouette or the gap
 * @param objective  what the method makes as small as it can
 */
public record ClusterScore(int k, double score, double objective) {}
