package dev.rapport.segmentation.combination;

import dev.rapport.model.problem.Nearest;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A strategy some of whose segments are merged into others. Which ones is part of the strategy: it is found in a book once
 * and then stands, so that a customer's segment does not depend on how many others there are. Immutable.
 *
 * <pre>{@code
 * CrossProduct cells = CrossProduct.of(tiers, regions);
 * SegmentationStrategy manageable =
 *         MergedSegments.small(cells, Segmentation.of(cells, book), 20, LeftoverRule.INTO_REST, Segment.of("other"));
 * }</pre>
 */
public final class MergedSegments extends Combined {

    private final Map<String, String> into;
    private final List<Segment> added;
    private final List<Segment> segments;
    private final Map<String, Segment> targets;
    private final int[] targetOf;

    private MergedSegments(SegmentationStrategy strategy, Map<String, String> into, List<Segment> added) {
        super(List.of(strategy));
        this.into = Collections.unmodifiableMap(new TreeMap<>(into));
        this.added = List.copyOf(added);
        List<Segment> left = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (Segment segment : strategy.segments()) {
            known.add(segment.id());
            if (!into.containsKey(segment.id())) {
                left.add(segment);
            }
        }
        left.addAll(added);
        this.segments = List.copyOf(left);
        this.targets = targets(segments);
        check(known);
        this.targetOf = strategy.segments().stream()
                .map(Segment::id)
                .mapToInt(id -> segments.indexOf(targets.get(into.getOrDefault(id, id))))
                .toArray();
    }

    private static Map<String, Segment> targets(List<Segment> segments) {
        Map<String, Segment> targets = new TreeMap<>();
        for (Segment segment : segments) {
            if (targets.put(segment.id(), segment) != null) {
                throw new IllegalArgumentException("segment (" + segment + ") must be defined once.");
            }
        }
        return targets;
    }

    private void check(Set<String> known) {
        into.forEach((from, to) -> {
            if (!known.contains(from)) {
                throw unknown("merged segment", from, known);
            }
            if (!targets.containsKey(to)) {
                throw unknown("target of " + from, to, targets.keySet());
            }
        });
    }

    private static IllegalArgumentException unknown(String what, String id, Set<String> known) {
        String advice = Nearest.advice(id, known);
        return new IllegalArgumentException(
                what + " (" + id + ") must be one of " + known + "." + (advice.isEmpty() ? "" : "\n" + advice + "."));
    }

    /**
     * Merges segments that are named.
     *
     * @param strategy  the strategy
     * @param into  the ids of the segments that are left by those that are merged into them
     * @param added  segments that the strategy does not have, as targets
     * @return the strategy with fewer segments
     * @throws IllegalArgumentException if an id is of no segment, or a segment is merged into one that is merged itself
     */
    public static MergedSegments of(SegmentationStrategy strategy, Map<String, String> into, Segment... added) {
        return of(strategy, into, List.of(added));
    }

    /**
     * Merges segments that are named.
     *
     * @param strategy  the strategy
     * @param into  the ids of the segments that are left by those that are merged into them
     * @param added  segments that the strategy does not have, as targets
     * @return the strategy with fewer segments
     * @throws IllegalArgumentException as above
     */
    public static MergedSegments of(SegmentationStrategy strategy, Map<String, String> into, List<Segment> added) {
        return new MergedSegments(strategy, into, added);
    }

    /**
     * Merges the segments that are small in a book.
     *
     * @param strategy  the strategy
     * @param sizes  a book that it has assigned
     * @param minimum  how many customers a segment needs to stand alone, at least 1
     * @param rule  where the others go
     * @param rest  the segment of {@link LeftoverRule#INTO_REST}; of no meaning to the other rules
     * @return the strategy with fewer segments; a rest that nobody goes into is not one of them
     */
    public static MergedSegments small(
            SegmentationStrategy strategy, Segmentation sizes, int minimum, LeftoverRule rule, Segment rest) {
        if (minimum < 1) {
            throw new IllegalArgumentException("minimum (" + minimum + ") must be at least 1.");
        }
        Map<String, String> into = Leftovers.merge(sizes.sizes(), minimum, rule, rest.id());
        boolean isUsed = into.containsValue(rest.id()) && rule == LeftoverRule.INTO_REST;
        return new MergedSegments(strategy, into, isUsed ? List.of(rest) : List.of());
    }

    /**
     * What is merged.
     *
     * @return the strategy as it was
     */
    public SegmentationStrategy strategy() {
        return strategies().get(0);
    }

    /**
     * Where the customers of merged segments go.
     *
     * @return ids of segments by those that are merged into them
     */
    public Map<String, String> into() {
        return into;
    }

    /**
     * The targets that the strategy does not have.
     *
     * @return the segments
     */
    public List<Segment> added() {
        return added;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    int choose(int... parts) {
        return parts[0] < 0 ? GAP : targetOf[parts[0]];
    }

    @Override
    String reason(int chosen, int... parts) {
        if (chosen < 0) {
            return "no segment to begin with";
        }
        String id = strategy().segments().get(parts[0]).id();
        return into.containsKey(id) ? "merged from " + id : "its own segment";
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof MergedSegments other
                && strategy().equals(other.strategy())
                && into.equals(other.into)
                && added.equals(other.added);
    }

    @Override
    public int hashCode() {
        return Objects.hash(strategy(), into, added);
    }

    /** The segments that are left. */
    @Override
    public String toString() {
        return strategy() + " merged into " + segments;
    }
}
