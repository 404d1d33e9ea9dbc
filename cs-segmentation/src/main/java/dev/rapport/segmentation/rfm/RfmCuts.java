package dev.rapport.segmentation.rfm;

import dev.rapport.segmentation.tier.QuantileType;
import java.util.Arrays;
import java.util.List;

/**
 * Where the scores of recency, frequency and monetary value change. A value is in the bin whose lower cut it reaches and whose
 * upper cut it does not: lower included, upper excluded. The score of frequency and monetary value is the bin, from 1; that of
 * recency, in days, is turned round, so that the most recent have the highest. Equal values have equal scores, so bins of
 * discrete values such as counts of purchases are not equally large.
 *
 * @param recency  cuts in days, rising
 * @param frequency  cuts in purchases, rising, as many
 * @param monetary  cuts in the currency of the amounts, rising, as many
 */
public record RfmCuts(List<Double> recency, List<Double> frequency, List<Double> monetary) {

    private static final int MOST = 8;

    /**
     * Checks the order. Cuts may be equal: then no value has the score between.
     *
     * @param recency  cuts in days
     * @param frequency  cuts in purchases
     * @param monetary  cuts in the currency of the amounts
     * @throws IllegalArgumentException if they are not as many each, 1 to 8, or fall
     */
    public RfmCuts {
        recency = checked("recency", recency);
        frequency = checked("frequency", frequency);
        monetary = checked("monetary", monetary);
        if (recency.size() != frequency.size() || recency.size() != monetary.size()) {
            throw new IllegalArgumentException("cuts must be as many for recency (" + recency.size() + "), frequency ("
                    + frequency.size() + ") and monetary (" + monetary.size() + ").");
        }
    }

    private static List<Double> checked(String name, List<Double> cuts) {
        if (cuts.isEmpty() || cuts.size() > MOST) {
            throw new IllegalArgumentException(name + " must have 1 to " + MOST + " cuts, had " + cuts.size() + ".");
        }
        for (int i = 0; i < cuts.size(); i++) {
            if (!Double.isFinite(cuts.get(i)) || (i > 0 && cuts.get(i) < cuts.get(i - 1))) {
                throw new IllegalArgumentException(
                        name + " must have finite cuts that do not fall, were " + cuts + ".");
            }
        }
        return List.copyOf(cuts);
    }

    /**
     * Quintiles as R's package rfm cuts them: the quantiles of type 7, plus 1 (a day, a purchase, a unit of money).
     *
     * @param recency  the days since the last purchase of each customer
     * @param frequency  the number of purchases of each
     * @param monetary  what each spent
     * @return the cuts, four for each
     * @throws IllegalArgumentException if there are no customers, or a number is not finite
     */
    public static RfmCuts quintiles(double[] recency, double[] frequency, double[] monetary) {
        return quantiles(5, recency, frequency, monetary);
    }

    /**
     * Cuts at other quantiles, found as the quintiles are.
     *
     * @param bins  how many scores, 2 to 9
     * @param recency  the days since the last purchase of each customer
     * @param frequency  the number of purchases of each
     * @param monetary  what each spent
     * @return the cuts
     * @throws IllegalArgumentException as above, or if there are more or fewer bins
     */
    public static RfmCuts quantiles(int bins, double[] recency, double[] frequency, double[] monetary) {
        if (bins < 2 || bins > MOST + 1) {
            throw new IllegalArgumentException("bins (" + bins + ") must be between 2 and " + (MOST + 1) + ".");
        }
        return new RfmCuts(
                cuts("recency", bins, recency), cuts("frequency", bins, frequency), cuts("monetary", bins, monetary));
    }

    private static List<Double> cuts(String name, int bins, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + " must have at least one value, has none.");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite, was " + values[i]
                        + ".\nMaybe leave out who has never bought.");
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Double[] cuts = new Double[bins - 1];
        for (int i = 1; i < bins; i++) {
            cuts[i - 1] = QuantileType.LINEAR.of(sorted, (double) i / bins) + 1;
        }
        return List.of(cuts);
    }

    /**
     * The highest score.
     *
     * @return the number of bins
     */
    public int highest() {
        return recency.size() + 1;
    }

    /**
     * The score of recency.
     *
     * @param days  the days since the last purchase
     * @return from 1, long ago, to the highest
     */
    public int recencyScore(double days) {
        return highest() + 1 - bin(recency, days);
    }

    /**
     * The score of frequency.
     *
     * @param purchases  the number of purchases
     * @return from 1 to the highest
     */
    public int frequencyScore(double purchases) {
        return bin(frequency, purchases);
    }

    /**
     * The score of monetary value.
     *
     * @param amount  what was spent
     * @return from 1 to the highest
     */
    public int monetaryScore(double amount) {
        return bin(monetary, amount);
    }

    private static int bin(List<Double> cuts, double value) {
        int bin = 1;
        while (bin <= cuts.size() && value >= cuts.get(bin - 1)) {
            bin++;
        }
        return bin;
    }
}
