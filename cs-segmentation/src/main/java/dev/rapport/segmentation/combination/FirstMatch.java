package dev.rapport.segmentation.combination;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.problem.Problems;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The segment of the first strategy that has one. A strategy without an answer is passed over, whatever the reason; if none
 * has one, a failure or missing data is told. Segments of the same id in several strategies are one segment. Immutable.
 */
public final class FirstMatch implements SegmentationStrategy {

    private final Components components;
    private final List<Segment> segments;

    private FirstMatch(List<SegmentationStrategy> strategies) {
        this.components = new Components(strategies);
        this.segments = components.union();
    }

    /**
     * The first that has an answer.
     *
     * @param strategies  the strategies, at least one, in the order in which they are asked
     * @return the strategy
     * @throws IllegalArgumentException if segments of the same id differ
     */
    public static FirstMatch of(SegmentationStrategy... strategies) {
        return of(List.of(strategies));
    }

    /**
     * The first that has an answer.
     *
     * @param strategies  the strategies, at least one, in the order in which they are asked
     * @return the strategy
     * @throws IllegalArgumentException as above
     */
    public static FirstMatch of(List<SegmentationStrategy> strategies) {
        return new FirstMatch(strategies);
    }

    /**
     * What is asked.
     *
     * @return the strategies in their order
     */
    public List<SegmentationStrategy> strategies() {
        return components.strategies();
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
        for (int i = 0; i < decisions.size(); i++) {
            Optional<Segment> segment = decisions.get(i).value();
            if (segment.isPresent()) {
                return Components.chosen(
                        customer, segments, segment, "strategy " + (i + 1) + " is the first with a segment", decisions);
            }
        }
        return Components.none(customer, segments, "no strategy has a segment", decisions);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof FirstMatch other && strategies().equals(other.strategies());
    }

    @Override
    public int hashCode() {
        return strategies().hashCode();
    }

    /** What is asked. */
    @Override
    public String toString() {
        return "first of " + strategies();
    }
}
