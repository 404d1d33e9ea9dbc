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

    /** The sum of one side. What the last periods added is kept, and what stood before them. */
    private static final class Side {
        final double sign;
        final Excursion excursion = new Excursion();
        final Trail trail = new Trail();
        double sum;
        double earlier;

        Side(double sign) {
            this.sign = sign;
        }

        void clear() {
            sum = 0;
            earlier = 0;
            excursion.clear();
            trail.clear();
        }

        void add(int period, double adds, double value, double expected, double deviation) {
            double next = sum + adds;
            if (!(next > 0)) {
                clear();
                return;
            }
            sum = next;
            if (trail.isFull()) {
                earlier += trail.oldest();
            }
            trail.add(value, expected, adds);
            excursion.add(period, deviation);
        }

        void write(Numbers into) {
            into.put(sum).put(earlier);
            excursion.write(into);
            trail.write(into);
        }

        void read(Numbers from) {
            sum = from.take();
            earlier = from.take();
            excursion.read(from);
            trail.read(from);
        }
    }

    @Override
    @Nullable
    Change judge(int period, double value, double adjusted, double expected, double z) {
        double level = baseline.level();
        double k = detector.reference(level, baseline.noise());
        threshold = thresholds.at(k);
        int confirmations = detector.demand().confirmations();
        double bound = k + threshold / (confirmations - 0.5);
        double bounded = Math.max(-bound, Math.min(bound, z));
        double deviation = adjusted / level - 1;
        if (detector.sides().falls()) {
            fall.add(period, -bounded - k, value, expected, deviation);
        }
        if (detector.sides().rises()) {
            rise.add(period, bounded - k, value, expected, deviation);
        }
        Side side = fall.sum > rise.sum ? fall : rise;
        if (side.sum <= threshold || side.excursion.periods < confirmations) {
            return null;
        }
        Change change = change(side, level, k);
        baseline.moveBy(side.excursion.deviation(), side.excursion.periods);
        fall.clear();
        rise.clear();
        return change;
    }

    private Change change(Side side, double level, double k) {
        Change.Builder change = new Change.Builder();
        change.falls = side.sign < 0;
        change.since = side.excursion.since;
        change.usual = level;
        change.deviation = side.excursion.deviation();
        change.threshold = threshold;
        double length = side.sum > HIGHEST_TOLD / (2 * k) ? Double.POSITIVE_INFINITY : Cusum.oneSided(k, side.sum, 0);
        change.sureness = new Sureness.RunLength(detector.sides() == Sides.BOTH ? length / 2 : length);
        change.earlier = side.earlier;
        change.steps = side.trail.steps(1);
        return change.build();
    }

    @Override
    public double nearness() {
        return threshold > 0 ? Math.max(fall.sum, rise.sum) / threshold : 0;
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
