package dev.rapport.health.validation;

import dev.rapport.health.estimate.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The bootstrap over customers: each is drawn with all its rows, so that rows of one customer are not taken for many. */
final class Resampling {

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
        drawn.forEach((figure, values) -> {
            double[] found = values.stream().mapToDouble(Double::doubleValue).toArray();
            Interval.bootstrap(found, policy.resamples(), policy.confidence())
                    .ifPresent(interval -> intervals.put(figure, interval));
        });
        return intervals;
    }
}
