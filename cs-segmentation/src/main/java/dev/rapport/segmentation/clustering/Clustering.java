package dev.rapport.segmentation.clustering;

import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/**
 * The clusters that were found, the largest first: who is in which, what sets each apart, and the model that assigns other
 * customers. Immutable.
 */
public final class Clustering {

    private final ClusterData data;
    private final Dissimilarity dissimilarity;
    private final int[] labels;
    private final int[] sizes;
    private final int[] medoids;
    private final double objective;
    private final List<ClusterProfile> profiles;
    private final ClusterModel model;

    Clustering(String method, Dissimilarity dissimilarity, ClusterMeasure measure, Centres centres) {
        this.data = dissimilarity.data();
        this.dissimilarity = dissimilarity;
        Centres ordered = centres.inOrderOf(centres.labels(data, measure), data.size());
        this.labels = ordered.labels(data, measure);
        this.medoids = ordered.medoids();
        this.sizes = ordered.sizes(labels);
        this.objective = medoids.length == 0
                ? ordered.cost(data, measure, labels)
                : meanDissimilarity(dissimilarity, labels, medoids);
        this.profiles = IntStream.range(0, sizes.length)
                .mapToObj(label -> ClusterProfile.of(data, labels, label))
                .toList();
        this.model = model(method, measure, ordered);
    }

    /** Centres in the units of the attributes, row after row, NaN for what they lack. */
    static final class Centres {
        private final double[] values;
        private final int columns;
        private final double[] scales;
        private final double lambda;
        private final int[] medoids;

        Centres(double[] values, double[] scales, double lambda, int[] medoids) {
            this.values = values;
            this.columns = scales.length;
            this.scales = scales;
            this.lambda = lambda;
            this.medoids = medoids;
        }

        int[] medoids() {
            return medoids;
        }

        private int k() {
            return values.length / columns;
        }

        int[] sizes(int[] labels) {
            int[] sizes = new int[k()];
            for (int label : labels) {
                sizes[label]++;
            }
            return sizes;
        }

        /** The largest cluster first; of equally large ones that with the first customer. */
        Centres inOrderOf(int[] labels, int rows) {
            int[] sizes = sizes(labels);
            int[] first = new int[k()];
            Arrays.fill(first, rows);
            for (int row = rows - 1; row >= 0; row--) {
                first[labels[row]] = row;
            }
            Integer[] order = IntStream.range(0, k()).boxed().toArray(Integer[]::new);
            Arrays.sort(
                    order,
                    Comparator.comparingInt((Integer label) -> -sizes[label]).thenComparingInt(label -> first[label]));
            double[] sorted = new double[values.length];
            int[] sortedMedoids = new int[medoids.length];
            for (int i = 0; i < order.length; i++) {
                System.arraycopy(values, order[i] * columns, sorted, i * columns, columns);
                if (sortedMedoids.length > 0) {
                    sortedMedoids[i] = medoids[order[i]];
                }
            }
            return new Centres(sorted, scales, lambda, sortedMedoids);
        }

        int[] labels(ClusterData data, ClusterMeasure measure) {
            boolean[] category = categories(data);
            int[] labels = new int[data.size()];
            for (int row = 0; row < labels.length; row++) {
                double least = Double.POSITIVE_INFINITY;
                for (int centre = 0; centre < k(); centre++) {
                    double distance = distance(data, measure, category, row, centre);
                    if (distance < least) {
                        least = distance;
                        labels[row] = centre;
                    }
                }
            }
            return labels;
        }

        double cost(ClusterData data, ClusterMeasure measure, int[] labels) {
            boolean[] category = categories(data);
            return Chunks.alone(labels.length).sum((from, to) -> {
                double sum = 0;
                for (int row = from; row < to; row++) {
                    sum += distance(data, measure, category, row, labels[row]);
                }
                return sum;
            });
        }

        private boolean[] categories(ClusterData data) {
            boolean[] category = new boolean[columns];
            for (int j = 0; j < columns; j++) {
                category[j] = data.isCategory(j);
            }
            return category;
        }

        private double distance(ClusterData data, ClusterMeasure measure, boolean[] category, int row, int centre) {
            double[] rows = data.values();
            double sum = 0;
            int used = 0;
            for (int j = 0; j < columns; j++) {
                double value = rows[row * columns + j];
                double to = values[centre * columns + j];
                if (!Double.isNaN(value) && !Double.isNaN(to)) {
                    used++;
                    sum += measure.part(category[j], value, to, scales[j], lambda);
                }
            }
            if (used == 0) {
                return Double.MAX_VALUE;
            }
            return measure.isMean() ? sum / used : sum;
        }
    }

