package dev.rapport.health.validation;

import dev.rapport.health.observation.Observation;
import dev.rapport.health.observation.Observations;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Book;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How far the customers of a book are from those that a model was fitted to, feature by feature.
 *
 * <p><b>Formula.</b> The population stability index, {@code sum of (a - e) log(a / e)} over bins: numbers in tenths of the
 * fit, texts by their value, and one bin for those without a value; {@code e} is a bin's share in the fit, {@code a} today,
 * each with half a customer added to every bin, so that an empty one has a logarithm.
 *
 * <p><b>Units.</b> None; 0 where the shares are the same. Readings: below 0.1 stable, from 0.25 on drifted.
 *
 * <p><b>Edge results.</b> An empty book or fit gives 0, since nothing contradicts.
 *
 * <p><b>References.</b> Siddiqi, Credit Risk Scorecards (2006), chapter 8; it is Jeffreys' divergence.
 *
 * @param features  each with its index, the farthest first
 */
public record Drift(List<FeatureDrift> features) {

    private static final int TENTHS = 10;
    private static final String NONE = "\0none";

    /**
     * Keeps a copy.
     *
     * @param features  each with its index
     */
    public Drift {
        features = List.copyOf(features);
    }

    /**
     * Measures drift.
     *
     * @param training  what the model was fitted to
     * @param book  the customers of today
     * @param eligible  those of whom the model is asked, as in the plan of the training
     * @return the drift of every feature of the plan
     */
    public static Drift of(Observations training, Book book, Predicate<? super CustomerView> eligible) {
        List<CustomerView> views = book.customers().stream().filter(eligible).toList();
        List<FeatureDrift> features = new ArrayList<>();
        for (AttributeKey<?> key : training.plan().features()) {
            List<Object> fit = new ArrayList<>();
            for (Observation row : training.rows()) {
                fit.add(value(key, row.read(key)));
            }
            List<Object> today = new ArrayList<>();
            views.forEach(view -> today.add(value(key, view.read(key))));
            double index = index(fit, today);
            features.add(new FeatureDrift(key, index, FeatureDrift.Reading.of(index)));
        }
        features.sort(Comparator.comparingDouble((FeatureDrift one) -> -one.index())
                .thenComparing(one -> one.feature().name()));
        return new Drift(features);
    }

    /** A number, a text, or the word for nothing. */
    private static Object value(AttributeKey<?> key, Reading<?> reading) {
        Object value = reading.valueOrNull();
        if (value == null) {
            return NONE;
        }
        if (value instanceof Set<?> words) {
            return words.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        }
        return key.kind().isText() ? value : (Object) key.kind().toNumber(value);
    }

    static double index(List<Object> fit, List<Object> today) {
        if (fit.isEmpty() || today.isEmpty()) {
            return 0;
        }
        double[] edges = edges(fit);
        Map<String, int[]> counts = new TreeMap<>();
        fit.forEach(value -> counts.computeIfAbsent(bin(value, edges), absent -> new int[2])[0]++);
        today.forEach(value -> counts.computeIfAbsent(bin(value, edges), absent -> new int[2])[1]++);
        double sum = 0;
        for (int[] count : counts.values()) {
            double expected = (count[0] + 0.5) / (fit.size() + 0.5 * counts.size());
            double actual = (count[1] + 0.5) / (today.size() + 0.5 * counts.size());
            sum += (actual - expected) * StrictMath.log(actual / expected);
        }
        return sum;
    }

    /** The distinct tenths of the numbers of the fit. */
    private static double[] edges(List<Object> fit) {
        double[] numbers = fit.stream()
                .filter(Double.class::isInstance)
                .mapToDouble(value -> (Double) value)
                .sorted()
                .toArray();
        if (numbers.length == 0) {
            return numbers;
        }
        double[] edges = new double[TENTHS - 1];
        for (int i = 1; i < TENTHS; i++) {
            edges[i - 1] = numbers[(int) ((long) i * (numbers.length - 1) / TENTHS)];
        }
        return Arrays.stream(edges).distinct().toArray();
    }

    private static String bin(Object value, double[] edges) {
        if (!(value instanceof Double number)) {
            return value.toString();
        }
        int found = Arrays.binarySearch(edges, number);
        return "bin " + (found >= 0 ? found : -found - 1);
    }
}
