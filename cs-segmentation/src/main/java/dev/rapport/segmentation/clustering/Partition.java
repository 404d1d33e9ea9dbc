package dev.rapport.segmentation.clustering;

/** What k-means found on points: centres and who is nearest to which. Immutable; the arrays stay inside. */
public final class Partition {

    private final int columns;
    private final double[] centres;
    private final int[] labels;
    private final double objective;
    private final int iterations;
    private final boolean converged;

    Partition(Lloyd lloyd, int columns) {
        this.columns = columns;
        this.centres = lloyd.centres();
        this.labels = lloyd.labels();
        this.objective = lloyd.objective();
        this.iterations = lloyd.iterations();
        this.converged = lloyd.converged();
    }

    /**
     * The number of clusters.
     *
     * @return the number
     */
    public int k() {
        return centres.length / columns;
    }

    /**
     * The cluster of a point.
     *
     * @param row  the point
     * @return the position of the cluster, from 0
     */
    public int label(int row) {
        return labels[row];
    }

    /**
     * A coordinate of a centre.
     *
     * @param cluster  the position of the cluster
     * @param column  which coordinate
     * @return the value
     */
    public double centre(int cluster, int column) {
        return centres[cluster * columns + column];
    }

    /**
     * The sum of the squared distances of the points from their centres.
     *
     * @return a number of at least 0
     */
    public double objective() {
        return objective;
    }

    /**
     * How often Lloyd's two steps were taken in the run that won.
     *
     * @return the number
     */
    public int iterations() {
        return iterations;
    }

    /**
     * Says whether nothing moved any more.
     *
     * @return false if the run was stopped by the greatest number of iterations
     */
    public boolean isConverged() {
        return converged;
    }

    double[] centres() {
        return centres;
    }
}
