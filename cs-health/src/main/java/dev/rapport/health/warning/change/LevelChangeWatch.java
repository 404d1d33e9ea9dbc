package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Watches levels by the posterior of change points. Levels are in units of the first that was usual. */
final class LevelChangeWatch extends LevelWatch {

    private static final double FLOOR_SHARE = 1.0 / 3;

    private final ChangePointDetector detector;
    private double unit;
    private double scatter;
    private @Nullable RecentChange recent;

    LevelChangeWatch(ChangePointDetector detector) {
        super(detector.learning(), FLOOR_SHARE * detector.belief().smallestChange());
        this.detector = detector;
    }

    @Override
    @Nullable
    Change judge(int period, double value, double scale, int slot, double common) {
        RecentChange changes = recent;
        if (changes == null) {
            unit = baseline.level();
            scatter = baseline.noise() / unit;
            changes = begin();
            recent = changes;
        }
        Change change = changes.observe(period, value / (scale * unit), 1);
        if (change == null) {
            return null;
        }
        Change.Builder inUnits = Change.builder();
        inUnits.falls = change.falls();
        inUnits.since = change.since();
        inUnits.usual = change.usual() * unit * common;
        inUnits.deviation = change.deviation();
        inUnits.threshold = change.threshold();
        inUnits.sureness = change.sureness();
        double level = change.usual() * unit * (1 + change.deviation());
        baseline.moveBy(level / baseline.level() - 1, 2);
        recent = baseline.isReady() ? changes : null;
        return inUnits.build();
    }

    /** A new level may lie anywhere: its standard deviation is the level itself. */
    private RecentChange begin() {
        double variance = scatter * scatter;
        return new RecentChange(detector, new Prior.NormalGamma(1, Math.min(1, variance), 1, variance), 1);
    }

    @Override
    public double nearness() {
        return recent == null ? 0 : recent.probability() / detector.belief().surely();
    }

    @Override
    void write(Numbers into) {
        into.put(unit).put(scatter).put(recent == null ? 0 : 1);
        if (recent != null) {
            recent.write(into);
        }
    }

    @Override
    void read(Numbers from) {
        unit = from.take();
        scatter = from.take();
        recent = null;
        if (from.takeWhole(0, 1) == 1) {
            RecentChange resumed = begin();
            resumed.read(from);
            recent = resumed;
        }
    }
}
