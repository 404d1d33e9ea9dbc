package dev.rapport.model.book;

import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks, of the entries that a cut sees, the version of each record that stands; for those who write adapters. */
public final class Versions {

    private static final Comparator<Entry> BY_TIME =
            Comparator.comparing(Entry::at).thenComparing(Entry::id);

    private Versions() {}

    /**
     * All events; of each record the version that was recorded last, of those recorded together the one that begins last.
     *
     * @param key  the series
     * @param seen  the entries that the cut sees, in any order; is sorted in place
     * @return the entries that stand, by time, then id
     */
    public static List<Entry> select(SeriesKey<?> key, List<Entry> seen) {
        List<Entry> selected = seen;
        if (key.nature() == SeriesKey.Nature.RECORDS) {
            Map<String, Entry> latest = new HashMap<>();
            for (Entry entry : seen) {
                latest.merge(entry.id(), entry, (a, b) -> supersedes(b, a) ? b : a);
            }
            selected = new ArrayList<>(latest.values());
        }
        selected.sort(BY_TIME);
        return List.copyOf(selected);
    }

    private static boolean supersedes(Entry later, Entry earlier) {
        int byRecording = later.recordedAt().compareTo(earlier.recordedAt());
        return byRecording > 0 || (byRecording == 0 && !later.at().isBefore(earlier.at()));
    }
}
