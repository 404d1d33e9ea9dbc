package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Watches counts by cumulative sums; one for falls, one for rises. */
final class CountCusumWatch extends CountWatch {

    /** Sums of fractions may miss their threshold by rounding alone. */
    private static final double ROUNDING = 1e-9;

    private final CountDetector detector;
    private final Side fall = new Side(-1);
    private final Side rise = new Side(1);
    private double nearness;

    CountCusumWatch(CountDetector detector) {
        super(detector.learning());
        this.detector = detector;
    }

    /** The sum of one side, with what happened since it left 0. */
    private static final class Side {
        final double sign;
        final Trail trail = new Trail();
        double sum;
        double earlier;
        int since;
        int periods;
        double events;
        double exposure;

        Side(double sign) {
            this.sign = sign;
        }

        void clear() {
            sum = 0;
            earlier = 0;
            since = 0;
            periods = 0;
            events = 0;
            exposure = 0;
            trail.clear();
        }

        void add(int period, double value, double covered, double reference, double rate) {
            double adds = sign * (value - reference * covered);
            double next = sum + adds;
            if (!(next > 0)) {
                clear();
                return;
            }
            sum = next;
            if (trail.isFull()) {
                earlier += trail.oldest();
            }
            trail.add(value, rate * covered, adds);
            since = periods == 0 ? period : since;
            periods++;
            events += value;
            exposure += covered;
        }

        void write(Numbers into) {
            into.put(sum).put(earlier).put(since).put(periods).put(events).put(exposure);
            trail.write(into);
        }

        void read(Numbers from) {
            sum = from.take();
            earlier = from.take();
            since = from.takeWhole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            periods = from.takeWhole(0, Integer.MAX_VALUE);
            events = from.take();
            exposure = from.take();
            trail.read(from);
        }
    }

    @Override
    @Nullable
    Change judge(int period, double value, double covered) {
        double rate = baseline.rate();
        Side alarmed = null;
        nearness = 0;
        for (Side side : new Side[] {fall, rise}) {
            if (!detector.looksFor(side.sign < 0)) {
                continue;
            }
            CountCusum chart = detector.chart(rate, baseline.dispersion(), side.sign < 0);
            side.add(period, value, covered, chart.reference(), rate);
            nearness = Math.max(nearness, side.sum / chart.threshold());
            boolean alarms = side.sum >= chart.threshold() - ROUNDING
                    && side.periods >= detector.demand().confirmations();
            alarmed = alarms && alarmed == null ? side : alarmed;
        }
        if (alarmed == null) {
            return null;
        }
        Change.Builder change = new Change.Builder();
        CountCusum chart = detector.chart(rate, baseline.dispersion(), alarmed.sign < 0);
        change.falls = alarmed.sign < 0;
        change.since = alarmed.since;
        change.usual = rate;
        change.deviation = alarmed.events / (rate * alarmed.exposure) - 1;
        change.threshold = chart.threshold();
        change.sureness = new Sureness.RunLength(detector.inBoth(chart.runLengthAt(alarmed.sum)));
        change.earlier = alarmed.earlier;
        change.steps = alarmed.trail.steps(1);
        baseline.moveTo(alarmed.events, alarmed.exposure);
        fall.clear();
        rise.clear();
        return change.build();
    }

    @Override
    public double nearness() {
        return nearness;
    }

    @Override
    void write(Numbers into) {
        into.put(nearness);
        fall.write(into);
        rise.write(into);
    }

    @Override
    void read(Numbers from) {
        nearness = from.take();
        fall.read(from);
        rise.read(from);
    }
}
