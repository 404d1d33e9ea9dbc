package dev.rapport.segmentation.quality;

import dev.rapport.model.book.Book;
import dev.rapport.segmentation.clustering.ClusterModel;
import dev.rapport.segmentation.clustering.Clustering;
import dev.rapport.segmentation.clustering.ClusteringMethod;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Whether segments that were found in data are found again in other data like it. Immutable.
 *
 * <p>Formula: customers are drawn with replacement, as many as there are; those drawn, each once, are split anew. A segment's
 * Jaccard coefficient in the draw is the greatest |A and B| / |A or B|, A its customers that were drawn, B the customers of one
 * of the new segments; its stability is the mean over the draws in which it has a customer. From 0 to 1; Hennig takes segments
 * of 0.75 or more as stable, of 0.6 to 0.75 as a pattern whose customers are doubtful, and below 0.5 as dissolved. Edges: a
 * single segment of all has 1; a draw that puts nobody anywhere counts 0.
 *
 * <p>Algorithm: the draws are those of {@link Random}, whose numbers its specification fixes, so a seed gives the same result
 * everywhere. Reference: Hennig, Cluster-wise assessment of cluster stability, Computational Statistics and Data Analysis 52,
 * 2007, doi:10.1016/j.csda.2006.11.025, whose R function is {@code fpc::clusterboot} with {@code multipleboot = FALSE}.
 *
 * <pre>{@code
 * Stability stability = Stability.of(clustering, KMeans.of(4).standardised(), 100, 1);
 * }</pre>
 */
public final class Stability {

    private final List<SegmentStability> segments;

    private Stability(List<SegmentStability> segments) {
        this.segments = List.copyOf(segments);
    }

    /**
     * The stability of clusters.
     *
     * @param clustering  the clusters
     * @param method  the method that found them
     * @param times  how many draws, at least 1; 100 are usual
     * @param seed  what the random numbers begin with
     * @return the stability of each cluster
     */
    public static Stability of(Clustering clustering, ClusteringMethod method, int times, long seed) {
        return of(clustering.segmentByCustomer(), drawn -> clustering.again(method, drawn), times, seed);
    }

    /**
     * The stability of the clusters of a model in a book: its method splits the customers of the book anew.
     *
     * @param model  the model, however it was fitted
     * @param book  the book
     * @param times  how many draws, at least 1
     * @param seed  what the random numbers begin with
     * @return the stability of each cluster that has a customer; empty where fewer customers differ than there are clusters
     */
    public static Optional<Stability> of(ClusterModel model, Book book, int times, long seed) {
        Clustering anew;
        try {
            anew = model.refitted(book);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Map<String, String> byCustomer = Segmentation.of(model, book).segmentByCustomer();
        return Optional.of(of(byCustomer, drawn -> anew.again(model.method(), drawn), times, seed));
    }

    /**
     * The stability of segments of any kind whose limits were found in data.
     *
     * @param segmentByCustomer  the id of the segment of each customer that has one
     * @param again  finds segments anew among the customers that it is given, whose ids are sorted; what it calls them does not
     *     matter
     * @param times  how many draws, at least 1
     * @param seed  what the random numbers begin with
     * @return the stability of each segment
     * @throws IllegalArgumentException if there are no draws, or nobody has a segment
     */
    public static Stability of(
            Map<String, String> segmentByCustomer,
            Function<List<String>, Map<String, String>> again,
            int times,
            long seed) {
        if (times < 1) {
            throw new IllegalArgumentException("times (" + times + ") must be at least 1.");
        }
        if (segmentByCustomer.isEmpty()) {
            throw new IllegalArgumentException("customers with a segment must be at least one, there are none.");
        }
        TreeMap<String, String> sorted = new TreeMap<>(segmentByCustomer);
        List<String> customers = List.copyOf(sorted.keySet());
        Map<String, double[]> sums = new TreeMap<>();
        sorted.values().forEach(segment -> sums.putIfAbsent(segment, new double[2]));
        Random random = new Random(seed);
        for (int time = 0; time < times; time++) {
            List<String> drawn = draw(customers, random);
            Map<String, Double> coefficients = coefficients(drawn, sorted, again.apply(drawn));
            coefficients.forEach((segment, coefficient) -> {
                double[] sum = sums.get(segment);
                if (sum != null) {
                    sum[0] += coefficient;
                    sum[1]++;
                }
            });
        }
        List<SegmentStability> segments = new ArrayList<>();
        sums.forEach((segment, sum) ->
                segments.add(new SegmentStability(segment, sum[1] > 0 ? sum[0] / sum[1] : 0, (int) sum[1])));
        return new Stability(segments);
    }

    /** As many customers as there are, with replacement, each once. */
    private static List<String> draw(List<String> customers, Random random) {
        BitSet chosen = new BitSet();
        for (int i = 0; i < customers.size(); i++) {
            chosen.set(random.nextInt(customers.size()));
        }
        List<String> drawn = new ArrayList<>();
        chosen.stream().forEach(i -> drawn.add(customers.get(i)));
        return Collections.unmodifiableList(drawn);
    }

    private static Map<String, Double> coefficients(
            List<String> drawn, Map<String, String> before, Map<String, String> after) {
        Map<String, Map<String, Integer>> both = new LinkedHashMap<>();
        Map<String, Integer> ofBefore = new HashMap<>();
        Map<String, Integer> ofAfter = new HashMap<>();
        for (String customer : drawn) {
            String old = before.getOrDefault(customer, "");
            ofBefore.merge(old, 1, Integer::sum);
            Map<String, Integer> row = both.computeIfAbsent(old, segment -> new HashMap<>());
            String now = after.get(customer);
            if (now != null) {
                ofAfter.merge(now, 1, Integer::sum);
                row.merge(now, 1, Integer::sum);
            }
        }
        Map<String, Double> coefficients = new HashMap<>();
        both.forEach((old, row) -> {
            double greatest = 0;
            for (Map.Entry<String, Integer> entry : row.entrySet()) {
                double common = entry.getValue();
                int all = ofBefore.getOrDefault(old, 0) + ofAfter.getOrDefault(entry.getKey(), 0);
                greatest = Math.max(greatest, common / (all - common));
            }
            coefficients.put(old, greatest);
        });
        return coefficients;
    }

    /**
     * The stability of the segments.
     *
     * @return each segment that has a customer, in the order of their ids
     */
    public List<SegmentStability> segments() {
        return segments;
    }

    /**
     * The stability of one segment.
     *
     * @param segment  its id
     * @return the mean coefficient, 0 to 1
     * @throws IllegalArgumentException if no customer has the segment
     */
    public double of(String segment) {
        return segments.stream()
                .filter(one -> one.segment().equals(segment))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("segment (" + segment + ") has no customer."))
                .jaccard();
    }
}
