package dev.rapport.health.survival;

import dev.rapport.health.estimate.Confidence;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.estimate.IntervalMethod;

/**
 * On which scale the interval of a survival probability is symmetric. The error {@code se} is that of log S; {@code z} is
 * the normal quantile.
 */
public enum IntervalType {
    /** {@code S exp(+-z se)}, cut at 1: R's default. */
    LOG(IntervalMethod.LOG) {
        @Override
        Interval around(double survival, double error, double z, Confidence confidence) {
            return new Interval(
                    survival * StrictMath.exp(-z * error),
                    Math.min(1, survival * StrictMath.exp(z * error)),
                    confidence);
        }
    },
    /** {@code S^exp(+-z se / log S)}: stays between 0 and 1, and is best for small samples. */
    LOG_LOG(IntervalMethod.LOG_LOG) {
        @Override
        Interval around(double survival, double error, double z, Confidence confidence) {
            double log = StrictMath.log(survival);
            double width = z * error / log;
            return survival == 1
                    ? new Interval(1, 1, confidence)
                    : new Interval(
                            StrictMath.exp(log * StrictMath.exp(-width)),
                            StrictMath.exp(log * StrictMath.exp(width)),
                            confidence);
        }
    },
    /** {@code S +- z se S}, cut at 0 and 1. */
    PLAIN(IntervalMethod.WALD) {
        @Override
        Interval around(double survival, double error, double z, Confidence confidence) {
            double width = z * error * survival;
            return new Interval(Math.max(0, survival - width), Math.min(1, survival + width), confidence);
        }
    };

    private final IntervalMethod method;

    IntervalType(IntervalMethod method) {
        this.method = method;
    }

    IntervalMethod method() {
        return method;
    }

    abstract Interval around(double survival, double error, double z, Confidence confidence);
}
