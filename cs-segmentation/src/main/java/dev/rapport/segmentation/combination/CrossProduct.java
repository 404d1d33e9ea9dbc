package dev.rapport.segmentation.combination;

import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A segment for each combination of the segments of several strategies: {@code enterprise.dach}. Who has no segment in one
 * of them has none here. Immutable.
 *
 * <pre>{@code
 * SegmentationStrategy cells = CrossProduct.of(tiers, regions, behaviour);
 * }</pre>
 */
public final class CrossProduct extends Combined {

    /** How many cells there may be: more are never looked after. */
    public static final int MOST_CELLS = 10_000;

    private final List<Segment> segments;

    private CrossProduct(List<SegmentationStrategy> strategies) {
        super(strategies);
        this.segments = cells(strategies());
    }

    /**
     * The combinations of segments.
     *
     * @param strategies  the strategies, at least one; the last varies fastest in the order of the segments
     * @return the strategy
     * @throws IllegalArgumentException if there are more than {@link #MOST_CELLS} combinations, or two have the same id
     */
    public static CrossProduct of(SegmentationStrategy... strategies) {
        return of(List.of(strategies));
    }

    /**
     * The combinations of segments.
     *
     * @param strategies  the strategies, at least one
     * @return the strategy
     * @throws IllegalArgumentException as above
     */
    public static CrossProduct of(List<SegmentationStrategy> strategies) {
        return new CrossProduct(strategies);
    }

    private static List<Segment> cells(List<SegmentationStrategy> strategies) {
        List<List<Segment>> cells = List.of(List.of());
        for (SegmentationStrategy strategy : strategies) {
            if ((long) cells.size() * strategy.segments().size() > MOST_CELLS) {
                throw new IllegalArgumentException("combinations of segments must be at most " + MOST_CELLS + ".");
            }
            List<List<Segment>> next = new ArrayList<>();
            for (List<Segment> cell : cells) {
                for (Segment segment : strategy.segments()) {
                    List<Segment> longer = new ArrayList<>(cell);
                    longer.add(segment);
                    next.add(longer);
                }
            }
            cells = next;
        }
        List<Segment> segments = cells.stream().map(CrossProduct::cell).toList();
        Set<String> ids = new HashSet<>();
        for (Segment segment : segments) {
            if (!ids.add(segment.id())) {
                throw new IllegalArgumentException("segment (" + segment
                        + ") must come once.\nMaybe ids with dots: the parts of an id are joined by them.");
            }
        }
        return segments;
    }

    private static Segment cell(List<Segment> parts) {
        return Segment.of(
                parts.stream().map(Segment::id).collect(Collectors.joining(".")),
                parts.stream().map(Segment::name).collect(Collectors.joining(", ")));
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    int choose(int... parts) {
        int position = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] < 0) {
                return GAP;
            }
            position = position * strategies().get(i).segments().size() + parts[i];
        }
        return position;
    }

    @Override
    String reason(int chosen, int... parts) {
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] < 0) {
                return "no segment of strategy " + (i + 1);
            }
        }
        return "its segment of each strategy";
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof CrossProduct other && strategies().equals(other.strategies());
    }

    @Override
    public int hashCode() {
        return strategies().hashCode();
    }

    /** What is combined. */
    @Override
    public String toString() {
        return "combinations of " + strategies();
    }
}
