package dev.rapport.segmentation.clustering;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Weighted;
import dev.rapport.segmentation.segment.CompiledStrategy;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A clustering as a strategy: a customer belongs to the cluster whose centre is nearest, of equally near ones to the first.
 * It holds what it needs to assign customers it has never seen, the scales included. The reasons are the distances from all
 * centres, each with what every attribute adds; they fold to the least. Immutable.
 */
public final class ClusterModel implements CompiledStrategy {

    private static final int RESTARTS = 3;

    private final ClusterMeasure measure;
    private final double lambda;
    private final Optional<CurrencyUnit> currency;
    private final List<ComparedAttribute> attributes;
    private final List<Cluster> clusters;
    private final Optional<FittedOn> fittedOn;
    private final List<Segment> segments;
    private final Program program;

    private ClusterModel(
            ClusterMeasure measure,
            double lambda,
            Optional<CurrencyUnit> currency,
            List<ComparedAttribute> attributes,
            List<Cluster> clusters,
            Optional<FittedOn> fittedOn) {
        this.measure = requireNonNull(measure, "measure");
        this.lambda = lambda;
        this.currency = requireNonNull(currency, "currency");
        this.attributes = List.copyOf(attributes);
        this.clusters = List.copyOf(clusters);
        this.fittedOn = requireNonNull(fittedOn, "fittedOn");
        this.segments = this.clusters.stream().map(Cluster::segment).toList();
        check();
        this.program = program(this.clusters.stream().map(this::distance).toList());
    }

    /**
     * A model.
     *
     * @param measure  how far a customer is from a centre; texts need Gower's or the mixed one
     * @param currency  the currency of amounts of money; there if and only if an attribute is one
     * @param attributes  what customers are compared by
     * @param clusters  the clusters
     * @return the model, in which a text that differs counts 1
     * @throws IllegalArgumentException if one of these does not fit the others
     */
    public static ClusterModel of(
            ClusterMeasure measure,
            Optional<CurrencyUnit> currency,
            List<ComparedAttribute> attributes,
            List<Cluster> clusters) {
        return new ClusterModel(measure, 1, currency, attributes, clusters, Optional.empty());
    }

    /**
     * This model with another weight of texts.
     *
     * @param newLambda  what a text that differs counts in the mixed measure, at least 0
     * @return the new model
     */
    public ClusterModel withLambda(double newLambda) {
        if (!(newLambda >= 0) || Double.isInfinite(newLambda)) {
            throw new IllegalArgumentException("lambda (" + newLambda + ") must be a finite number of at least 0.");
        }
        return new ClusterModel(measure, newLambda, currency, attributes, clusters, fittedOn);
    }

    /**
     * This model with where it comes from.
     *
     * @param newFittedOn  what it was fitted on
     * @return the new model
     */
    public ClusterModel withFittedOn(FittedOn newFittedOn) {
        return new ClusterModel(measure, lambda, currency, attributes, clusters, Optional.of(newFittedOn));
    }

    private void check() {
        if (clusters.isEmpty() || attributes.isEmpty()) {
            throw new IllegalArgumentException("attributes and clusters must not be empty.");
        }
        Set<String> names = new HashSet<>();
        boolean money = false;
        for (ComparedAttribute attribute : attributes) {
            Feature feature = attribute.feature();
            if (!names.add(feature.toString())) {
                throw new IllegalArgumentException("attribute (" + feature + ") must come once.");
            }
            if (feature.isCategory() && (measure == ClusterMeasure.SQUARED || measure == ClusterMeasure.MEAN_SQUARED)) {
                throw new IllegalArgumentException("attribute (" + feature
                        + ") is a text, which has no squared distance.\nMaybe the measure is gower or mixed.");
            }
            money |= feature.key().kind() == AttributeKind.MONEY;
        }
        if (money != currency.isPresent()) {
            throw new IllegalArgumentException(
                    money
                            ? "currency must be there, an attribute is an amount of money.\nMaybe \"currency\": \"EUR\"."
                            : "currency (" + currency.orElseThrow()
                                    + ") must be absent, no attribute is an amount of money.");
        }
        Set<String> ids = new HashSet<>();
        for (Cluster cluster : clusters) {
            if (!ids.add(cluster.segment().id())) {
                throw new IllegalArgumentException("cluster (" + cluster.segment() + ") must be defined once.");
            }
            check(cluster, names);
        }
    }

