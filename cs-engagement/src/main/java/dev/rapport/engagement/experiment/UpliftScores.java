package dev.rapport.engagement.experiment;

import java.util.OptionalDouble;

/**
 * How well a score orders customers by what a treatment does to them.
 *
 * @param convention  whose formulas these are
 * @param qini  the Qini coefficient; empty where its divisor is 0
 * @param areaUnderUplift  the area under the uplift curve; empty where its divisor is 0
 */
public record UpliftScores(UpliftConvention convention, OptionalDouble qini, OptionalDouble areaUnderUplift) {

    static UpliftScores of(UpliftConvention convention, double qini, double areaUnderUplift) {
        return new UpliftScores(convention, finite(qini), finite(areaUnderUplift));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
