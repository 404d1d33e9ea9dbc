package dev.rapport.health.survival;

import dev.rapport.model.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * How often the one with the higher risk leaves first, among pairs of whom it is known who left first. Immutable.
 *
 * <p><b>Formula.</b> {@code C = (concordant + tied on risk / 2) / (concordant + discordant + tied on risk)} (Harrell). A pair
 * counts if the earlier time is that of an event; somebody censored at the time of an event left later. Pairs count the
 * product of their weights. Pairs in different strata do not count.
 *
 * <p><b>Units.</b> 0.5 is chance, 1 perfect order, 0 perfect reverse order: a higher risk means leaving sooner.
 *
 * <p><b>Edge results.</b> Without a comparable pair the estimate is NaN-free 0.5 with {@link #pairs()} 0.
 *
 * <p><b>Algorithm.</b> Counting trees, O(n log n). The standard error is the infinitesimal jackknife: the influence of each
 * row (or cluster) on C, squared and summed.
 *
 * <p><b>References.</b> Harrell, Lee and Mark (1996), doi:10.1002/(SICI)1097-0258(19960229)15:4; Therneau and Atkinson,
 * "Concordance" (vignette of R's survival package).
 */
@Value.Immutable
@ValueStyle
public abstract class Concordance {

    Concordance() {}

    /**
     * Starts a concordance from its parts, such as those of a document.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Counts.
     *
     * @param data  the rows
     * @param risk  for each row any number that is larger for those expected to leave sooner
     * @return the concordance
     */
    public static Concordance of(SurvivalData data, double[] risk) {
        if (risk.length != data.size()) {
            throw new IllegalArgumentException(
                    "risk must have one value for each of the " + data.size() + " rows, had " + risk.length + ".");
        }
        for (int row = 0; row < risk.length; row++) {
            if (Double.isNaN(risk[row])) {
                throw new IllegalArgumentException("risk[" + row + "] must be a number, was NaN.");
            }
        }
        return of(data, RiskSets.of(data), risk);
    }

    static Concordance of(SurvivalData data, RiskSets sets, double[] risk) {
        PairCount count = PairCount.of(data, sets, risk);
        double better = 0;
        double worse = 0;
        double same = 0;
        for (int row = 0; row < risk.length; row++) {
            // Each pair is counted at both of its rows
            better += data.weight(row) * count.concordant[row] / 2;
            worse += data.weight(row) * count.discordant[row] / 2;
            same += data.weight(row) * count.tied[row] / 2;
        }
        double pairs = better + worse + same;
        double estimate = pairs == 0 ? 0.5 : (better + same / 2) / pairs;
        int clusters = Math.max(data.clusters().names().size(), 1);
        boolean clustered = data.clusters().codes() != null;
        double[] influence = new double[clustered ? clusters : data.size()];
        for (int row = 0; row < risk.length; row++) {
            double of = count.concordant[row] + count.tied[row] / 2;
            double all = count.concordant[row] + count.discordant[row] + count.tied[row];
            influence[clustered ? data.clusters().at(row) : row] += data.weight(row) * (of - estimate * all);
        }
        double squares = 0;
        for (double one : influence) {
            squares += one * one;
        }
        return builder()
                .concordant(better)
                .discordant(worse)
                .tiedRisk(same)
                .tiedTime(count.tiedTime)
                .standardError(pairs == 0 ? 0 : Math.sqrt(squares) / pairs)
                .build();
    }

    /**
     * The share of pairs in the right order, ties counting half.
     *
     * @return 0 to 1; 0.5 if no pair can be compared
     */
    public double estimate() {
        return pairs() == 0 ? 0.5 : (concordant() + tiedRisk() / 2) / pairs();
    }

    /**
     * The standard error of the estimate.
     *
     * @return at least 0
     */
    public abstract double standardError();

    /**
     * The pairs that can be compared.
     *
     * @return their (weighted) number
     */
    public double pairs() {
        return concordant() + discordant() + tiedRisk();
    }

    /**
     * The pairs in the right order.
     *
     * @return their (weighted) number
     */
    public abstract double concordant();

    /**
     * The pairs in the wrong order.
     *
     * @return their (weighted) number
     */
    public abstract double discordant();

    /**
     * The pairs of the same risk.
     *
     * @return their (weighted) number
     */
    public abstract double tiedRisk();

    /**
     * The pairs that left at the same time, which do not count.
     *
     * @return their (weighted) number, those of the same risk with them
     */
    public abstract double tiedTime();

    /** Estimate and standard error. */
    @Override
    public String toString() {
        return estimate() + " (" + standardError() + ")";
    }

    /** Fills a concordance. Not for use by several threads. */
    public static final class Builder extends ImmutableConcordance.Builder {
        Builder() {}
    }
}
