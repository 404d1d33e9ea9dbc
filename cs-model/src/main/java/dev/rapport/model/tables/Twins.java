package dev.rapport.model.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings rows into an order that does not depend on that of the file, and rejects those that state the same thing at the
 * same times again. Of rows that differ, the one whose cells sort first is kept.
 */
final class Twins {

    /** Compares all cells, then the place. */
    private static final Comparator<DraftRow> CONTENT = Twins::compareCells;

    private static final Comparator<DraftRow> PLACE =
            Comparator.<DraftRow>comparingInt(row -> row.table().ordinal()).thenComparingInt(DraftRow::line);

    private Twins() {}

    static List<DraftRow> reject(
            List<DraftRow> rows,
            Comparator<DraftRow> identity,
            Predicate<DraftRow> hasIdentity,
            Rejections rejections) {
        List<DraftRow> sorted = new ArrayList<>(rows);
        sorted.sort(identity.thenComparing(CONTENT).thenComparing(PLACE));
        List<DraftRow> kept = new ArrayList<>(sorted.size());
        DraftRow last = null;
        for (DraftRow row : sorted) {
            if (last == null || !hasIdentity.test(row) || identity.compare(last, row) != 0) {
                kept.add(row);
                last = row;
                continue;
            }
            String other = last.table() == row.table() ? "line " + last.line() : last.source();
            rejections.reject(
                    row,
                    -1,
                    CONTENT.compare(last, row) == 0
                            ? Refusal.of("duplicate", "says the same as " + other)
                            : Refusal.of(
                                            "contradiction",
                                            "says something else than " + other + ", which was kept, of the same "
                                                    + (row.table().schema().isCustomers() ? "customer" : "entry")
                                                    + " at the same times")
                                    .advice("Maybe give each its own time, or merge them in the source"));
        }
        return kept;
    }

    private static int compareCells(DraftRow a, DraftRow b) {
        for (int i = 0; i < a.size(); i++) {
            int order = compare(a.cell(i), b.cell(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Compares two values of one kind, nothing first. */
    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Double number && b instanceof Double other) {
            return number.compareTo(other);
        }
        if (a instanceof LocalDate date && b instanceof LocalDate other) {
            return date.compareTo(other);
        }
        if (a instanceof Moment moment && b instanceof Moment other) {
            return moment.instant().compareTo(other.instant());
        }
        return CellText.of(a).compareTo(CellText.of(b));
    }
}
