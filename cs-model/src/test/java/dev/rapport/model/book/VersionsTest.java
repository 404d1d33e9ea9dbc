package dev.rapport.model.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final AttributeKey<Double> VALUE = AttributeKey.number("value");
    private static final SeriesKey<Entry> RECORDS =
            SeriesKey.records("things", entry -> entry).allows(VALUE);
    private static final SeriesKey<Entry> EVENTS =
            SeriesKey.events("happenings", entry -> entry).allows(VALUE);

    record Version(String id, Instant at, Instant recordedAt, double value) implements Entry {

        @Override
        public String source() {
            return "test";
        }

        @Override
        @SuppressWarnings("unchecked") // the only field is a number
        public <T> @Nullable T valueOrNull(AttributeKey<T> field) {
            return field.equals(VALUE) ? (T) (Double) value : null;
        }
    }

    private static Version version(String id, long at, long recordedAt, double value) {
        return new Version(id, Instant.ofEpochSecond(at), Instant.ofEpochSecond(recordedAt), value);
    }

    private static List<Entry> select(SeriesKey<?> key, Version... versions) {
        return Versions.select(key, new ArrayList<>(List.of(versions)));
    }

    @Test
    void versionRecordedLast_stands() {
        Version corrected = version("a", 1, 9, 2);

        assertThat(select(RECORDS, corrected, version("a", 5, 6, 1))).containsExactly(corrected);
    }

    @Test
    void versionsRecordedTogether_theOneThatBeginsLastStands() {
        Version later = version("a", 5, 9, 2);

        assertThat(select(RECORDS, later, version("a", 1, 9, 1))).containsExactly(later);
    }

    @Test
    void events_areNeverReplaced() {
        assertThat(select(EVENTS, version("a", 2, 2, 1), version("a", 1, 3, 1))).hasSize(2);
    }

    @Test
    void entries_comeByTime_thenId() {
        assertThat(select(RECORDS, version("c", 2, 2, 1), version("b", 2, 2, 1), version("z", 1, 9, 1)))
                .extracting(Entry::id)
                .containsExactly("z", "b", "c");
    }

    @Property
    void selection_isThatOfANaiveSearch_whateverTheOrder(
            @ForAll("versions") List<Version> versions, @ForAll Random random) {
        Comparator<Version> standing = Comparator.comparing(Version::recordedAt)
                .thenComparing(Version::at)
                .thenComparing(version -> Double.toString(version.value()));
        List<Version> expected = versions.stream()
                .filter(version -> versions.stream()
                        .noneMatch(other -> other.id().equals(version.id()) && standing.compare(other, version) > 0))
                .distinct()
                .sorted(Comparator.comparing(Version::at).thenComparing(Version::id))
                .toList();
        List<Entry> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, random);

        assertThat(Versions.select(RECORDS, shuffled)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Version>> versions() {
        Arbitrary<Long> times = Arbitraries.longs().between(0, 3);
        return Combinators.combine(Arbitraries.of("a", "b", "c"), times, times, Arbitraries.of(1.0, 2.0))
                .as(VersionsTest::version)
                .list()
                .ofMaxSize(10);
    }
}
