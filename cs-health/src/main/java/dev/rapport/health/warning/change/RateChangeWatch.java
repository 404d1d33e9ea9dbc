package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Watches counts by the posterior of change points. */
final class RateChangeWatch extends CountWatch {

    private final ChangePointDetector detector;
    private double usual;
    private @Nullable RecentChange recent;

    RateChangeWatch(ChangePointDetector detector) {
        super(detector.learning());
        this.detector = detector;
    }

    @Override
    @Nullable
    Change judge(int period, double value, double covered, double common) {
        RecentChange changes = recent;
        if (changes == null) {
            usual = baseline.rate();
            changes = begin();
            recent = changes;
        }
        Change change = changes.observe(period, value, covered);
        if (change != null) {
            double rate = change.usual() * (1 + change.deviation());
            baseline.moveTo(rate * 2, 2);
            return change.in(common);
        }
        return null;
    }

    /** The rate of a new run is worth one event. */
    private RecentChange begin() {
        return new RecentChange(detector, new Prior.GammaPoisson(1, 1 / usual), usual);
    }

    @Override
    public double nearness() {
        return recent == null ? 0 : recent.probability() / detector.belief().surely();
    }

    @Override
    void write(Numbers into) {
        into.put(usual).put(recent == null ? 0 : 1);
        if (recent != null) {
            recent.write(into);
        }
    }

    @Override
    void read(Numbers from) {
        usual = from.take();
        recent = null;
        if (from.takeWhole(0, 1) == 1) {
            RecentChange resumed = begin();
            resumed.read(from);
            recent = resumed;
        }
    }
}
