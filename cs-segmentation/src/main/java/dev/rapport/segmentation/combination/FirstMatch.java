package dev.rapport.segmentation.combination;

import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segment of the first strategy that has one. A strategy without an answer is passed over, whatever the reason; if none
 * has one, a failure or missing data is told. Segments of the same id in several strategies are one segment. Immutable.
 */
public final class FirstMatch extends Combined {

    private final List<Segment> segments;
    private final int[][] among;

    private FirstMatch(List<SegmentationStrategy> strategies) {
        super(strategies);
        this.segments = union(strategies());
        this.among = among(segments, strategies());
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

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    int choose(int... parts) {
        int first = first(parts);
        return first < 0 ? GAP : among[first][parts[first]];
    }

    @Override
    String reason(int chosen, int... parts) {
        return chosen < 0
                ? "no strategy has a segment"
                : "strategy " + (first(parts) + 1) + " is the first with a segment";
    }

    private static int first(int... parts) {
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] >= 0) {
                return i;
            }
        }
        return GAP;
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