    private void check(Cluster cluster, Set<String> names) {
        for (String name : cluster.centre().keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "centre of " + cluster.segment() + " must have the attributes of the model, had " + name + ".");
            }
        }
        for (ComparedAttribute attribute : attributes) {
            Object value = cluster.centre().get(attribute.feature().toString());
            if (value == null && measure == ClusterMeasure.SQUARED) {
                throw new IllegalArgumentException(
                        "centre of " + cluster.segment() + " must have a value of " + attribute.feature() + ".");
            }
            if (value != null && attribute.feature().isCategory() != value instanceof String) {
                throw new IllegalArgumentException("centre of " + cluster.segment() + " must be a "
                        + (attribute.feature().isCategory() ? "text" : "number") + " at " + attribute.feature()
                        + ", was " + value + ".");
            }
        }
    }

    private Program program(List<Node> distances) {
        List<Node> outputs = new ArrayList<>();
        outputs.add(Node.min(
                "cluster.distance",
                distances,
                measure == ClusterMeasure.SQUARED ? Handling.UNKNOWN : Handling.REDISTRIBUTE));
        outputs.addAll(distances);
        return Program.of(outputs);
    }

    private Node distance(Cluster cluster) {
        List<Node> parts = new ArrayList<>();
        for (ComparedAttribute attribute : attributes) {
            Object centre = cluster.centre().get(attribute.feature().toString());
            if (centre != null) {
                parts.add(part(attribute, centre));
            }
        }
        String code = cluster.segment().id();
        if (measure.isMean()) {
            return Node.weightedMean(
                    code, parts.stream().map(part -> new Weighted(part, 1)).toList(), Handling.REDISTRIBUTE, 0);
        }
        return Node.sum(code, parts, measure == ClusterMeasure.SQUARED ? Handling.UNKNOWN : Handling.REDISTRIBUTE);
    }

    @SuppressWarnings("unchecked") // each key is of the kind that is asked for
    private Node part(ComparedAttribute attribute, Object centre) {
        AttributeKey<?> key = attribute.feature().key();
        if (centre instanceof String word) {
            double differs = measure == ClusterMeasure.MIXED ? lambda : 1;
            return Node.text(key.name(), (AttributeKey<String>) key, text -> text.equals(word) ? 0 : differs);
        }
        double number = (Double) centre;
        double scale = attribute.scale();
        return switch (key.kind()) {
            case MONEY ->
                Node.money(
                        key.name(),
                        (AttributeKey<Money>) key,
                        currency.orElseThrow(),
                        (value, today) -> measure.part(false, value, number, scale, lambda));
            case BOOLEAN ->
                Node.bool(
                        key.name(),
                        (AttributeKey<Boolean>) key,
                        measure.part(false, 1, number, scale, lambda),
                        measure.part(false, 0, number, scale, lambda));
            default ->
                Node.number(
                        key.name(),
                        (AttributeKey<Double>) key,
                        (value, today) -> measure.part(false, value, number, scale, lambda));
        };
    }

    /**
     * How far a customer is from a centre.
     *
     * @return the measure
     */
    public ClusterMeasure measure() {
        return measure;
    }

    /**
     * What a text that differs counts in the mixed measure.
     *
     * @return a number of at least 0
     */
    public double lambda() {
        return lambda;
    }

    /**
     * The currency of amounts of money.
     *
     * @return the currency; empty if no attribute is one
     */
    public Optional<CurrencyUnit> currency() {
        return currency;
    }

    /**
     * What customers are compared by.
     *
     * @return the attributes with their scales
     */
    public List<ComparedAttribute> attributes() {
        return attributes;
    }

    /**
     * The clusters.
     *
     * @return the clusters, each with its centre
     */
    public List<Cluster> clusters() {
        return clusters;
    }

    /**
     * Where the model comes from.
     *
     * @return what it was fitted on; empty if it was not fitted here
     */
    public Optional<FittedOn> fittedOn() {
        return fittedOn;
    }

    /**
     * The method that finds such clusters: k-means for squares, k-medoids for means of squares and Gower's dissimilarity,
     * k-prototypes for the mixed one; standardised where a number has a scale and the measure is not Gower's. With three
     * restarts, as it is for asking whether clusters are found again.
     *
     * @return the method, with as many clusters
     */
    public ClusteringMethod method() {
        int k = clusters.size();
        boolean isScaled = attributes.stream().anyMatch(attribute -> attribute.scale() != 1);
        return switch (measure) {
            case SQUARED -> {
                KMeans means = KMeans.of(k).restarts(RESTARTS).swaps(0);
                yield isScaled ? means.standardised() : means;
            }
            case MEAN_SQUARED -> {
                KMedoids medoids = KMedoids.of(k).restarts(RESTARTS).swaps(0);
                yield isScaled ? medoids.standardised() : medoids;
            }
            case GOWER -> KMedoids.of(k).restarts(RESTARTS).swaps(0).gower();
            case MIXED -> {
                KPrototypes prototypes = KPrototypes.of(k).restarts(RESTARTS).lambda(lambda);
                yield isScaled ? prototypes.standardised() : prototypes;
            }
        };
    }

    /**
     * Splits those customers of a book anew to whom this model gives a cluster.
     *
     * @param book  the book, which provides the attributes
     * @return the clusters that {@link #method()} finds among them
     * @throws IllegalArgumentException if fewer customers differ than there are clusters
     */
    public Clustering refitted(Book book) {
        Set<String> assigned = Segmentation.of(this, book).segmentByCustomer().keySet();
        List<AttributeKey<?>> keys = new ArrayList<>();
        attributes.forEach(attribute -> keys.add(attribute.feature().key()));
        return method().fit(ClusterData.of(book.only(view -> assigned.contains(view.customerId())), keys));
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public Program program() {
        return program;
    }

    /** The cluster with the least of the distances, which stand behind the headline. */
    @Override
    public int position(double... values) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < clusters.size(); i++) {
            if (values[i + 1] < least) {
                least = values[i + 1];
                best = i;
            }
        }
        return best;
    }

    /** None: distances are not conditions. */
    @Override
    public int conditions() {
        return 0;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ClusterModel other
                && measure == other.measure
                && Double.compare(lambda, other.lambda) == 0
                && currency.equals(other.currency)
                && attributes.equals(other.attributes)
                && clusters.equals(other.clusters)
                && fittedOn.equals(other.fittedOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(measure, lambda, currency, attributes, clusters, fittedOn);
    }

    /** The number of clusters and what they are by. */
    @Override
    public String toString() {
        return clusters.size() + " clusters by "
                + attributes.stream().map(ComparedAttribute::feature).toList();
    }
}
