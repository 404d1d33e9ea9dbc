package dev.rapport.engagement.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.engagement.escalation.Deadline.Unit;
import dev.rapport.model.calendar.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    private static final BusinessCalendar WEEKDAYS = BusinessCalendar.weekdays();

    @ParameterizedTest
    @CsvSource({
        "8 working hours,  2026-06-29T09:00:00Z, 2026-06-29T17:00:00Z",
        "8 working hours,  2026-06-29T10:30:00Z, 2026-06-30T10:30:00Z",
        "8 working hours,  2026-06-26T16:59:00Z, 2026-06-29T16:59:00Z",
        "1 working hour,   2026-06-27T12:00:00Z, 2026-06-29T10:00:00Z",
        "1 working hour,   2026-06-29T03:00:00Z, 2026-06-29T10:00:00Z",
        "1 working hour,   2026-06-26T17:00:00Z, 2026-06-29T10:00:00Z",
        "16 working hours, 2026-06-29T00:00:00Z, 2026-06-30T17:00:00Z",
        "1 business day,   2026-06-26T08:00:00Z, 2026-06-29T17:00:00Z",
        "3 business days,  2026-06-27T23:59:00Z, 2026-07-01T17:00:00Z",
    })
    void deadline_countsWorkOnly(String deadline, Instant raised, Instant expected) {
        assertThat(Deadline.parse(deadline).from(raised, ZoneOffset.UTC, WEEKDAYS))
                .isEqualTo(expected);
    }

    @Test
    void work_startsInTheZone_alsoWhenClocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(Deadline.parse("9 working hours").from(Instant.parse("2026-03-27T08:00:00Z"), berlin, WEEKDAYS))
                .as("Friday 9 o'clock in winter to Monday 10 o'clock in summer")
                .isEqualTo("2026-03-30T08:00:00Z");
    }

    @Property(tries = 200)
    void workingHours_areThoseThatAWalkMinuteByMinuteCounts(
            @ForAll @IntRange(min = 1, max = 40) int hours, @ForAll @IntRange(max = 30 * 24 * 60) int minute) {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        LocalDate holiday = LocalDate.of(2026, 10, 26);
        BusinessCalendar calendar = BusinessCalendar.of(
                "test",
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Set.of(holiday),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2028, 1, 1));
        Instant raised = Instant.parse("2026-10-10T00:00:00Z").plusSeconds(60L * minute);

        Instant walked = raised;
        for (int left = 60 * hours; left > 0; walked = walked.plusSeconds(60)) {
            ZonedDateTime here = walked.atZone(zone);
            boolean works = calendar.isBusinessDay(here.toLocalDate())
                    && here.getHour() >= Deadline.WORK_STARTS
                    && here.getHour() < Deadline.WORK_ENDS;
            left -= works ? 1 : 0;
        }

        assertThat(new Deadline(hours, Unit.WORKING_HOURS).from(raised, zone, calendar))
                .isEqualTo(walked);
    }

    @Test
    void calendar_isAskedOnlyWhereItReaches() {
        BusinessCalendar ends = BusinessCalendar.of(
                "2026", EnumSet.of(DayOfWeek.SUNDAY), Set.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deadline.parse("3 business days")
                        .from(Instant.parse("2026-12-30T10:00:00Z"), ZoneOffset.UTC, ends))
                .withMessageContaining("calendar 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8",
                "8 hours",
                "0 working hours",
                "1.5 working hours",
                "1001 business days",
                "8 Working hours",
                "-1 business days",
                "8  working hours"
            })
    void otherText_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Deadline.parse(text));
    }

    @Test
    void text_isReadBack() {
        for (String text : List.of("1 working hour", "8 working hours", "1 business day", "30 business days")) {
            assertThat(Deadline.parse(text)).hasToString(text);
        }
    }
}
