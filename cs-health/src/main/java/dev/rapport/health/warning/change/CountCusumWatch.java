package dev.rapport.health.warning.change;

import org.jspecify.annotations.Nullable;

/** Watches counts by cumulative sums; one for falls, one for rises. */
final class CountCusumWatch extends CountWatch {

    /** Sums of fractions may miss their threshold by rounding alone. */
    private static final double ROUNDING = 1e-9;

    private final CountDetector detector;
    private final Tally fall = new Tally(-1);
    private final Tally rise = new Tally(1);
    private double nearness;

    CountCusumWatch(CountDetector detector) {
        super(detector.learning());
        this.detector = detector;
    }

    /** A side with what was counted, and in what exposure, since its sum left 0. */
    private static final class Tally {
        final Side side;
        double events;
        double exposure;

        Tally(int sign) {
            side = new Side(sign);
        }

        void clear() {
            side.clear();
            events = 0;
            exposure = 0;
        }

        void add(int period, double value, double covered, double rate, CountCusum chart) {
            double beyond = value - chart.reference() * covered;
            side.add(period, value, rate * covered, side.isOfFalls() ? -beyond : beyond);
            events = side.periods() == 0 ? 0 : events + value;
            exposure = side.periods() == 0 ? 0 : exposure + covered;
        }

        double deviation(double rate) {
            return events / (rate * exposure) - 1;
        }

        void write(Numbers into) {
            into.put(events).put(exposure);
            side.write(into);
        }

        void read(Numbers from) {
            events = from.take();
            exposure = from.take();
            side.read(from);
        }
    }

    @Override
    @Nullable
    Change judge(int period, double value, double covered, double common) {
        nearness = 0;
        if (baseline.rate() > CountCusum.MOST_RATE) {
            // Such numbers are no counts of few events; without a level they cannot be judged
            fall.clear();
            rise.clear();
            return null;
        }
        boolean falls = detector.looksFor(true) && alarms(fall, period, value, covered);
        boolean rises = detector.looksFor(false) && alarms(rise, period, value, covered);
        return falls ? change(fall, common) : rises ? change(rise, common) : null;
    }

    private boolean alarms(Tally tally, int period, double value, double covered) {
        CountCusum chart = chart(tally);
        tally.add(period, value, covered, baseline.rate(), chart);
        nearness = Math.max(nearness, tally.side.sum() / chart.threshold());
        return tally.side.sum() >= chart.threshold() - ROUNDING
                && tally.side.periods() >= detector.demand().confirmations()
                && Math.abs(tally.deviation(baseline.rate()))
                        >= detector.demand().smallestChange();
    }

    private CountCusum chart(Tally tally) {
        return detector.chart(baseline.rate(), baseline.dispersion(), tally.side.isOfFalls());
    }

    private Change change(Tally tally, double common) {
        CountCusum chart = chart(tally);
        Change.Builder change = tally.side.change();
        change.usual = baseline.rate() * common;
        change.deviation = tally.deviation(baseline.rate());
        change.threshold = chart.threshold();
        change.sureness = new Sureness.RunLength(detector.inBoth(chart.runLengthAt(tally.side.sum())));
        baseline.moveTo(tally.events, tally.exposure);
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
