package dev.rapport.model.book;

import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks, of the entries that a cut sees, the version of each record that stands; for those who write adapters.
 *
 * <p>A version is true from its {@link Entry#at()} until the next version of the same record begins. So a version that is
 * recorded late, for a time that has passed, corrects that time alone and leaves what is true since.
 */
public final class Versions {

    private static final Comparator<Entry> BY_TIME =
            Comparator.comparing(Entry::at).thenComparing(Entry::id);

    private Versions() {}

    /**
     * All events; of each record the version that began last, of those that began together the one recorded last, and of those
     * recorded together too one that does not depend on the order of the source.
     *
     * @param key  the series
     * @param seen  the entries that the cut sees, in any order; is sorted in place
     * @return the entries that stand, by time, then id
     */
    public static List<Entry> select(SeriesKey<?> key, List<Entry> seen) {
        List<Entry> selected = seen;
        if (key.nature() == SeriesKey.Nature.RECORDS) {
            Comparator<Entry> standing = Comparator.comparing(Entry::at).thenComparing(key.recordingOrder());
            Map<String, Entry> latest = new HashMap<>();
            for (Entry entry : seen) {
                latest.merge(entry.id(), entry, (a, b) -> standing.compare(b, a) > 0 ? b : a);
            }
            selected = new ArrayList<>(latest.values());
        }
        selected.sort(BY_TIME);
        return List.copyOf(selected);
    }
}
