package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Watches levels by an exponentially weighted moving average. */
final class EwmaWatch extends LevelWatch {

    /** Limits beyond this many deviations of the average cannot be told apart. */
    private static final double HIGHEST_TOLD = 7;

    private final LevelDetector detector;
    private final Ewma chart;
    private final double threshold;

    private final Excursion excursion = new Excursion();
    private double average;

    EwmaWatch(LevelDetector detector, Ewma chart) {
        super(detector.learning(), detector.floor());
        this.detector = detector;
        this.chart = chart;
        this.threshold = chart.threshold();
    }

    @Override
    @Nullable
    Change judge(int period, double value, double adjusted, double expected, double z) {
        double w = chart.weight();
        int confirmations = detector.demand().confirmations();
        double bound = threshold / (w * (confirmations - 0.5));
        double next = (1 - w) * average + w * Math.max(-bound, Math.min(bound, z));
        if (chart.sides() == Sides.FALLS) {
            next = Math.min(0, next);
        } else if (chart.sides() == Sides.RISES) {
            next = Math.max(0, next);
        }
        if (next == 0 || (average != 0 && next < 0 != average < 0)) {
            excursion.clear();
        }
        average = next;
        double level = baseline.level();
        if (next != 0) {
            excursion.add(period, adjusted / level - 1);
        }
        if (Math.abs(average) <= threshold || excursion.periods < confirmations) {
            return null;
        }
        Change.Builder change = new Change.Builder();
        change.falls = average < 0;
        change.since = excursion.since;
        change.usual = level;
        change.deviation = excursion.deviation();
        change.threshold = threshold;
        change.sureness = new Sureness.RunLength(runLength());
        baseline.moveBy(excursion.deviation(), excursion.periods);
        average = 0;
        excursion.clear();
        return change.build();
    }

    private double runLength() {
        double limit = chart.limit() * Math.abs(average) / threshold;
        return limit > HIGHEST_TOLD
                ? Double.POSITIVE_INFINITY
                : new Ewma(chart.weight(), limit, chart.sides()).averageRunLength(0);
    }

    @Override
    public double nearness() {
        return Math.abs(average) / threshold;
    }

    @Override
    void write(Numbers into) {
        into.put(average);
        excursion.write(into);
    }

    @Override
    void read(Numbers from) {
        average = from.take();
        excursion.read(from);
    }
}
