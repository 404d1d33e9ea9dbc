package dev.rapport.engagement.whatif;

import dev.rapport.engagement.overview.SegmentRow;

/**
 * A segment in both plans.
 *
 * @param segment  the id, {@code none} for those in no segment
 * @param model  the engagement model that it has
 * @param row  what it pays, keeps, costs and leaves
 */
public record SegmentDifference(String segment, Shift<String> model, Shift<SegmentRow> row) {

    /**
     * Says whether it is another.
     *
     * @return true if anything of it differs
     */
    public boolean isChange() {
        return model.isChange() || row.isChange();
    }
}
