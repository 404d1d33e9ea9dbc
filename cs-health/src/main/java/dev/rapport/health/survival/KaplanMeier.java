package dev.rapport.health.survival;

import static java.util.Objects.requireNonNull;

/**
 * The Kaplan-Meier estimate of the share that stays.
 *
 * <p><b>Formula.</b> {@code S(t) = prod over event times s <= t of (1 - d(s) / n(s))} with {@code d} events among {@code n}
 * at risk, both weighted; {@code var log S(t) = sum of d / (n (n - d))} (Greenwood).
 *
 * <p><b>Units.</b> S is a share from 0 to 1; times are in the unit of the data.
 *
 * <p><b>Edge results.</b> No rows are refused; without events the curve stays at 1 with error 0; where everybody at risk
 * leaves it is 0, with error 0 and no interval.
 *
 * <p><b>Algorithm.</b> One sort, one pass: O(n log n). Each share is the one before times a factor, accurate to a few units
 * in the last place per event time. Strata are ignored: select the rows of a group first.
 *
 * <p><b>References.</b> Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452; Greenwood (1926).
 */
public final class KaplanMeier {

    private static final double USUAL_CONFIDENCE = 0.95;

    private KaplanMeier() {}

    /**
     * The curve with 95 % intervals on the log scale.
     *
     * @param data  at least one row
     * @return the curve
     */
    public static SurvivalCurve of(SurvivalData data) {
        return of(data, IntervalType.LOG, USUAL_CONFIDENCE);
    }

    /**
     * The curve.
     *
     * @param data  at least one row
     * @param type  on which scale intervals are symmetric
     * @param confidence  the share of intervals that cover the truth, above 0 and below 1
     * @return the curve
     */
    public static SurvivalCurve of(SurvivalData data, IntervalType type, double confidence) {
        requireNonNull(type, "type");
        if (data.size() == 0) {
            throw new IllegalArgumentException("data must have at least one row.");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence (" + confidence + ") must be above 0 and below 1.");
        }
        Counts counts = Counts.of(data);
        double[] survival = new double[counts.size()];
        double[] error = new double[counts.size()];
        double now = 1;
        double variance = 0;
        for (int i = 0; i < survival.length; i++) {
            double atRisk = counts.atRisk[i];
            double events = counts.events[i];
            if (events > 0) {
                double left = atRisk - events;
                now = left > 0 ? now * (left / atRisk) : 0;
                variance += left > 0 ? events / (atRisk * left) : 0;
            }
            survival[i] = now;
            error[i] = Math.sqrt(variance);
        }
        return new SurvivalCurve(counts, survival, error, type, confidence);
    }
}
