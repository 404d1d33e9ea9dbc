package dev.rapport.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The timeline against the naive oracle: the last write recorded before knownAt whose validity holds just before validAt. */
class TimelineProperties {

    /** A statement about hours from the epoch; a null value retracts. */
    record Write(Optional<String> value, TimeRange valid, Instant recordedAt) {}

    private static final int HOURS = 12;

    @Property(tries = 2_000)
    void at_isTheLastWriteThatWasKnownAndValid(@ForAll("histories") List<Write> writes) {
        Timeline<String> timeline = timelineOf(writes);
        for (int valid = 0; valid <= HOURS + 1; valid++) {
            for (int known = 0; known <= HOURS + 1; known++) {
                AsOf asOf = new AsOf(hour(valid), hour(known));
                assertThat(timeline.at(asOf)).as("%s in %s", asOf, writes).isEqualTo(oracle(writes, asOf));
            }
        }
    }

    @Property
    void atEachPointOfThePlane_thereIsAtMostOneFact(@ForAll("histories") List<Write> writes) {
        List<Fact<String>> facts = timelineOf(writes).facts();
        for (int i = 0; i < facts.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean overlap = facts.get(i).valid().overlaps(facts.get(j).valid())
                        && facts.get(i).recorded().overlaps(facts.get(j).recorded());
                assertThat(overlap).as("%s and %s", facts.get(i), facts.get(j)).isFalse();
            }
        }
    }

    @Property
    void whatIsRecordedFromKnownAtOn_changesNoAnswer(
            @ForAll("histories") List<Write> writes, @ForAll("values") Optional<String> late) {
        Timeline<String> timeline = timelineOf(writes);
        AsOf asOf = new AsOf(hour(HOURS / 2), hour(HOURS));
        Timeline<String> later = write(timeline, new Write(late, TimeRange.always(), hour(HOURS)));
        assertThat(later.at(asOf)).isEqualTo(timeline.at(asOf));
        assertThat(later.history(asOf.knownAt()))
                .extracting(Fact::value)
                .isEqualTo(timeline.history(asOf.knownAt()).stream()
                        .map(Fact::value)
                        .toList());
    }

    private static Optional<String> oracle(List<Write> writes, AsOf asOf) {
        Optional<String> found = Optional.empty();
        for (Write write : writes) {
            if (write.recordedAt().isBefore(asOf.knownAt()) && write.valid().containsJustBefore(asOf.validAt())) {
                found = write.value();
            }
        }
        return found;
    }

    private static Timeline<String> timelineOf(List<Write> writes) {
        Timeline<String> timeline = Timeline.empty();
        for (Write write : writes) {
            timeline = write(timeline, write);
        }
        return timeline;
    }

    private static Timeline<String> write(Timeline<String> timeline, Write write) {
        return write.value()
                .map(value -> timeline.record(value, write.valid(), write.recordedAt()))
                .orElseGet(() -> timeline.retract(write.valid(), write.recordedAt()));
    }

    @Provide
    Arbitrary<Optional<String>> values() {
        return Arbitraries.of("a", "b", "c").optional(0.8);
    }

    @Provide
    Arbitrary<List<Write>> histories() {
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, HOURS);
        Arbitrary<TimeRange> ranges = Combinators.combine(
                        hours, hours, Arbitraries.integers().between(0, 5))
                .as((a, b, open) -> {
                    Instant start = hour(Math.min(a, b));
                    Instant end = hour(Math.max(a, b) + 1);
                    return open == 0
                            ? TimeRange.startingAt(start)
                            : open == 1 ? TimeRange.endingAt(end) : TimeRange.between(start, end);
                });
        return Combinators.combine(values(), ranges, Arbitraries.integers().between(0, 3))
                .as(Raw::new)
                .list()
                .ofMaxSize(8)
                .map(raws -> {
                    List<Write> writes = new ArrayList<>();
                    int recorded = 0;
                    for (Raw raw : raws) {
                        recorded = Math.min(recorded + raw.pause(), HOURS - 1);
                        writes.add(new Write(raw.value(), raw.valid(), hour(recorded)));
                    }
                    return writes;
                });
    }

    private record Raw(Optional<String> value, TimeRange valid, int pause) {}

    private static Instant hour(int hours) {
        return Instant.EPOCH.plusSeconds(3600L * hours);
    }
}
