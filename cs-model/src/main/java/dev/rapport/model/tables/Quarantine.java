package dev.rapport.model.tables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The rows that were not taken, and why. All are counted; in memory only the first are kept, the rest went to the
 * listener alone. Immutable.
 */
public final class Quarantine {

    private final List<Rejection> kept;
    private final long leftOut;
    private final long rows;
    private final NavigableMap<String, NavigableMap<String, Long>> counts;

    Quarantine(List<Rejection> kept, long leftOut, long rows, Map<String, ? extends Map<String, Long>> counts) {
        List<Rejection> sorted = new ArrayList<>(kept);
        Collections.sort(sorted);
        this.kept = List.copyOf(sorted);
        this.leftOut = leftOut;
        this.rows = rows;
        NavigableMap<String, NavigableMap<String, Long>> copies = new TreeMap<>();
        counts.forEach(
                (file, reasons) -> copies.put(file, Collections.unmodifiableNavigableMap(new TreeMap<>(reasons))));
        this.counts = Collections.unmodifiableNavigableMap(copies);
    }

    /**
     * The rejections that were kept.
     *
     * @return by file, line and column
     */
    public List<Rejection> rejections() {
        return kept;
    }

    /**
     * How many rejections were not kept.
     *
     * @return the number, 0 as a rule
     */
    public long leftOut() {
        return leftOut;
    }

    /**
     * How many rows were rejected.
     *
     * @return the number, with those that are not kept
     */
    public long rows() {
        return rows;
    }

    /**
     * How often each reason came up in each file.
     *
     * @return the number of rejections by file, then by code, with those that are not kept
     */
    public NavigableMap<String, NavigableMap<String, Long>> counts() {
        return counts;
    }

    /**
     * Says whether every row was taken.
     *
     * @return true if none was rejected
     */
    public boolean isEmpty() {
        return rows == 0;
    }

    /** For example {@code 3 rows rejected: usage.csv not-a-number 2, unknown-customer 1}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(rows).append(rows == 1 ? " row rejected" : " rows rejected");
        counts.forEach((file, reasons) -> {
            text.append(text.indexOf(":") < 0 ? ": " : "; ").append(file);
            String divider = " ";
            for (Map.Entry<String, Long> reason : reasons.entrySet()) {
                text.append(divider).append(reason.getKey()).append(' ').append(reason.getValue());
                divider = ", ";
            }
        });
        return text.toString();
    }
}
