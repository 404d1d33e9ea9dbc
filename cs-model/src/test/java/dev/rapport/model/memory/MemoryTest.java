package dev.rapport.model.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rapport.model.time.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final Subject BAND = new Subject("acme", "health", "band");

    private static Instant day(int day) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private static AsOf cut(int validAt, int knownAt) {
        return new AsOf(day(validAt), day(knownAt));
    }

    private static Remembered band(String value, int validFrom, int recordedAt) {
        return Remembered.of(BAND, value, day(validFrom), day(recordedAt));
    }

    @Test
    void standing_isTheValueBefore_theCut() {
        Memory memory = Memory.of(List.of(band("green", 0, 0), band("yellow", 10, 10)));

        assertThat(memory.standing(BAND, cut(10, 20))).contains(new Standing("green", day(0), Optional.empty()));
        assertThat(memory.standing(BAND, cut(11, 20))).contains(new Standing("yellow", day(10), Optional.of("green")));
        assertThat(memory.standing(BAND, cut(0, 20))).isEmpty();
        assertThat(memory.standing(new Subject("other", "health", "band"), cut(11, 20)))
                .isEmpty();
    }

    @Test
    void record_thatWasRecordedLater_isNotSeen() {
        Memory memory = Memory.of(List.of(band("green", 0, 0), band("yellow", 10, 15)));

        assertThat(memory.standing(BAND, cut(12, 15)).orElseThrow().value()).isEqualTo("green");
        assertThat(memory.standing(BAND, cut(12, 16)).orElseThrow().value()).isEqualTo("yellow");
    }

    @Test
    void decidedAnew_theLaterRecordCounts_andTheEarlierIsKept() {
        Memory memory = Memory.of(List.of(band("green", 0, 0), band("yellow", 10, 10), band("red", 10, 20)));

        assertThat(memory.standing(BAND, cut(30, 30))).contains(new Standing("red", day(10), Optional.of("green")));
        assertThat(memory.standing(BAND, cut(30, 20)).orElseThrow().value()).isEqualTo("yellow");
        assertThat(memory.size()).isEqualTo(3);
    }

    @Test
    void valueThatIsDecidedAgain_goesOnSinceTheFirst() {
        Memory memory = Memory.of(List.of(band("green", 0, 0), band("yellow", 5, 5), band("yellow", 10, 10)));

        assertThat(memory.standing(BAND, cut(11, 11))).contains(new Standing("yellow", day(5), Optional.of("green")));
    }

    @Test
    void toRemember_isEmpty_whereLaterCutsRememberTheValueAnyway() {
        Memory memory = Memory.of(List.of(band("green", 0, 0)));

        assertThat(memory.toRemember(BAND, "green", cut(10, 10))).isEmpty();
        assertThat(memory.toRemember(BAND, "red", cut(10, 10))).contains(band("red", 10, 10));
    }

    @Test
    void decisionTakenBackWithLaterKnowledge_isRememberedAsTakenBack() {
        Memory memory = Memory.of(List.of(band("green", 0, 0), band("yellow", 10, 10)));

        Optional<Remembered> corrected = memory.toRemember(BAND, "green", cut(10, 20));

        assertThat(corrected).contains(band("green", 10, 20));
        assertThat(memory.with(List.of(corrected.orElseThrow())).standing(BAND, cut(30, 30)))
                .contains(new Standing("green", day(0), Optional.empty()));
    }

    @Test
    void addingAgain_changesNothing_andContradictionIsRefused() {
        Memory memory = Memory.of(List.of(band("green", 0, 0)));

        assertThat(memory.with(memory.all())).isEqualTo(memory);
        assertThatThrownBy(() -> memory.with(List.of(band("red", 0, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not contradict")
                .hasMessageContaining("Maybe");
        assertThat(Memory.empty().isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void memory_isASortedSetOfRecords_howeverTheyAreAdded(@ForAll long seed) {
        Random random = new Random(seed);
        SortedSet<Remembered> expected = new TreeSet<>();
        Memory memory = Memory.empty();
        for (int i = 0; i < 40; i++) {
            List<Remembered> some = new ArrayList<>();
            for (int j = random.nextInt(3) == 0 ? random.nextInt(60) : 1; j > 0; j--) {
                int day = random.nextInt(12);
                Subject subject = new Subject("c" + random.nextInt(20), "health", "band");
                some.add(Remembered.of(subject, "day " + day, day(day), day(random.nextInt(3))));
            }
            Memory before = memory;
            List<Remembered> kept = before.all();
            memory = memory.with(some);
            expected.addAll(some);

            assertThat(memory.all()).containsExactlyElementsOf(expected);
            assertThat(memory.size()).isEqualTo(expected.size());
            assertThat(before.all()).isEqualTo(kept);
        }
        Subject one = new Subject("c7", "health", "band");
        assertThat(memory.history(one, cut(99, 2)))
                .isEqualTo(Memory.of(memory.all().stream()
                                .filter(record -> record.subject().equals(one))
                                .toList())
                        .history(one, cut(99, 2)));
    }

    @Test
    void records_thatAreAddedInOrderOneByOne_areFoundAsFastAsOthers() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            Memory memory = Memory.empty();
            for (int i = 0; i < 100_000; i++) {
                memory = memory.with(List.of(band("day " + i, i, i)));
            }
            assertThat(memory.size()).isEqualTo(100_000);
            assertThat(memory.standing(BAND, cut(100_000, 100_000))
                            .orElseThrow()
                            .since())
                    .isEqualTo(day(99_999));
        });
    }

    @Test
    void contradiction_isRefused_whereverItStands_amongManyOrFew() {
        List<Remembered> records = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            records.add(band("green", i, i));
        }
        Memory memory = Memory.of(records);
        for (int i = 0; i < 100; i++) {
            Remembered other = band("red", i, i);
            assertThatThrownBy(() -> memory.with(List.of(other))).hasMessageContaining("must not contradict");
            List<Remembered> both = new ArrayList<>(records);
            both.add(other);
            assertThatThrownBy(() -> Memory.of(both)).hasMessageContaining("must not contradict");
        }
    }

    @Property(tries = 2000)
    void standing_agreesWithANaiveFold_inAnyOrderOfAdding(@ForAll long seed) {
        Random random = new Random(seed);
        List<Remembered> records = new ArrayList<>();
        Memory memory = Memory.empty();
        for (int i = 0; i < random.nextInt(12); i++) {
            Remembered record = band("abc".charAt(random.nextInt(3)) + "", random.nextInt(6), random.nextInt(6));
            boolean taken = records.stream()
                    .anyMatch(other -> other.validFrom().equals(record.validFrom())
                            && other.recordedAt().equals(record.recordedAt()));
            if (!taken) {
                records.add(record);
                memory = memory.with(List.of(record));
            }
        }
        AsOf asOf = cut(random.nextInt(8), random.nextInt(8));

        Collections.shuffle(records, random);
        assertThat(Memory.of(records)).isEqualTo(memory);
        assertThat(memory.standing(BAND, asOf)).as("seed " + seed).isEqualTo(naive(records, asOf));
        assertThat(memory.asOf(asOf).standing(BAND, asOf)).isEqualTo(memory.standing(BAND, asOf));
    }

    /** Walks day by day and asks what was recorded last for that day. */
    private static Optional<Standing> naive(List<Remembered> records, AsOf asOf) {
        Standing standing = null;
        for (int day = 0; day(day).isBefore(asOf.validAt()); day++) {
            Remembered last = null;
            for (int recorded = 0; day(recorded).isBefore(asOf.knownAt()); recorded++) {
                for (Remembered record : records) {
                    if (record.validFrom().equals(day(day))
                            && record.recordedAt().equals(day(recorded))) {
                        last = record;
                    }
                }
            }
            if (last != null && (standing == null || !standing.value().equals(last.value()))) {
                standing = new Standing(
                        last.value(), day(day), Optional.ofNullable(standing).map(Standing::value));
            }
        }
        return Optional.ofNullable(standing);
    }
}
