package dev.rapport.health.warning.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches the time between events: alarms when a silence lasts longer than the rate makes likely. */
final class SilenceWatch extends CountWatch {

    private final CountDetector detector;
    private int since;
    private double silent;
    private boolean told;
    private double nearness;

    SilenceWatch(CountDetector detector) {
        super(detector.learning());
        this.detector = detector;
    }

    @Override
    @Nullable
    Change judge(int period, double value, double covered, double common) {
        if (value > 0) {
            silent = 0;
            told = false;
            nearness = 0;
            return null;
        }
        since = silent == 0 ? period : since;
        silent += covered;
        double length = Silence.runLength(baseline.events(), baseline.exposure(), silent);
        nearness = length / detector.demand().runLength();
        if (told || nearness < 1) {
            return null;
        }
        told = true;
        Change.Builder change = Change.builder();
        change.falls = true;
        change.since = since;
        change.usual = baseline.rate() * common;
        change.deviation = -1;
        change.threshold = detector.demand().runLength();
        change.sureness = new Sureness.RunLength(length);
        change.steps = List.of();
        return change.build();
    }

    @Override
    public double nearness() {
        return Math.min(1, nearness);
    }

    @Override
    void write(Numbers into) {
        into.put(since).put(silent).put(told ? 1 : 0).put(nearness);
    }

    @Override
    void read(Numbers from) {
        since = from.takeWhole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        silent = from.take();
        told = from.takeWhole(0, 1) == 1;
        nearness = from.take();
    }
}
