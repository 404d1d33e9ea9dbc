package dev.rapport.health.survival;

import java.util.Arrays;

/**
 * The probability of still being watched: the Kaplan-Meier estimate with censorings as events. Somebody with the event at a
 * time is no longer at risk of a censoring at that time.
 */
final class CensoringCurve {

    private final double[] time;
    private final double[] watched;

    private CensoringCurve(double[] time, double[] watched) {
        this.time = time;
        this.watched = watched;
    }

    static CensoringCurve of(SurvivalData data) {
        Counts counts = Counts.of(data);
        double[] watched = new double[counts.size()];
        double now = 1;
        for (int i = 0; i < watched.length; i++) {
            double atRisk = counts.atRisk[i] - counts.events[i];
            now = counts.censored[i] > 0 ? now * Math.max(0, (atRisk - counts.censored[i]) / atRisk) : now;
            watched[i] = now;
        }
        return new CensoringCurve(counts.time, watched);
    }

    /** After a time. */
    double at(double when) {
        int found = Arrays.binarySearch(time, when);
        return value(found >= 0 ? found : -found - 2);
    }

    /** Just before a time. */
    double before(double when) {
        int found = Arrays.binarySearch(time, when);
        return value(found >= 0 ? found - 1 : -found - 2);
    }

    private double value(int row) {
        return row < 0 ? 1 : watched[row];
    }
}
