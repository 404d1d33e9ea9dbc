package dev.rapport.segmentation.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What sets a cluster apart: a trait for each attribute, the strongest first. Immutable. */
public final class ClusterProfile {

    private static final int SAID = 3;

    private final int size;
    private final List<Trait> traits;

    private ClusterProfile(int size, List<Trait> traits) {
        this.size = size;
        this.traits = traits;
    }

    static ClusterProfile of(ClusterData data, int[] labels, int label) {
        int size = 0;
        for (int other : labels) {
            size += other == label ? 1 : 0;
        }
        List<Trait> traits = new ArrayList<>();
        for (int j = 0; j < data.features().size(); j++) {
            traits.add(data.isCategory(j) ? category(data, labels, label, j) : number(data, labels, label, j));
        }
        traits.sort(Comparator.comparingDouble((Trait trait) -> -Math.abs(trait.strength()))
                .thenComparing(trait -> trait.feature().toString()));
        return new ClusterProfile(size, List.copyOf(traits));
    }

    private static Trait number(ClusterData data, int[] labels, int label, int j) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] == label && !Double.isNaN(data.value(row, j))) {
                sum += data.value(row, j);
                count++;
            }
        }
        double mean = sum / count;
        double overall = Scales.mean(data, j);
        double deviation = Math.sqrt(Scales.variance(data, j));
        double strength = count > 0 && deviation > 0 ? (mean - overall) / deviation : 0;
        return new Trait(data.features().get(j), Optional.empty(), mean, overall, strength);
    }

    private static Trait category(ClusterData data, int[] labels, int label, int j) {
        double[] all = new double[data.levels(j).size()];
        double[] here = new double[all.length];
        double known = 0;
        double knownHere = 0;
        for (int row = 0; row < labels.length; row++) {
            double value = data.value(row, j);
            if (!Double.isNaN(value)) {
                all[(int) value]++;
                known++;
                if (labels[row] == label) {
                    here[(int) value]++;
                    knownHere++;
                }
            }
        }
        int most = 0;
        double strength = 0;
        for (int level = 0; level < all.length; level++) {
            double share = all[level] / known;
            double spread = Math.sqrt(share * (1 - share));
            double one = knownHere > 0 && spread > 0 ? (here[level] / knownHere - share) / spread : 0;
            if (Math.abs(one) > Math.abs(strength) || (one > 0 && one == -strength)) {
                strength = one;
                most = level;
            }
        }
        return new Trait(
                data.features().get(j),
                Optional.of(data.levels(j).get(most)),
                here[most] / knownHere,
                all[most] / known,
                strength);
    }

    /**
     * How many customers the cluster has.
     *
     * @return the number
     */
    public int size() {
        return size;
    }

    /**
     * How the cluster differs from all customers.
     *
     * @return a trait for each attribute, the strongest first
     */
    public List<Trait> traits() {
        return traits;
    }

    /**
     * The profile in words and numbers: the three strongest traits that are clear.
     *
     * @return such as {@code arr high (mean 52000, all 12000); seats high (mean 400, all 90)}
     */
    public String words() {
        return words(Feature::toString);
    }

    /**
     * The profile in words and numbers, with other names.
     *
     * @param naming  what to call an attribute
     * @return as above
     */
    public String words(Function<Feature, String> naming) {
        String words = traits.stream()
                .filter(Trait::isClear)
                .limit(SAID)
                .map(trait -> trait.words(naming.apply(trait.feature())))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "like all customers together" : words;
    }

    /** The words. */
    @Override
    public String toString() {
        return words();
    }
}
