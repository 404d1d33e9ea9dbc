package dev.rapport.health.estimate;

/** Intervals of a share of independent observations. */
public final class Proportion {

    private Proportion() {}

    /**
     * The plain interval, for comparison with others who use it.
     *
     * <p><strong>Formula.</strong> {@code p ± z sqrt(p (1 - p) / n)} with {@code p = k / n}, cut to 0 and 1.
     *
     * <p><strong>Units.</strong> {@code k} of {@code n} observations have the property, {@code z} is the quantile of the
     * normal distribution at {@code (1 + level) / 2}; the ends are shares from 0 to 1.
     *
     * <p><strong>Edges.</strong> A width of 0 if all or none have it, which is wrong: use {@link #wilson}.
     *
     * <p><strong>Algorithm.</strong> As the formula; the quantile is accurate to ten decimals.
     *
     * <p><strong>Reference.</strong> L. D. Brown, T. T. Cai, A. DasGupta, Interval Estimation for a Binomial Proportion,
     * Statistical Science 16 (2001), doi:10.1214/ss/1009213286, which says why not to use it.
     *
     * @param having  how many have the property
     * @param of  of how many, at least 1
     * @param level  such as 0.95
     * @return the interval
     */
    public static Interval wald(long having, long of, double level) {
        check(having, of);
        double share = (double) having / of;
        double reach = Quantiles.normal(Confidence.checkLevel(level)) * Math.sqrt(share * (1 - share) / of);
        return Interval.within(0, 1, share, share - reach, share + reach, new Confidence(level, IntervalMethod.WALD));
    }

    /**
     * The score interval, right for small samples and near 0 and 1.
     *
     * <p><strong>Formula.</strong> {@code (p + z^2/2n ± z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)} with {@code p =
     * k / n}.
     *
     * <p><strong>Units.</strong> As of {@link #wald}.
     *
     * <p><strong>Edges.</strong> If none has the property, the lower end is 0 and the upper end {@code z^2 / (n + z^2)};
     * if all have it, the mirror image. Never of width 0.
     *
     * <p><strong>Algorithm.</strong> As the formula; the quantile is accurate to ten decimals.
     *
     * <p><strong>Reference.</strong> E. B. Wilson, Probable Inference, Journal of the American Statistical Association 22
     * (1927), doi:10.1080/01621459.1927.10502953; R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, method 3.
     *
     * @param having  how many have the property
     * @param of  of how many, at least 1
     * @param level  such as 0.95
     * @return the interval
     */
    public static Interval wilson(long having, long of, double level) {
        check(having, of);
        return wilson((double) having / of, (double) of, Confidence.checkLevel(level));
    }

    static Interval wilson(double share, double size, double level) {
        double z = Quantiles.normal(level);
        double square = z * z;
        double centre = share + square / (2 * size);
        double reach = z * Math.sqrt(share * (1 - share) / size + square / (4 * size * size));
        double scale = 1 + square / size;
        return Interval.within(
                0,
                1,
                share,
                (centre - reach) / scale,
                (centre + reach) / scale,
                new Confidence(level, IntervalMethod.WILSON));
    }

    /**
     * The interval of a difference of two shares.
     *
     * <p><strong>Formula.</strong> {@code d - sqrt((p1 - l1)^2 + (u2 - p2)^2)} to {@code d + sqrt((u1 - p1)^2 + (p2 -
     * l2)^2)} with {@code d = p1 - p2} and the Wilson intervals {@code l} to {@code u} of both.
     *
     * <p><strong>Units.</strong> Shares from 0 to 1; the ends lie within -1 and 1.
     *
     * <p><strong>Edges.</strong> Never of width 0.
     *
     * <p><strong>Algorithm.</strong> As the formula.
     *
     * <p><strong>Reference.</strong> R. G. Newcombe, Interval Estimation for the Difference Between Independent
     * Proportions, Statistics in Medicine 17 (1998) 873-890, method 10,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I; for any two intervals G. Y. Zou, A.
     * Donner, Statistics in Medicine 27 (2008), doi:10.1002/sim.3095.
     *
     * @param having  how many have the property
     * @param of  of how many, at least 1
     * @param otherHaving  how many of the others have it
     * @param otherOf  of how many others, at least 1
     * @param level  such as 0.95
     * @return the interval of the first share less the other
     */
    public static Interval difference(long having, long of, long otherHaving, long otherOf, double level) {
        Estimate.Known first = known(having, of, level);
        Estimate.Known second = known(otherHaving, otherOf, level);
        return difference(first, second, 1);
    }

    private static Estimate.Known known(long having, long of, double level) {
        return new Estimate.Known((double) having / of, wilson(having, of, level), Basis.independent(of));
    }

    /** The interval of the difference of any two estimates, at most a bound to each side. */
    static Interval difference(Estimate.Known first, Estimate.Known second, double bound) {
        double below =
                length(first.value() - first.interval().low(), second.interval().high() - second.value());
        double above = length(
                first.interval().high() - first.value(),
                second.value() - second.interval().low());
        double difference = first.value() - second.value();
        double level = first.interval().confidence().level();
        return Interval.within(
                -bound,
                bound,
                difference,
                difference - below,
                difference + above,
                new Confidence(level, IntervalMethod.TWO_INTERVALS));
    }

    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static void check(long having, long of) {
        if (of < 1 || having < 0 || having > of) {
            throw new IllegalArgumentException(
                    "having (" + having + ") must be 0 to of (" + of + "), which is at least 1.");
        }
    }
}
