package dev.rapport.segmentation.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The numbers against naive definitions: pairs counted one by one, differences of all pairs. */
class QualityProperties {

    private static final AttributeKey<Double> LABEL = AttributeKey.number("label");

    static Segmentation segmentation(int customers, int segments, IntUnaryOperator label) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            rows.add(Row.of(Integer.toString(1000 + i)).with(LABEL, (double) label.applyAsInt(i)));
        }
        List<Tier> tiers = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            tiers.add(Tier.from("s" + s, s));
        }
        return Segmentation.of(ValueTiers.of(LABEL, tiers.toArray(Tier[]::new)), Row.book(List.of(LABEL), rows));
    }

    private static int[] labels(long seed, int customers, int segments) {
        Random random = new Random(seed);
        return random.ints(customers, 0, segments).toArray();
    }

    @Property(tries = 200)
    void gini_isTheMeanDifferenceOfAllPairs(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
        double[] amounts = new Random(seed).ints(n, 0, 50).asDoubleStream().toArray();
        double differences = 0;
        double total = 0;
        for (double a : amounts) {
            total += a;
            for (double b : amounts) {
                differences += Math.abs(a - b);
            }
        }
        double expected = total > 0 ? differences / (2.0 * n * total) : 0;
        assertThat(Concentration.gini(amounts)).isCloseTo(expected, within(1e-12));
    }

    @Property(tries = 200)
    void adjustedRand_agreesWithPairsCountedOneByOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 5) int first,
            @ForAll @IntRange(min = 1, max = 5) int second) {
        int[] a = labels(seed, n, first);
        int[] b = labels(seed + 1, n, second);
        double together = 0;
        double inFirst = 0;
        double inSecond = 0;
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                together += a[i] == a[j] && b[i] == b[j] ? 1 : 0;
                inFirst += a[i] == a[j] ? 1 : 0;
                inSecond += b[i] == b[j] ? 1 : 0;
                pairs++;
            }
        }
        double chance = inFirst * inSecond / pairs;
        double most = (inFirst + inSecond) / 2;
        double expected = most == chance ? 1 : (together - chance) / (most - chance);
        Agreement agreement = Agreement.between(segmentation(n, first, i -> a[i]), segmentation(n, second, i -> b[i]));
        assertThat(agreement.adjustedRand()).isCloseTo(expected, within(1e-9));
        assertThat(agreement.mutualInformation()).isCloseTo(information(a, b), within(1e-9));
        Agreement turned = Agreement.between(segmentation(n, second, i -> b[i]), segmentation(n, first, i -> a[i]));
        assertThat(turned.normalisedInformation()).isCloseTo(agreement.normalisedInformation(), within(1e-12));
    }

    /** H(a) + H(b) - H(a, b). */
    private static double information(int[] a, int[] b) {
        int[] both = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            both[i] = 100 * a[i] + b[i];
        }
        return entropy(a) + entropy(b) - entropy(both);
    }

    private static double entropy(int[] labels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int label : labels) {
            counts.merge(label, 1, Integer::sum);
        }
        double sum = 0;
        for (int count : counts.values()) {
            double share = (double) count / labels.length;
            sum -= share * Math.log(share);
        }
        return sum;
    }

    @Property(tries = 200)
    void explained_andUnexplained_areTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 60) int n,
            @ForAll @IntRange(min = 1, max = 5) int segments) {
        int[] labels = labels(seed, n, segments);
        Random random = new Random(seed + 2);
        Map<String, Double> outcomes = new HashMap<>();
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = labels[i] + random.nextGaussian();
            outcomes.put(Integer.toString(1000 + i), values[i]);
        }
        double within = 0;
        double total = 0;
        for (int s = -1; s < segments; s++) {
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int i = 0; i < n; i++) {
                if (s < 0 || labels[i] == s) {
                    sum += values[i];
                    squares += values[i] * values[i];
                    count++;
                }
            }
            double around = count > 0 ? squares - sum * sum / count : 0;
            within += s < 0 ? 0 : around;
            total += s < 0 ? around : 0;
        }
        Separation separation = Separation.of("outcome", segmentation(n, segments, i -> labels[i]), outcomes);
        assertThat(separation.explained()).isCloseTo(1 - within / total, within(1e-9));
        double contributions = 0;
        for (int s = 0; s < segments; s++) {
            contributions += separation.contribution(s);
        }
        assertThat(contributions).isCloseTo(separation.explained(), within(1e-9));
    }

    @Property(tries = 50)
    void renaming_changesNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int n) {
        int[] a = labels(seed, n, 4);
        Agreement agreement = Agreement.between(segmentation(n, 4, i -> a[i]), segmentation(n, 4, i -> 3 - a[i]));
        assertThat(agreement.adjustedRand()).isEqualTo(1);
        assertThat(agreement.normalisedInformation()).isCloseTo(1, within(1e-12));
    }
}
