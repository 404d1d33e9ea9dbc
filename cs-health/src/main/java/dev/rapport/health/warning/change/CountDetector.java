package dev.rapport.health.warning.change;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Detects changes of a rate, where series are short or sparse: tickets, sign-ins of a small customer. Immutable; charts are
 * worked out when they are first needed and kept.
 */
public final class CountDetector implements Detector {

    /** Neighbouring rates share a chart. */
    private static final double LOG_STEP = 0.04;

    private static final double[] DISPERSIONS = {1, 1.5, 2, 3, 5, 8, 12, 20};

    private final Learning learning;
    private final Sides sides;
    private final Demand demand;
    private final Function<CountDetector, CountWatch> watch;
    private final Map<ChartKey, CountCusum> charts = new ConcurrentHashMap<>();

    private record ChartKey(int rate, int dispersion, boolean falls) {}

    private CountDetector(Learning learning, Sides sides, Demand demand, Function<CountDetector, CountWatch> watch) {
        this.learning = requireNonNull(learning, "learning");
        this.sides = requireNonNull(sides, "sides");
        this.demand = requireNonNull(demand, "demand");
        this.watch = watch;
    }

    /**
     * Detects by cumulative sums, which find a change of the rate by the smallest change soonest.
     *
     * @param learning  how it is learnt what is usual
     * @param sides  which changes are looked for
     * @param demand  what an alarm must keep
     * @return the detector
     */
    public static CountDetector cusum(Learning learning, Sides sides, Demand demand) {
        return new CountDetector(learning, sides, demand, CountCusumWatch::new);
    }

    /**
     * Detects that nothing happens any more, by the time since the last event.
     *
     * @param learning  how it is learnt what is usual
     * @param demand  what an alarm must keep; the smallest change is of no meaning, a silence is a change by the whole
     * @return the detector
     */
    public static CountDetector silence(Learning learning, Demand demand) {
        return new CountDetector(learning, Sides.FALLS, demand, SilenceWatch::new);
    }

    @Override
    public Learning learning() {
        return learning;
    }

    Demand demand() {
        return demand;
    }

    boolean looksFor(boolean falls) {
        return falls ? sides.falls() : sides.rises();
    }

    /** The run length of a chart that looks on both sides, if one of them has this. */
    double inBoth(double runLength) {
        return sides == Sides.BOTH ? runLength / 2 : runLength;
    }

    /** The chart of the nearest rate that makes false alarms no more frequent. */
    CountCusum chart(double rate, double dispersion, boolean falls) {
        double bounded = Math.max(CountCusum.LEAST_RATE, Math.min(CountCusum.MOST_RATE, rate));
        double steps = StrictMath.log(bounded / CountCusum.LEAST_RATE) / LOG_STEP;
        int step = (int) (falls ? Math.floor(steps) : Math.ceil(steps));
        int scatter = 0;
        while (scatter < DISPERSIONS.length - 1 && DISPERSIONS[scatter] < dispersion) {
            scatter++;
        }
        return charts.computeIfAbsent(new ChartKey(step, scatter, falls), this::chart);
    }

    private CountCusum chart(ChartKey key) {
        double rate = Math.min(CountCusum.MOST_RATE, CountCusum.LEAST_RATE * StrictMath.exp(LOG_STEP * key.rate()));
        double factor = key.falls() ? 1 - demand.smallestChange() : 1 + demand.smallestChange();
        double wanted = sides == Sides.BOTH ? 2 * demand.runLength() : demand.runLength();
        return CountCusum.withRunLength(rate, DISPERSIONS[key.dispersion()], factor, wanted);
    }

    @Override
    public SeriesWatch begin() {
        return watch.apply(this);
    }

    @Override
    public SeriesWatch resume(double[] numbers) {
        CountWatch resumed = watch.apply(this);
        resumed.resume(numbers);
        return resumed;
    }
}
