package dev.rapport.model.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
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

    /** All times lie before it. */
    private static final int END = 5;

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
    void correctionOfThePast_leavesWhatIsTrueSince() {
        Version january = version("a", 1, 1, 10);
        Version june = version("a", 6, 6, 20);
        Version januaryCorrected = version("a", 1, 9, 11);

        assertThat(select(RECORDS, january, june, januaryCorrected)).containsExactly(june);
        assertThat(select(RECORDS, january, januaryCorrected)).containsExactly(januaryCorrected);
    }

    @Test
    void versionsThatBeginTogether_theOneRecordedLastStands() {
        Version corrected = version("a", 5, 9, 2);

        assertThat(select(RECORDS, corrected, version("a", 5, 6, 1))).containsExactly(corrected);
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

    /**
     * The plane of both times, painted version by version in the order of their recording: each covers the time from its
     * start to the next start that is known by then, until somebody paints over it.
     */
    @Property
    void selection_isWhatAPaintedPlaneShows_inEveryCut_whateverTheOrder(
            @ForAll("versions") List<Version> versions, @ForAll Random random) {
        Map<String, List<Version>> byId = versions.stream().collect(Collectors.groupingBy(Version::id));
        for (int valid = 0; valid <= END; valid++) {
            for (int known = 0; known <= END; known++) {
                AsOf asOf = new AsOf(Instant.ofEpochSecond(valid), Instant.ofEpochSecond(known));
                List<Version> expected = new ArrayList<>();
                for (List<Version> ofOne : byId.values()) {
                    // a cut ends before its two instants: it shows what stands in the second before each
                    Version painted = valid == 0 || known == 0 ? null : painted(ofOne)[valid - 1][known - 1];
                    if (painted != null) {
                        expected.add(painted);
                    }
                }
                expected.sort(Comparator.comparing(Version::at).thenComparing(Version::id));
                List<Entry> shuffled = new ArrayList<>(versions);
                shuffled.removeIf(entry -> !asOf.sees(entry.at(), entry.recordedAt()));
                Collections.shuffle(shuffled, random);

                assertThat(Versions.select(RECORDS, shuffled))
                        .as("as of %s", asOf)
                        .isEqualTo(expected);
            }
        }
    }

    private static @Nullable Version[][] painted(List<Version> versions) {
        @Nullable Version[][] plane = new @Nullable Version[END][END];
        List<Version> inOrder = new ArrayList<>(versions);
        inOrder.sort(Comparator.comparing(Version::recordedAt).thenComparing(Version::value));
        for (Version version : inOrder) {
            long start = version.at().getEpochSecond();
            long recorded = version.recordedAt().getEpochSecond();
            long next = END;
            for (Version other : versions) {
                if (other.at().isAfter(version.at()) && !other.recordedAt().isAfter(version.recordedAt())) {
                    next = Math.min(next, other.at().getEpochSecond());
                }
            }
            for (int valid = (int) start; valid < next; valid++) {
                for (int known = (int) recorded; known < END; known++) {
                    plane[valid][known] = version;
                }
            }
        }
        return plane;
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
