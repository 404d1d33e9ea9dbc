package dev.rapport.health.warning.change;

/**
 * How rare a silence is: the time between two events of a series that happens now and then.
 *
 * <p><strong>Formula.</strong> With a events in the exposure b, a silence over the exposure t has the probability {@code P(t) =
 * (b / (b + t))^a}; a silence so long is met once in {@code (1 - P(t)) / ((1 - P(1)) P(t))} periods, as a run of failures
 * is.
 *
 * <p><strong>Units.</strong> a in events, b and t in usual periods, the run length in periods.
 *
 * <p><strong>Edges.</strong> Rises with t; a rate that is little known makes silences less rare. Of a rate that is known
 * exactly, P(t) tends to {@code exp(-rate t)}.
 *
 * <p><strong>Algorithm.</strong> The closed form.
 *
 * <p><strong>Reference.</strong> W. Feller, An Introduction to Probability Theory and Its Applications, volume 1, 3rd
 * edition, Wiley 1968, XIII.7; the distribution is that of K. S. Lomax, Journal of the American Statistical Association 49
 * (1954), doi:10.1080/01621459.1954.10501239.
 */
final class Silence {

    private Silence() {}

    static double runLength(double events, double exposure, double silent) {
        double one = probability(events, exposure, 1);
        double all = probability(events, exposure, silent);
        return (1 - all) / ((1 - one) * all);
    }

    private static double probability(double events, double exposure, double silent) {
        return StrictMath.exp(-events * StrictMath.log1p(silent / exposure));
    }
}
