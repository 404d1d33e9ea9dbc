package dev.rapport.model.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects rejections while a book is read: tells the listener of each, counts all, keeps some. */
final class Rejections {

    private final int limit;
    private final Consumer<? super Rejection> listener;
    private final List<Rejection> kept = new ArrayList<>();
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private long leftOut;
    private long rows;

    Rejections(int limit, Consumer<? super Rejection> listener) {
        this.limit = limit;
        this.listener = listener;
    }

    /** Rejects one row for all these reasons. */
    void reject(TableFile table, List<Rejection> reasons) {
        rows++;
        table.countRejected();
        for (Rejection rejection : reasons) {
            counts.computeIfAbsent(rejection.file(), absent -> new TreeMap<>()).merge(rejection.code(), 1L, Long::sum);
            if (kept.size() < limit) {
                kept.add(rejection);
            } else {
                leftOut++;
            }
            listener.accept(rejection);
        }
    }

    void reject(DraftRow row, int target, Refusal refusal) {
        reject(
                row.table(),
                List.of(new Rejection(
                        row.table().name(),
                        row.line(),
                        target < 0 ? "" : row.table().columnOf(target),
                        target < 0 ? "" : CellText.of(row.cell(target)),
                        refusal)));
    }

    Quarantine quarantine() {
        return new Quarantine(kept, leftOut, rows, counts);
    }
}
