package dev.rapport.health.survival;

/**
 * On which scale the interval of a survival probability is symmetric. The error {@code se} is that of log S; {@code z} is
 * the normal quantile.
 */
public enum IntervalType {
    /** {@code S exp(+-z se)}, cut at 1: R's default. */
    LOG {
        @Override
        Interval around(double survival, double error, double z) {
            return new Interval(
                    survival * StrictMath.exp(-z * error), Math.min(1, survival * StrictMath.exp(z * error)));
        }
    },
    /** {@code S^exp(+-z se / log S)}: stays between 0 and 1, and is best for small samples. */
    LOG_LOG {
        @Override
        Interval around(double survival, double error, double z) {
            double log = StrictMath.log(survival);
            double width = z * error / log;
            return survival == 1
                    ? new Interval(1, 1)
                    : new Interval(
                            StrictMath.exp(log * StrictMath.exp(-width)), StrictMath.exp(log * StrictMath.exp(width)));
        }
    },
    /** {@code S +- z se S}, cut at 0 and 1. */
    PLAIN {
        @Override
        Interval around(double survival, double error, double z) {
            double width = z * error * survival;
            return new Interval(Math.max(0, survival - width), Math.min(1, survival + width));
        }
    };

    abstract Interval around(double survival, double error, double z);
}
