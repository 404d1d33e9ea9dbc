package dev.rapport.health.warning.change;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * Detects changes of a level: usage of a week, active users of a day. Learns what is usual from the series itself, standardises
 * each period by it, and alarms by a chart whose threshold follows from the wanted average run length.
 *
 * <p>The cumulative sum looks for the smallest change that matters: its reference value is half that change, in standard
 * deviations of the series, between 0.25 and 1.5. A series that scatters little is taken to scatter by a third of the
 * smallest change, so that it does not alarm for less. Immutable.
 */
public final class LevelDetector implements Detector {

    private final Learning learning;
    private final Sides sides;
    private final Demand demand;
    private final Function<LevelDetector, LevelWatch> watch;

    private LevelDetector(Learning learning, Sides sides, Demand demand, Function<LevelDetector, LevelWatch> watch) {
        this.learning = requireNonNull(learning, "learning");
        this.sides = requireNonNull(sides, "sides");
        this.demand = requireNonNull(demand, "demand");
        this.watch = watch;
    }

    /**
     * Detects by cumulative sums.
     *
     * @param learning  how it is learnt what is usual
     * @param sides  which changes are looked for
     * @param demand  what an alarm must keep
     * @return the detector
     */
    public static LevelDetector cusum(Learning learning, Sides sides, Demand demand) {
        ThresholdTable thresholds = new ThresholdTable(sides, demand.runLength());
        return new LevelDetector(learning, sides, demand, detector -> new CusumWatch(detector, thresholds));
    }

    /**
     * Detects by an exponentially weighted moving average.
     *
     * @param learning  how it is learnt what is usual
     * @param sides  which changes are looked for
     * @param demand  what an alarm must keep
     * @param weight  what the last period counts, a share
     * @return the detector
     */
    public static LevelDetector ewma(Learning learning, Sides sides, Demand demand, double weight) {
        Ewma chart = Ewma.withRunLength(weight, sides, demand.runLength());
        return new LevelDetector(learning, sides, demand, detector -> new EwmaWatch(detector, chart));
    }

    @Override
    public Learning learning() {
        return learning;
    }

    Sides sides() {
        return sides;
    }

    Demand demand() {
        return demand;
    }

    /** The least share of the level that a series is taken to scatter by. */
    double floor() {
        return demand.smallestChange() / (2 * ThresholdTable.MOST);
    }

    /** Half the smallest change, in standard deviations. */
    double reference(double level, double noise) {
        double half = demand.smallestChange() * level / (2 * noise);
        return Math.max(ThresholdTable.LEAST, Math.min(ThresholdTable.MOST, half));
    }

    @Override
    public SeriesWatch begin() {
        return watch.apply(this);
    }

    @Override
    public SeriesWatch resume(double[] numbers) {
        LevelWatch resumed = watch.apply(this);
        resumed.resume(numbers);
        return resumed;
    }
}
