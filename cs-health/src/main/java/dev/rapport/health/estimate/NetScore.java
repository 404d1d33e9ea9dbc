package dev.rapport.health.estimate;

/** Intervals of the share of promoters less the share of detractors, of independent answers. */
public final class NetScore {

    private static final double POINTS = 100;
    private static final double EXTRA_AT_AN_END = 0.75;
    private static final double EXTRA = 3;

    private NetScore() {}

    /**
     * The plain interval, for comparison with others who use it.
     *
     * <p><strong>Formula.</strong> {@code 100 (s ± z sqrt((p + d - s^2) / n))} with the shares {@code p} of promoters and
     * {@code d} of detractors and {@code s = p - d}, cut to -100 and 100.
     *
     * <p><strong>Units.</strong> {@code n} answers, {@code z} the quantile of the normal distribution at {@code (1 + level) /
     * 2}; the ends are points from -100 to 100.
     *
     * <p><strong>Edges.</strong> A width of 0 if all answers are of one class, which is wrong: use {@link #adjustedWald}.
     *
     * <p><strong>Algorithm.</strong> As the formula; the quantile is accurate to ten decimals.
     *
     * <p><strong>Reference.</strong> The variance of a multinomial contrast; B. Rocks, Interval Estimation for the "Net
     * Promoter Score", The American Statistician 70 (2016) 365-372, doi:10.48550/arXiv.1601.07235, which says why not to use
     * it.
     *
     * @param promoters  how many promoters
     * @param passives  how many passives
     * @param detractors  how many detractors
     * @param level  such as 0.95
     * @return the interval
     */
    public static Interval wald(long promoters, long passives, long detractors, double level) {
        long answers = checked(promoters, passives, detractors);
        double score = (double) (promoters - detractors) / answers;
        double spread = (double) (promoters + detractors) / answers;
        return interval(score, score, spread, (double) answers, new Confidence(level, IntervalMethod.WALD));
    }

    /**
     * The interval for small samples: Wald after three answers were added.
     *
     * <p><strong>Formula.</strong> As {@link #wald}, of {@code promoters + 0.75}, {@code passives + 1.5} and {@code detractors
     * + 0.75}.
     *
     * <p><strong>Units.</strong> As of {@link #wald}. The estimate itself stays that of the answers that were given.
     *
     * <p><strong>Edges.</strong> Never of width 0; stretched to the estimate where that would lie outside.
     *
     * <p><strong>Algorithm.</strong> As the formula.
     *
     * <p><strong>Reference.</strong> B. Rocks, Interval Estimation for the "Net Promoter Score", The American Statistician 70
     * (2016) 365-372, doi:10.48550/arXiv.1601.07235.
     *
     * @param promoters  how many promoters
     * @param passives  how many passives
     * @param detractors  how many detractors
     * @param level  such as 0.95
     * @return the interval
     */
    public static Interval adjustedWald(long promoters, long passives, long detractors, double level) {
        long answers = checked(promoters, passives, detractors);
        double score = (double) (promoters - detractors) / answers;
        return adjustedWald(score, (double) (promoters + detractors) / answers, (double) answers, level);
    }

    /** The interval from the score and the share of answers that are not passive. */
    static Interval adjustedWald(double score, double notPassive, double size, double level) {
        Confidence confidence = new Confidence(level, IntervalMethod.ADJUSTED_WALD);
        double all = size + EXTRA;
        return interval(score, score * size / all, (notPassive * size + 2 * EXTRA_AT_AN_END) / all, all, confidence);
    }

    private static Interval interval(double score, double centre, double spread, double size, Confidence confidence) {
        double reach = Quantiles.normal(confidence.level()) * Math.sqrt((spread - centre * centre) / size);
        return Interval.within(
                -POINTS, POINTS, POINTS * score, POINTS * (centre - reach), POINTS * (centre + reach), confidence);
    }

    private static long checked(long promoters, long passives, long detractors) {
        if (promoters < 0 || passives < 0 || detractors < 0 || promoters + passives + detractors == 0) {
            throw new IllegalArgumentException("promoters (" + promoters + "), passives (" + passives
                    + ") and detractors (" + detractors + ") must be at least 0 and not all 0.");
        }
        return promoters + passives + detractors;
    }
}
