package dev.rapport.segmentation.combination;

import dev.rapport.model.problem.Nearest;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The segment that stands highest in a declared order, of those that several strategies assign. Segments that the order
 * does not name come behind it, in the order of the strategies. A strategy without an answer is passed over. Immutable.
 *
 * <pre>{@code
 * SegmentationStrategy one = PriorityOrder.of(List.of("strategic", "at-risk", "enterprise"), tiers, situations);
 * }</pre>
 */
public final class PriorityOrder extends Combined {

    private final List<String> priority;
    private final List<Segment> segments;
    private final int[][] among;

    private PriorityOrder(List<String> priority, List<SegmentationStrategy> strategies) {
        super(strategies);
        this.priority = List.copyOf(priority);
        this.segments = ordered(this.priority, union(strategies()));
        this.among = among(segments, strategies());
    }

    /**
     * The segment that stands highest.
     *
     * @param priority  the ids of segments, highest first
     * @param strategies  the strategies, at least one
     * @return the strategy
     * @throws IllegalArgumentException if an id comes twice or is of no segment, or segments of the same id differ
     */
    public static PriorityOrder of(List<String> priority, SegmentationStrategy... strategies) {
        return of(priority, List.of(strategies));
    }

    /**
     * The segment that stands highest.
     *
     * @param priority  the ids of segments, highest first
     * @param strategies  the strategies, at least one
     * @return the strategy
     * @throws IllegalArgumentException as above
     */
    public static PriorityOrder of(List<String> priority, List<SegmentationStrategy> strategies) {
        return new PriorityOrder(priority, strategies);
    }

    private static List<Segment> ordered(List<String> priority, List<Segment> union) {
        List<Segment> ordered = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String id : priority) {
            Optional<Segment> segment =
                    union.stream().filter(one -> one.id().equals(id)).findFirst();
            if (segment.isEmpty()) {
                Set<String> known = new TreeSet<>();
                union.forEach(one -> known.add(one.id()));
                String advice = Nearest.advice(id, known);
                throw new IllegalArgumentException("priority (" + id + ") must be the id of a segment, " + known + "."
                        + (advice.isEmpty() ? "" : "\n" + advice + "."));
            }
            if (!seen.add(id)) {
                throw new IllegalArgumentException("priority (" + id + ") must come once.");
            }
            ordered.add(segment.get());
        }
        union.stream().filter(one -> !seen.contains(one.id())).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /**
     * The declared order.
     *
     * @return the ids, highest first
     */
    public List<String> priority() {
        return priority;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    int choose(int... parts) {
        int highest = segments.size();
        for (int i = 0; i < parts.length; i++) {
            highest = parts[i] < 0 ? highest : Math.min(highest, among[i][parts[i]]);
        }
        return highest < segments.size() ? highest : GAP;
    }

    @Override
    String reason(int chosen, int... parts) {
        return chosen < 0 ? "no strategy has a segment" : "it has the highest priority";
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof PriorityOrder other
                && priority.equals(other.priority)
                && strategies().equals(other.strategies());
    }

    @Override
    public int hashCode() {
        return Objects.hash(priority, strategies());
    }

    /** The order and what is asked. */
    @Override
    public String toString() {
        return "highest of " + segments + " by " + strategies();
    }
}
