package dev.rapport.health.warning.change;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Detects changes of a rate, where series are short or sparse: tickets, sign-ins of a small customer. Immutable; charts are
 * worked out when they are first needed and kept.
 */
public final class CountDetector implements Detector {

    /** Neighbouring rates share a chart. */
    private static final double LOG_STEP = 0.04;

    private static final int RATES =
            2 + (int) Math.ceil(StrictMath.log(CountCusum.MOST_RATE / CountCusum.LEAST_RATE) / LOG_STEP);
    private static final double[] DISPERSIONS = {1, 1.5, 2, 3, 5, 8, 12, 20};

    private final Learning learning;
    private final Sides sides;
    private final Demand demand;
    private final Function<CountDetector, CountWatch> watch;
    private final AtomicReferenceArray<CountCusum> charts = new AtomicReferenceArray<>(2 * DISPERSIONS.length * RATES);

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
        int at = (scatter * RATES + step) * 2 + (falls ? 1 : 0);
        CountCusum kept = charts.get(at);
        if (kept == null) {
            // Whichever of several threads comes first: all make the same
            kept = chart(step, DISPERSIONS[scatter], falls);
            charts.set(at, kept);
        }
        return kept;
    }

    private CountCusum chart(int step, double dispersion, boolean falls) {
        double rate = Math.min(CountCusum.MOST_RATE, CountCusum.LEAST_RATE * StrictMath.exp(LOG_STEP * step));
        double factor = falls ? 1 - demand.smallestChange() : 1 + demand.smallestChange();
        double wanted = sides == Sides.BOTH ? 2 * demand.runLength() : demand.runLength();
        return CountCusum.withRunLength(rate, dispersion, factor, wanted);
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
