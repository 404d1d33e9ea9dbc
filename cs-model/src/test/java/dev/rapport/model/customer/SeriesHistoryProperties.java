package dev.rapport.model.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Versions;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SeriesHistoryProperties {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void cut_seesWhatHadHappenedAndWasKnown_howeverLateItWasRecorded(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int size, @ForAll boolean isOfRecords) {
        Random random = new Random(seed);
        SeriesKey<?> key = isOfRecords ? Ticket.SERIES : Usage.SERIES;
        List<StandardEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(entry(key, random, i));
        }
        SeriesHistory history = SeriesHistory.of(key, entries);
        for (int valid = 0; valid <= 11; valid++) {
            for (int known = 0; known <= 16; known++) {
                AsOf asOf = new AsOf(at(valid), at(known));
                assertThat(history.in(asOf)).isEqualTo(goneThrough(key, history.entries(), asOf));
            }
        }
    }

    private static List<Entry> goneThrough(SeriesKey<?> key, List<StandardEntry> entries, AsOf asOf) {
        List<Entry> seen = new ArrayList<>();
        for (StandardEntry entry : entries) {
            if (entry.at().isBefore(asOf.validAt()) && entry.recordedAt().isBefore(asOf.knownAt())) {
                seen.add(entry);
            }
        }
        return Versions.select(key, seen);
    }

    /** Few ids, so that records have versions, and few times, so that they meet. */
    private static StandardEntry entry(SeriesKey<?> key, Random random, int i) {
        int at = random.nextInt(10);
        String id = random.nextBoolean() ? "r" + random.nextInt(4) : "e" + i;
        int recordedAt = at + random.nextInt(6);
        return new StandardEntry(
                key, id, at(at), at(recordedAt), "test", new Object[key.fields().size()]);
    }

    private static Instant at(int hours) {
        return START.plusSeconds(3_600L * hours);
    }
}