    private static double meanDissimilarity(Dissimilarity dissimilarity, int[] labels, int[] medoids) {
        return Chunks.alone(labels.length).sum((from, to) -> {
                    double sum = 0;
                    for (int row = from; row < to; row++) {
                        sum += dissimilarity.between(row, medoids[labels[row]]);
                    }
                    return sum;
                })
                / labels.length;
    }

    private ClusterModel model(String method, ClusterMeasure measure, Centres centres) {
        List<ComparedAttribute> attributes = new ArrayList<>();
        boolean money = false;
        for (int j = 0; j < data.features().size(); j++) {
            attributes.add(new ComparedAttribute(data.features().get(j), centres.scales[j]));
            money |= data.features().get(j).key().kind() == AttributeKind.MONEY;
        }
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            Map<String, Object> centre = new LinkedHashMap<>();
            for (int j = 0; j < attributes.size(); j++) {
                double value = centres.values[i * attributes.size() + j];
                if (!Double.isNaN(value)) {
                    String name = data.features().get(j).toString();
                    centre.put(name, data.isCategory(j) ? data.levels(j).get((int) value) : (Object) value);
                }
            }
            Segment segment = Segment.of("c" + (i + 1), "cluster " + (i + 1))
                    .describedAs(profiles.get(i).words());
            clusters.add(new Cluster(segment, centre));
        }
        Optional<CurrencyUnit> currency = money ? Optional.of(data.currency()) : Optional.empty();
        return ClusterModel.of(measure, currency, attributes, clusters)
                .withLambda(centres.lambda)
                .withFittedOn(new FittedOn(method, data.size(), objective));
    }

    /**
     * The customers.
     *
     * @return the data that was clustered
     */
    public ClusterData data() {
        return data;
    }

    /**
     * How unlike customers are to the method.
     *
     * @return the dissimilarity that silhouettes are measured in
     */
    public Dissimilarity dissimilarity() {
        return dissimilarity;
    }

    /**
     * The number of clusters.
     *
     * @return the number, at least 1
     */
    public int k() {
        return sizes.length;
    }

    /**
     * The cluster of a customer.
     *
     * @param row  the position of the customer in the data
     * @return the position of the cluster, from 0
     */
    public int label(int row) {
        return labels[row];
    }

    /**
     * How many customers a cluster has.
     *
     * @param label  the position of the cluster
     * @return the number
     */
    public int size(int label) {
        return sizes[label];
    }

    /**
     * What the method makes as small as it can: the sum of squares within the clusters (k-means), the mean dissimilarity from
     * the medoid (k-medoids), the sum of the mixed dissimilarities from the prototypes (k-prototypes).
     *
     * @return a number of at least 0
     */
    public double objective() {
        return objective;
    }

    /**
     * The customers that stand for the clusters.
     *
     * @return the id of the medoid of each cluster; none unless it was k-medoids
     */
    public List<String> medoids() {
        return Arrays.stream(medoids).mapToObj(data.customerIds()::get).toList();
    }

    /**
     * What sets the clusters apart.
     *
     * @return a profile for each cluster
     */
    public List<ClusterProfile> profiles() {
        return profiles;
    }

    /**
     * The strategy that assigns customers to the nearest centre, these and others.
     *
     * @return the fitted model
     */
    public ClusterModel model() {
        return model;
    }

    /**
     * Who is in which cluster.
     *
     * @return the ids of the segments by those of the customers
     */
    public Map<String, String> segmentByCustomer() {
        Map<String, String> byCustomer = new LinkedHashMap<>();
        List<Segment> segments = model.segments();
        for (int row = 0; row < labels.length; row++) {
            byCustomer.put(
                    data.customerIds().get(row), segments.get(labels[row]).id());
        }
        return Collections.unmodifiableMap(byCustomer);
    }

    /**
     * The clusters that a method finds among some of these customers alone: as many as these, or as there are customers that
     * differ, if fewer.
     *
     * @param method  the method; its own number of clusters does not matter
     * @param customerIds  the customers, at least one
     * @return the ids of the new clusters by those of the customers; what they are called says nothing of these clusters
     * @throws IllegalArgumentException if a customer is not one of these, or the method refuses the data
     */
    public Map<String, String> again(ClusteringMethod method, Collection<String> customerIds) {
        int[] rows = customerIds.stream()
                .mapToInt(id -> {
                    int row = Collections.binarySearch(data.customerIds(), id);
                    if (row < 0) {
                        throw new IllegalArgumentException("customer (" + id + ") must be one of the clustered ones.");
                    }
                    return row;
                })
                .sorted()
                .distinct()
                .toArray();
        ClusterData some = data.rows(rows);
        return method.withK(Math.min(k(), some.distinct(k()))).fit(some).segmentByCustomer();
    }

    int[] labels() {
        return labels;
    }
}
