package dev.rapport.health.estimate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Observations in clusters, such as answers by account. Observations of one cluster resemble each other and are worth less
 * than as many of different ones. Immutable; does not depend on the order in which it was gathered.
 */
public final class ClusteredSample {

    /**
     * What is known of a cluster.
     *
     * @param observations  how many there are
     * @param sum  their sum
     */
    record Cluster(int observations, double sum) {}

    private final Map<String, Cluster> clusters;
    private final long observations;
    private final double mean;
    private final double squares;
    private final double net;
    private final double notZero;
    private final double least;
    private final double greatest;
    private final boolean whole;

    private ClusteredSample(Builder builder) {
        double[] all = builder.values.values().stream()
                .flatMapToDouble(values -> values.stream().mapToDouble(value -> value))
                .sorted()
                .toArray();
        this.observations = all.length;
        this.mean = sum(all) / all.length;
        double[] deviations = new double[all.length];
        long above = 0;
        long below = 0;
        for (int i = 0; i < all.length; i++) {
            deviations[i] = (all[i] - mean) * (all[i] - mean);
            above += all[i] > 0 ? 1 : 0;
            below += all[i] < 0 ? 1 : 0;
        }
        this.squares = sum(deviations);
        this.net = (double) (above - below) / all.length;
        this.notZero = (double) (above + below) / all.length;
        this.least = all.length == 0 ? 0 : all[0];
        this.greatest = all.length == 0 ? 0 : all[all.length - 1];
        this.whole = Arrays.stream(all).allMatch(value -> value == Math.rint(value));
        this.clusters = new TreeMap<>();
        builder.values.forEach((name, values) -> {
            double[] ours = values.stream().mapToDouble(value -> value).sorted().toArray();
            clusters.put(name, new Cluster(ours.length, sum(ours)));
        });
    }

    private static double sum(double[] sorted) {
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        return sum;
    }

    /**
     * Begins a sample.
     *
     * @return a builder without observations
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many observations there are.
     *
     * @return the number
     */
    public long observations() {
        return observations;
    }

    /**
     * How many clusters there are.
     *
     * @return the number
     */
    public int clusters() {
        return clusters.size();
    }

    /** What an estimate from several samples rests on. */
    static Basis basis(List<ClusteredSample> samples, double effective) {
        Set<String> names = new HashSet<>();
        samples.forEach(sample -> names.addAll(sample.clusters.keySet()));
        return new Basis(
                samples.stream().mapToLong(sample -> sample.observations).sum(), names.size(), effective);
    }

    Map<String, Cluster> byName() {
        return clusters;
    }

    /** The mean of all observations, NaN of none. */
    double mean() {
        return mean;
    }

    boolean sharesClustersWith(ClusteredSample other) {
        return clusters.keySet().stream().anyMatch(other.clusters::containsKey);
    }

    boolean isUnanimous() {
        return least == greatest;
    }

    /** The variance that the mean would have if all observations were independent. */
    double plainVariance() {
        return squares / (observations - 1) / observations;
    }

    /** The share above zero less the share below. */
    double net() {
        return net;
    }

    /** The share that is not zero. */
    double notZero() {
        return notZero;
    }

    /** Whether every observation lies between two bounds. */
    boolean isWithin(double from, double to) {
        return observations == 0 || (from <= least && greatest <= to);
    }

    /** Whether every observation is a whole number. */
    boolean isWhole() {
        return whole;
    }

    /** Gathers observations. Mutable, for one thread. */
    public static final class Builder {

        private final Map<String, List<Double>> values = new TreeMap<>();

        private Builder() {}

        /**
         * Adds an observation.
         *
         * @param cluster  what it shares with others, such as the account
         * @param value  the value, finite
         * @return this builder
         */
        public Builder add(String cluster, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "value (" + value + ") of cluster (" + cluster + ") must be a finite number.");
            }
            values.computeIfAbsent(requireNonNull(cluster, "cluster"), name -> new ArrayList<>(2))
                    .add(value);
            return this;
        }

        /**
         * Makes the sample.
         *
         * @return the sample, which may be empty
         */
        public ClusteredSample build() {
            return new ClusteredSample(this);
        }
    }
}
