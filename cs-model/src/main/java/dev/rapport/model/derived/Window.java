package dev.rapport.model.derived;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Picks the entries of some days out of a series, which comes sorted by time. */
final class Window {

    private Window() {}

    /** The entries from the start of one day to the start of another. */
    static List<Entry> between(CustomerView view, SeriesKey<?> series, LocalDate fromInclusive, LocalDate toExclusive) {
        List<Entry> entries = view.entries(series);
        if (entries.isEmpty()) {
            return entries;
        }
        int from = firstAtOrAfter(entries, view.startOf(fromInclusive));
        int to = toExclusive.isAfter(view.date()) ? entries.size() : firstAtOrAfter(entries, view.startOf(toExclusive));
        return entries.subList(from, Math.max(from, to));
    }

    private static int firstAtOrAfter(List<Entry> entries, Instant start) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).at().isBefore(start)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
