package dev.rapport.segmentation.combination;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.problem.Problems;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The segment that most of the weight is for. A strategy without an answer abstains; its weight counts for nobody, but
 * against the share that is needed. Of segments with the same weight the first in order wins. Immutable.
 *
 * <pre>{@code
 * SegmentationStrategy voted = WeightedVote.of(0.5, new Vote(byUsage, 2), new Vote(bySurvey, 1), new Vote(byCsm, 1));
 * }</pre>
 */
public final class WeightedVote implements SegmentationStrategy {

    private final double atLeast;
    private final List<Vote> votes;
    private final Components components;
    private final List<Segment> segments;

    private WeightedVote(double atLeast, List<Vote> votes) {
        if (!(atLeast >= 0 && atLeast <= 1)) {
            throw new IllegalArgumentException("atLeast (" + atLeast + ") must be between 0 and 1.");
        }
        this.atLeast = atLeast;
        this.votes = List.copyOf(votes);
        this.components = new Components(this.votes.stream().map(Vote::strategy).toList());
        this.segments = components.union();
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
    public Requirements requirements() {
        return components.requirements();
    }

    @Override
    public Problems check(Book book) {
        return components.check(book);
    }

    @Override
    public Decision<Segment> assign(CustomerView customer) {
        List<Decision<Segment>> decisions = components.ask(customer);
        double[] weights = new double[segments.size()];
        double total = 0;
        for (int i = 0; i < decisions.size(); i++) {
            double weight = votes.get(i).weight();
            total += weight;
            Optional<Segment> segment = decisions.get(i).value();
            if (segment.isPresent()) {
                weights[segments.indexOf(segment.get())] += weight;
            }
        }
        int winner = 0;
        for (int i = 1; i < weights.length; i++) {
            winner = weights[i] > weights[winner] ? i : winner;
        }
        if (weights[winner] == 0) {
            return Components.none(customer, segments, "nobody votes", decisions);
        }
        Segment segment = segments.get(winner);
        String count = String.format(Locale.ROOT, "%s has %.4g of %.4g votes", segment, weights[winner], total);
        return weights[winner] / total >= atLeast
                ? Components.chosen(customer, segments, Optional.of(segment), count, decisions)
                : Components.none(
                        customer,
                        segments,
                        String.format(Locale.ROOT, "%s, needs %.4g", count, atLeast * total),
                        decisions);
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
