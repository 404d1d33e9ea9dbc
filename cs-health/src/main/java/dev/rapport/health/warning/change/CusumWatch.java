package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Watches levels by cumulative sums whose reference value is half the smallest change that matters. */
final class CusumWatch extends LevelWatch {

    /** Beyond, the statistic is so high that its run length cannot be told and does not matter. */
    private static final double HIGHEST_TOLD = 40;

    private final LevelDetector detector;
    private final ThresholdTable thresholds;

    private final Side fall = new Side(-1);
    private final Side rise = new Side(1);
    private double threshold;

    CusumWatch(LevelDetector detector, ThresholdTable thresholds) {
        super(detector.learning(), detector.floor());
        this.detector = detector;
        this.thresholds = thresholds;
    }

    @Override
    @Nullable
    Change judge(int period, double value, double scale, int slot, double common) {
        double z = baseline.standardise(value / scale, slot);
        double expected = baseline.level() * scale;
        double level = baseline.level();
        double k = detector.reference(level, baseline.noise());
        threshold = thresholds.at(k);
        int confirmations = detector.demand().confirmations();
        double bound = k + threshold / (confirmations - 0.5);
        double bounded = Math.max(-bound, Math.min(bound, z));
        if (detector.sides().falls()) {
            fall.add(period, value, expected, -bounded - k);
        }
        if (detector.sides().rises()) {
            rise.add(period, value, expected, bounded - k);
        }
        Side side = fall.sum() > rise.sum() ? fall : rise;
        if (side.sum() <= threshold || side.periods() < confirmations) {
            return null;
        }
        Trail.Since since = side.trail().since();
        if (Math.abs(since.deviation()) < detector.demand().smallestChange()) {
            return null;
        }
        Change.Builder change = side.change();
        change.since = since.since();
        change.deviation = since.deviation();
        change.usual = level * common;
        change.threshold = threshold;
        double length =
                side.sum() > HIGHEST_TOLD / (2 * k) ? Double.POSITIVE_INFINITY : Cusum.oneSided(k, side.sum(), 0);
        change.sureness = new Sureness.RunLength(detector.sides() == Sides.BOTH ? length / 2 : length);
        baseline.moveBy(since.deviation(), since.periods());
        fall.clear();
        rise.clear();
        return change.build();
    }

    @Override
    public double nearness() {
        return threshold > 0 ? Math.max(fall.sum(), rise.sum()) / threshold : 0;
    }

    @Override
    void write(Numbers into) {
        into.put(threshold);
        fall.write(into);
        rise.write(into);
    }

    @Override
    void read(Numbers from) {
        threshold = from.take();
        fall.read(from);
        rise.read(from);
    }
}
