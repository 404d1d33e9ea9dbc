package dev.rapport.engagement.evaluation;

import java.util.Arrays;

/** The margins of many simulated years. Immutable. */
public final class MarginRange {

    private final double[] sorted;

    MarginRange(double[] margins) {
        this.sorted = margins.clone();
        Arrays.sort(sorted);
    }

    /**
     * What a share of the simulated margins lies below, interpolated between neighbours (type 7 of R. J. Hyndman, Y. Fan,
     * The American Statistician 50 (1996), doi:10.1080/00031305.1996.10473566).
     *
     * @param share  from 0 to 1: 0.05 for a bad year, 0.5 for an ordinary one, 0.95 for a good one
     * @return the margin, in major units a year
     */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be from 0 to 1.");
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * The probability of a margin of at least an amount.
     *
     * @param margin  the amount, in major units a year
     * @return the share of simulated years, from 0 to 1
     */
    public double probabilityOf(double margin) {
        int below = 0;
        while (below < sorted.length && sorted[below] < margin) {
            below++;
        }
        return (double) (sorted.length - below) / sorted.length;
    }
}
