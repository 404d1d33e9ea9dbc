package dev.rapport.health.validation;

import dev.rapport.health.estimate.Confidence;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.estimate.IntervalMethod;
import dev.rapport.health.internal.Sorting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The bootstrap over customers: each is drawn with all its rows, so that rows of one customer are not taken for many. */
final class Resampling {

    private static final double LEAST_COUNTED = 0.9;

    private final ValidationPolicy policy;
    private final int customers;

    Resampling(ValidationPolicy policy, int customers) {
        this.policy = policy;
        this.customers = customers;
    }

    /** The intervals of figures of drawn customers. */
    Map<Figure, Interval> intervals(Function<int[], Map<Figure, Double>> figures) {
        SplittableRandom random = new SplittableRandom(policy.seed());
        Map<Figure, List<Double>> drawn = new EnumMap<>(Figure.class);
        for (int resample = 0; resample < policy.resamples() && customers > 0; resample++) {
            int[] chosen = new int[customers];
            Arrays.setAll(chosen, i -> random.nextInt(customers));
            figures.apply(chosen)
                    .forEach((figure, value) -> drawn.computeIfAbsent(figure, absent -> new ArrayList<>())
                            .add(value));
        }
        Map<Figure, Interval> intervals = new EnumMap<>(Figure.class);
        drawn.forEach((figure, values) -> interval(values).ifPresent(interval -> intervals.put(figure, interval)));
        return intervals;
    }

    private Optional<Interval> interval(List<Double> values) {
        if (values.size() < LEAST_COUNTED * policy.resamples()) {
            return Optional.empty();
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double tail = (1 - policy.confidence()) / 2;
        return Optional.of(new Interval(
                Sorting.quantile(sorted, tail),
                Sorting.quantile(sorted, 1 - tail),
                new Confidence(policy.confidence(), IntervalMethod.BOOTSTRAP)));
    }
}
