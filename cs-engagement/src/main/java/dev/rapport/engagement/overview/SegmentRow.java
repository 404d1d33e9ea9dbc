package dev.rapport.engagement.overview;

import dev.rapport.engagement.model.Verdict;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.segmentation.segment.Segment;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/** One segment on the first screen, or all of them together. Rows sum to the whole. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class SegmentRow {

    SegmentRow() {}

    /**
     * The segment.
     *
     * @return the segment; empty for those who are in none, and for the whole
     */
    public abstract Optional<Segment> segment();

    /**
     * How many customers it has.
     *
     * @return the number
     */
    public abstract int customers();

    /**
     * The recurring revenue of a year.
     *
     * @return the sum of what can be told
     */
    public abstract Money arr();

    /**
     * What was kept of it in the last twelve months, of those who were in the segment at the first date at which they paid.
     *
     * @return the share with its range and target; empty if there was nothing to keep, or it cannot be told. The target of the
     *     whole is the mean of those of the segments by the ARR of a year ago, if each of them has one
     */
    public abstract Optional<Kept> kept();

    /**
     * What its engagement model costs.
     *
     * @return the cost of a year, or empty
     */
    public abstract Optional<Money> costToServe();

    /**
     * The cost as a share of the ARR.
     *
     * @return the share, or empty
     */
    public abstract OptionalDouble costShare();

    /**
     * What remains after customer success.
     *
     * @return the margin of a year, or empty
     */
    public abstract Optional<Money> margin();

    /**
     * Whether it pays in the coming year.
     *
     * @return the answer; empty without customers or engagement model, and for the whole
     */
    public abstract Optional<Payback> payback();

    /**
     * What is proposed for its engagement model.
     *
     * @return the move; empty where there is no engagement model, and for the whole
     */
    public abstract Optional<ModelMove> move();

    /** Makes a row. */
    static final class Builder extends ImmutableSegmentRow.Builder {
        Builder() {}
    }

    /**
     * Whether a segment pays in the coming year, at the ends of the range in which the share that it keeps may lie.
     *
     * <p>Formula: {@code (g A r - C) / (A r)} with the ARR {@code A} of today, the gross margin {@code g}, the cost to serve {@code
     * C} and the share kept {@code r}, against the target margin. It pays if the target is reached at the low end of {@code r}, it
     * does not if it is missed at the high end, or is missed today already, since no more than today's ARR is kept; else it
     * cannot be told.
     *
     * @param verdict  the answer
     * @param low  the share of ARR that remains at the low end; empty if the range is not known
     * @param high  the share of ARR that remains at the high end; empty if the range is not known
     */
    public record Payback(Verdict verdict, OptionalDouble low, OptionalDouble high) {}

    /**
     * What is proposed for the engagement model of a segment.
     *
     * @param kind  what to do
     * @param model  the model that it is about; empty to keep the one it has
     * @param price  what that costs more in a year, below zero for what it saves, and what it must keep for that; empty to keep
     *     the one it has
     */
    public record ModelMove(Kind kind, Optional<String> model, Optional<Price> price) {

        /** What to do. */
        public enum Kind {
            /** Keep the model: it pays, or nothing is known of another. */
            KEEP,
            /** Change to another, which is the cheapest that holds the target within the hours that there are. */
            CHANGE,
            /** Keep the model for want of another: the target is missed, and no model is known to hold it. */
            NONE_HOLDS,
            /** Try the next cheaper one: it is not known what it keeps, but how much it may lose. */
            TRY
        }
    }

    /**
     * What another model costs, and what it may lose.
     *
     * @param extraCost  what it costs more in a year, below zero for what it saves
     * @param points  how many points of GRR it must add, below zero for how many it may lose, for the margin to stay as it is;
     *     empty if a point is worth nothing
     */
    public record Price(Money extraCost, OptionalDouble points) {}
}
