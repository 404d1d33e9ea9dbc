package dev.rapport.health.card;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.estimate.Confidence;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.estimate.IntervalMethod;
import dev.rapport.health.regression.Coefficient;

/**
 * A coefficient of a model with its interval, as a ratio: of odds or of hazards for one unit more.
 *
 * @param coefficient  the coefficient
 * @param interval  of the coefficient, not of the ratio
 */
public record Effect(Coefficient coefficient, Interval interval) {

    private static final double NORMAL_975 = 1.959963984540054;

    /**
     * Checks that both are there.
     *
     * @param coefficient  the coefficient
     * @param interval  of the coefficient
     */
    public Effect {
        requireNonNull(coefficient, "coefficient");
        requireNonNull(interval, "interval");
    }

    /**
     * A coefficient with its 95 % interval after Wald, by the robust standard error where there is one.
     *
     * @param coefficient  the coefficient
     * @return the effect
     */
    public static Effect of(Coefficient coefficient) {
        double half = NORMAL_975 * coefficient.robustStandardError().orElse(coefficient.standardError());
        return new Effect(
                coefficient,
                new Interval(
                        coefficient.estimate() - half,
                        coefficient.estimate() + half,
                        new Confidence(0.95, IntervalMethod.WALD)));
    }

    /**
     * What one unit more multiplies the odds or the hazard with.
     *
     * @return above 0; 1 changes nothing
     */
    public double ratio() {
        return StrictMath.exp(coefficient.estimate());
    }

    /**
     * The lower end of the ratio.
     *
     * @return above 0
     */
    public double ratioLow() {
        return StrictMath.exp(interval.low());
    }

    /**
     * The upper end of the ratio.
     *
     * @return above 0
     */
    public double ratioHigh() {
        return StrictMath.exp(interval.high());
    }
}
