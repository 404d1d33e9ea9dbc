package dev.rapport.engagement.coverage;

import java.util.Comparator;

/**
 * How good an assignment is; less is better. Leaving nobody out comes first, a good fit second.
 *
 * @param unplaced  how many customers were left without anybody
 * @param misfit  the sum of the misfits of all placements, and what counts for uneven ARR
 */
public record AssignmentScore(int unplaced, double misfit) implements Comparable<AssignmentScore> {

    private static final Comparator<AssignmentScore> ORDER =
            Comparator.comparingInt(AssignmentScore::unplaced).thenComparingDouble(AssignmentScore::misfit);

    /** Compares by customers left out, then by misfit: the better score comes first. */
    @Override
    public int compareTo(AssignmentScore other) {
        return ORDER.compare(this, other);
    }

    /** The score in words. */
    @Override
    public String toString() {
        return unplaced + " left out, misfit " + misfit;
    }
}
