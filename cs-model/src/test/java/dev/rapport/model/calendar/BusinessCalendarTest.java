package dev.rapport.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2028, 1, 1);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    private static BusinessCalendar calendar(LocalDate... holidays) {
        return BusinessCalendar.of("dubai", WEEKEND, Set.of(holidays), FROM, UNTIL);
    }

    @Test
    void weekendsAndHolidays_areNotWorked() {
        BusinessCalendar calendar = calendar(LocalDate.of(2026, 3, 3));

        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 3, 6))).isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 3, 7))).isFalse();
    }

    @Test
    void calendar_refusesDaysItDoesNotKnow() {
        assertThat(calendar().knows(FROM)).isTrue();
        assertThat(calendar().knows(UNTIL)).isFalse();
        assertThat(calendar().knows(FROM.minusDays(1))).isFalse();
        assertThatThrownBy(() -> calendar().isBusinessDay(UNTIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date (2028-01-01) must lie in what calendar dubai knows: from 2026-01-01 to before"
                        + " 2028-01-01.\nMaybe hand over a calendar with more years.");
        assertThatThrownBy(() -> calendar().minusBusinessDays(FROM.plusDays(3), 30))
                .hasMessageStartingWith("date (2025-12-31) must lie");
    }

    @Test
    void calendar_withoutAnyWorkingDay_isRefused() {
        assertThatThrownBy(() -> BusinessCalendar.of("never", EnumSet.allOf(DayOfWeek.class), Set.of(), FROM, UNTIL))
                .hasMessage("weekend of calendar (never) must leave a day to work.");
        assertThatThrownBy(() -> BusinessCalendar.of("empty", WEEKEND, Set.of(), FROM, FROM))
                .hasMessage("knownUntil (2026-01-01) of calendar empty must be after knownFrom (2026-01-01).");
    }

    @Test
    void countingBack_fewerThanNoDays_isRefused() {
        assertThatThrownBy(() -> BusinessCalendar.weekdays().minusBusinessDays(FROM, -1))
                .hasMessage("days (-1) must be at least 0.");
    }

    @Test
    void zeroBusinessDaysBefore_isTheDateItself_workedOrNot() {
        LocalDate sunday = LocalDate.of(2026, 3, 1);

        assertThat(BusinessCalendar.weekdays().minusBusinessDays(sunday, 0)).isEqualTo(sunday);
        assertThat(BusinessCalendar.weekdays().businessDayOnOrBefore(sunday)).isEqualTo(LocalDate.of(2026, 2, 27));
    }

    @Property
    void countingBack_leavesThatManyBusinessDaysBetween(
            @ForAll @IntRange(min = 60, max = 600) int day,
            @ForAll @IntRange(min = 1, max = 15) int days,
            @ForAll @Size(max = 8) Set<@IntRange(min = 0, max = 600) Integer> holidays) {
        BusinessCalendar calendar = calendar(
                holidays.stream().map(holiday -> FROM.plusDays(holiday)).toArray(LocalDate[]::new));
        LocalDate date = FROM.plusDays(day);

        LocalDate before = calendar.minusBusinessDays(date, days);

        assertThat(calendar.isBusinessDay(before)).isTrue();
        assertThat(before.datesUntil(date).filter(calendar::isBusinessDay).count())
                .isEqualTo(days);
    }

    @Property
    void businessDayOnOrBefore_isTheLastOne(@ForAll @IntRange(min = 10, max = 600) int day) {
        LocalDate date = FROM.plusDays(day);
        LocalDate found = calendar().businessDayOnOrBefore(date);

        assertThat(found).isBeforeOrEqualTo(date);
        assertThat(calendar().isBusinessDay(found)).isTrue();
        assertThat(found.plusDays(1).datesUntil(date.plusDays(1)).filter(calendar()::isBusinessDay))
                .isEmpty();
    }
}
