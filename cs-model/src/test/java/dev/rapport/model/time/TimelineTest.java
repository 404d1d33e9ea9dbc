package dev.rapport.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A renewal signed on 3 March, entered on 10 March, back-dated to 1 March, corrected in April. */
    @Test
    void backDatedAndCorrected_everyEarlierBeliefCanBeAskedFor() {
        Timeline<Integer> arr = Timeline.of(100, start(2025, 3, 1))
                .record(120, TimeRange.startingAt(start(2026, 3, 1)), start(2026, 3, 10))
                .record(130, TimeRange.startingAt(start(2026, 3, 1)), start(2026, 4, 2));
        Instant on5March = start(2026, 3, 6);

        assertThat(arr.at(AsOf.of(on5March))).as("what was shown on 5 March").contains(100);
        assertThat(arr.at(AsOf.of(on5March).knownAt(start(2026, 3, 11))))
                .as("as known on 10 March")
                .contains(120);
        assertThat(arr.at(AsOf.of(on5March).knownAt(start(2026, 4, 3))))
                .as("what it should have been")
                .contains(130);
        assertThat(arr.evolution(on5March)).extracting(Fact::value).containsExactly(100, 120, 130);
        assertThat(arr.history(start(2026, 5, 1))).extracting(Fact::value).containsExactly(100, 130);
    }

    @Test
    void asOf_seesNothingThatBeginsAtItsEnd() {
        Instant from = start(2026, 7, 1);
        assertThat(Timeline.of("x", from).at(AsOf.of(from))).isEmpty();
        assertThat(Timeline.of("x", from).at(AsOf.of(from.plusNanos(1)))).contains("x");
    }

    @Test
    void retract_leavesTheRestOfTheRange() {
        Timeline<String> timeline = Timeline.of("x", start(2026, 1, 1))
                .retract(TimeRange.between(start(2026, 2, 1), start(2026, 3, 1)), start(2026, 4, 1));
        Instant later = start(2026, 5, 1);
        assertThat(timeline.at(new AsOf(start(2026, 1, 15), later))).contains("x");
        assertThat(timeline.at(new AsOf(start(2026, 2, 15), later))).isEmpty();
        assertThat(timeline.at(new AsOf(start(2026, 3, 15), later))).contains("x");
    }

    @Test
    void recordedBeforeTheLastRecording_isRefused() {
        Timeline<String> timeline = Timeline.of("x", start(2026, 2, 1));
        assertThatThrownBy(() -> timeline.record("y", TimeRange.always(), start(2026, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recordedAt (2026-01-01T00:00:00Z) must not be before the last recording"
                        + " (2026-02-01T00:00:00Z).\nMaybe sort the statements by the time they were recorded.");
    }

    @Test
    void range_needsAnEndAfterItsStart() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        assertThatThrownBy(() -> TimeRange.between(noon, noon)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void date_meansTheStartOfTheNextDayInTheZone() {
        AsOf asOf = AsOf.endOf(LocalDate.of(2026, 6, 30), BERLIN);
        assertThat(asOf.validAt()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(asOf.date(BERLIN)).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    private static Instant start(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
