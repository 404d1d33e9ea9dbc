package dev.rapport.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.clustering.DoublePoint;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.la.DenseVector;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import smile.clustering.KMeans;

/** k-means of others on the same rows, in the form that each wants: one run from k-means++, twenty iterations at most. */
final class KMeansPeers {

    private static final int K = ClusteringFits.K;
    private static final int ITERATIONS = ClusteringFits.ITERATIONS;

    private KMeansPeers() {}

    static Supplier<Double> of(String whose, double[][] rows) {
        return switch (whose) {
            case "hipparchus" -> hipparchus(rows);
            case "commons-math" -> commonsMath(rows);
            case "tribuo" -> tribuo(rows);
            case "smile" -> () -> squares(rows, KMeans.fit(rows, K, ITERATIONS, 0).centroids);
            default -> throw new IllegalArgumentException("whose (" + whose + ") must be one of the peers.");
        };
    }

    private static Supplier<Double> hipparchus(double[][] rows) {
        List<DoublePoint> points = Arrays.stream(rows).map(DoublePoint::new).toList();
        return () -> squares(
                rows,
                new KMeansPlusPlusClusterer<DoublePoint>(K, ITERATIONS)
                        .cluster(points).stream()
                                .map(cluster -> cluster.getCenter().getPoint())
                                .toArray(double[][]::new));
    }

    private static Supplier<Double> commonsMath(double[][] rows) {
        List<org.apache.commons.math3.ml.clustering.DoublePoint> points = Arrays.stream(rows)
                .map(org.apache.commons.math3.ml.clustering.DoublePoint::new)
                .toList();
        return () -> squares(
                rows,
                new org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer<
                                org.apache.commons.math3.ml.clustering.DoublePoint>(K, ITERATIONS)
                        .cluster(points).stream()
                                .map(cluster -> cluster.getCenter().getPoint())
                                .toArray(double[][]::new));
    }

    private static Supplier<Double> tribuo(double[][] rows) {
        String[] names = {"a", "b", "c", "d", "e", "f", "g", "h"};
        List<Example<ClusterID>> examples = new ArrayList<>();
        for (double[] row : rows) {
            examples.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, row));
        }
        ClusteringFactory factory = new ClusteringFactory();
        MutableDataset<ClusterID> data =
                new MutableDataset<>(examples, new SimpleDataSourceProvenance("made up", factory), factory);
        return () -> {
            KMeansModel model = new KMeansTrainer(
                            K,
                            ITERATIONS,
                            DistanceType.L2.getDistance(),
                            KMeansTrainer.Initialisation.PLUSPLUS,
                            1,
                            1)
                    .train(data);
            return squares(
                    rows,
                    Arrays.stream(model.getCentroidVectors())
                            .map(DenseVector::toArray)
                            .toArray(double[][]::new));
        };
    }

    /** The sum of squares of some of the rows, by which results are compared; it takes a hundredth of a second. */
    private static double squares(double[][] rows, double[][] centres) {
        double sum = 0;
        for (int row = 0; row < rows.length; row += 10) {
            double least = Double.POSITIVE_INFINITY;
            for (double[] centre : centres) {
                double distance = 0;
                for (int j = 0; j < centre.length; j++) {
                    distance += (rows[row][j] - centre[j]) * (rows[row][j] - centre[j]);
                }
                least = Math.min(least, distance);
            }
            sum += least;
        }
        return sum * 10;
    }
}
