package dev.rapport.segmentation.combination;

import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The segment that most of the weight is for. A strategy without an answer abstains; its weight counts for nobody, but
 * against the share that is needed. Of segments with the same weight the first in order wins. Immutable.
 *
 * <pre>{@code
 * SegmentationStrategy voted = WeightedVote.of(0.5, new Vote(byUsage, 2), new Vote(bySurvey, 1), new Vote(byCsm, 1));
 * }</pre>
 */
public final class WeightedVote extends Combined {

    private final double atLeast;
    private final List<Vote> votes;
    private final List<Segment> segments;
    private final int[][] among;

    private WeightedVote(double atLeast, List<Vote> votes) {
        super(votes.stream().map(Vote::strategy).toList());
        if (!(atLeast >= 0 && atLeast <= 1)) {
            throw new IllegalArgumentException("atLeast (" + atLeast + ") must be between 0 and 1.");
        }
        this.atLeast = atLeast;
        this.votes = List.copyOf(votes);
        this.segments = union(strategies());
        this.among = among(segments, strategies());
    }

    /**
     * A vote.
     *
     * @param atLeast  the share of all weight that the winner needs, 0 to 1; 0 for no such bar
     * @param votes  the strategies and their weights, at least one
     * @return the strategy
     * @throws IllegalArgumentException if the share is not, or segments of the same id differ
     */
    public static WeightedVote of(double atLeast, Vote... votes) {
        return of(atLeast, List.of(votes));
    }

    /**
     * A vote.
     *
     * @param atLeast  the share of all weight that the winner needs
     * @param votes  the strategies and their weights, at least one
     * @return the strategy
     * @throws IllegalArgumentException as above
     */
    public static WeightedVote of(double atLeast, List<Vote> votes) {
        return new WeightedVote(atLeast, votes);
    }

    /**
     * What the winner needs.
     *
     * @return a share of all weight
     */
    public double atLeast() {
        return atLeast;
    }

    /**
     * Who votes.
     *
     * @return the strategies and their weights
     */
    public List<Vote> votes() {
        return votes;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    int choose(int... parts) {
        double[] weights = weights(parts);
        int winner = winner(weights);
        return weights[winner] > 0 && weights[winner] / total() >= atLeast ? winner : GAP;
    }

    @Override
    String reason(int chosen, int... parts) {
        double[] weights = weights(parts);
        int winner = winner(weights);
        if (weights[winner] == 0) {
            return "nobody votes";
        }
        String count = String.format(
                Locale.ROOT, "%s has %.4g of %.4g votes", segments.get(winner), weights[winner], total());
        return chosen < 0 ? String.format(Locale.ROOT, "%s, needs %.4g", count, atLeast * total()) : count;
    }

    private double total() {
        double total = 0;
        for (Vote vote : votes) {
            total += vote.weight();
        }
        return total;
    }

    private double[] weights(int... parts) {
        double[] weights = new double[segments.size()];
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] >= 0) {
                weights[among[i][parts[i]]] += votes.get(i).weight();
            }
        }
        return weights;
    }

    private static int winner(double... weights) {
        int winner = 0;
        for (int i = 1; i < weights.length; i++) {
            winner = weights[i] > weights[winner] ? i : winner;
        }
        return winner;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof WeightedVote other && atLeast == other.atLeast && votes.equals(other.votes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(atLeast, votes);
    }

    /** Who votes. */
    @Override
    public String toString() {
        return "vote of " + votes;
    }
}
