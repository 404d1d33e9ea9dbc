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
    /** By position: when the last of this entry and those before it was recorded. */
    private final Instant[] recordedBy;

    private SeriesHistory(SeriesKey<?> key, List<StandardEntry> entries) {
        this.key = key;
        this.entries = entries;
        this.recordedBy = new Instant[entries.size()];
        Instant last = Instant.MIN;
        for (int i = 0; i < recordedBy.length; i++) {
            Instant recordedAt = entries.get(i).recordedAt();
            last = recordedAt.isAfter(last) ? recordedAt : last;
            recordedBy[i] = last;
        }
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
        int known = knownBefore(asOf.knownAt(), count);
        int next = nextKnown(known, count, asOf.knownAt());
        if (!hasVersions && next == count) {
            return asEntries(known == entries.size() ? entries : entries.subList(0, known));
        }
        List<Entry> seen = new ArrayList<>(count);
        seen.addAll(entries.subList(0, known));
        for (int i = next; i < count; i = nextKnown(i + 1, count, asOf.knownAt())) {
            seen.add(entries.get(i));
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

    /** How many of the first entries were all recorded before. */
    private int knownBefore(Instant end, int count) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (recordedBy[middle].isBefore(end)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int nextKnown(int from, int count, Instant end) {
        int next = from;
        while (next < count && !entries.get(next).recordedAt().isBefore(end)) {
            next++;
        }
        return next;
    }

    @SuppressWarnings("unchecked") // the list cannot be changed, so a list of a narrower type serves
    private static List<Entry> asEntries(List<? extends Entry> immutable) {
        return (List<Entry>) immutable;
    }
}
