package dev.rapport.health.warning.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches levels by an exponentially weighted moving average. */
final class EwmaWatch extends LevelWatch {

    /** Limits beyond this many deviations of the average cannot be told apart. */
    private static final double HIGHEST_TOLD = 7;

    private final LevelDetector detector;
    private final Ewma chart;
    private final double threshold;

    /** The periods since the average left 0 or changed its sign. */
    private final Trail trail = new Trail();

    private int periods;
    private double average;

    EwmaWatch(LevelDetector detector, Ewma chart) {
        super(detector.learning(), detector.floor());
        this.detector = detector;
        this.chart = chart;
        this.threshold = chart.threshold();
    }

    @Override
    @Nullable
    Change judge(int period, double value, double scale, int slot, double common) {
        double z = baseline.standardise(value / scale, slot);
        double expected = baseline.level() * scale;
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
            trail.clear();
            periods = 0;
        }
        average = next;
        if (next != 0) {
            trail.add(period, value, expected, 0);
            periods++;
        }
        if (Math.abs(average) <= threshold || periods < confirmations) {
            return null;
        }
        Trail.Since since = trail.since();
        if (Math.abs(since.deviation()) < detector.demand().smallestChange()) {
            return null;
        }
        Change.Builder change = Change.builder();
        change.falls = average < 0;
        change.since = since.since();
        change.usual = baseline.level() * common;
        change.deviation = since.deviation();
        change.threshold = threshold;
        change.sureness = new Sureness.RunLength(runLength());
        change.steps = List.of();
        baseline.moveBy(since.deviation(), since.periods());
        average = 0;
        periods = 0;
        trail.clear();
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
        into.put(average).put(periods);
        trail.write(into);
    }

    @Override
    void read(Numbers from) {
        average = from.take();
        periods = from.takeWhole(0, Integer.MAX_VALUE);
        trail.read(from);
    }
}
