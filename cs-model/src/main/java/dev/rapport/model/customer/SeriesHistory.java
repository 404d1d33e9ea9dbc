package dev.rapport.model.customer;

import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Versions;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The entries of one series of one customer, every version of every record, by time. Sorted once, so that a cut is most often
 * a part of the list that need not be gone through. Immutable.
 */
final class SeriesHistory {

    private final SeriesKey<?> key;
    private final List<StandardEntry> entries;
    private final boolean hasVersions;
    private final boolean isRecordedInOrder;
    private final Instant lastRecordedAt;

    private SeriesHistory(SeriesKey<?> key, List<StandardEntry> entries) {
        this.key = key;
        this.entries = entries;
        boolean inOrder = true;
        Instant last = Instant.MIN;
        for (StandardEntry entry : entries) {
            inOrder &= !entry.recordedAt().isBefore(last);
            last = entry.recordedAt().isAfter(last) ? entry.recordedAt() : last;
        }
        this.isRecordedInOrder = inOrder;
        this.lastRecordedAt = last;
        this.hasVersions = key.nature() == SeriesKey.Nature.RECORDS && idsRepeat(entries);
    }

    static SeriesHistory of(SeriesKey<?> key, List<StandardEntry> entries) {
        List<StandardEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(StandardEntry::at)
                .thenComparing(StandardEntry::id)
                .thenComparing(key.recordingOrder()));
        return new SeriesHistory(key, List.copyOf(sorted));
    }

    private static boolean idsRepeat(List<StandardEntry> entries) {
        Set<String> ids = new HashSet<>();
        return !entries.stream().allMatch(entry -> ids.add(entry.id()));
    }

    List<StandardEntry> entries() {
        return entries;
    }

    /** What a cut sees, of each record the version that stands. */
    List<Entry> in(AsOf asOf) {
        int count = countBefore(asOf.validAt());
        if (count == 0) {
            return List.of();
        }
        List<StandardEntry> begun = count == entries.size() ? entries : entries.subList(0, count);
        Instant recordedAt = isRecordedInOrder ? begun.get(count - 1).recordedAt() : lastRecordedAt;
        if (!hasVersions && recordedAt.isBefore(asOf.knownAt())) {
            return asEntries(begun);
        }
        List<Entry> seen = new ArrayList<>(begun.size());
        for (StandardEntry entry : begun) {
            if (entry.recordedAt().isBefore(asOf.knownAt())) {
                seen.add(entry);
            }
        }
        return hasVersions ? Versions.select(key, seen) : List.copyOf(seen);
    }

    private int countBefore(Instant end) {
        if (entries.isEmpty() || entries.get(entries.size() - 1).at().isBefore(end)) {
            return entries.size();
        }
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).at().isBefore(end)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @SuppressWarnings("unchecked") // the list cannot be changed, so a list of a narrower type serves
    private static List<Entry> asEntries(List<? extends Entry> immutable) {
        return (List<Entry>) immutable;
    }
}
