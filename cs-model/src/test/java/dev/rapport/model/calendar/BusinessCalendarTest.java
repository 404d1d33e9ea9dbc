package dev.rapport.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Set<DayOfWeek> SUNDAY = EnumSet.of(DayOfWeek.SUNDAY);

    @Test
    void bothCalendars_areWorked_onlyWhereBothAgree() {
        BusinessCalendar dubai = calendar(LocalDate.of(2026, 3, 3));
        BusinessCalendar paris =
                BusinessCalendar.of("paris", SUNDAY, Set.of(LocalDate.of(2026, 3, 4)), FROM, UNTIL.minusYears(1));

        BusinessCalendar both = dubai.and(paris);

        assertThat(both.id()).isEqualTo("dubai+paris");
        assertThat(both.weekend()).containsExactly(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(both.holidays()).containsExactly(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4));
        assertThat(both.knownUntil()).isEqualTo(UNTIL.minusYears(1));
        assertThatThrownBy(() -> both.isBusinessDay(UNTIL.minusYears(1))).hasMessageContaining("calendar dubai+paris");
        assertThat(both.minusBusinessDays(LocalDate.of(2026, 3, 5), 1)).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void calendars_withoutACommonWorkingDay_orACommonYear_areRefused() {
        BusinessCalendar weekends = BusinessCalendar.of(
                "weekends", EnumSet.complementOf(EnumSet.of(DayOfWeek.SATURDAY)), Set.of(), FROM, UNTIL);
        BusinessCalendar earlier = BusinessCalendar.of("earlier", WEEKEND, Set.of(), FROM.minusYears(1), FROM);

        assertThatThrownBy(() -> calendar().and(weekends))
                .hasMessage("weekend of calendar (dubai+weekends) must leave a day to work.");
        assertThatThrownBy(() -> calendar().and(earlier))
                .hasMessage("knownUntil (2026-01-01) of calendar dubai+earlier must be after knownFrom (2026-01-01).");
    }

    @Test
    void estimatingCalendar_countsWeekendsBeyond_andSaysThatItDoesNotKnow() {
        BusinessCalendar estimating = calendar(LocalDate.of(2027, 12, 30)).estimatingBeyond();

        assertThat(estimating.estimatesBeyond()).isTrue();
        assertThat(calendar().estimatesBeyond()).isFalse();
        assertThat(estimating.knows(UNTIL)).isFalse();
        assertThat(estimating.isBusinessDay(LocalDate.of(2028, 1, 6))).isTrue();
        assertThat(estimating.isBusinessDay(LocalDate.of(2028, 1, 7))).isFalse();
        assertThat(estimating.plusBusinessDays(LocalDate.of(2027, 12, 29), 2)).isEqualTo(LocalDate.of(2028, 1, 3));
    }

    @Test
    void oneCalendarThatRefuses_makesBothRefuse() {
        BusinessCalendar estimating = calendar().estimatingBeyond();
        BusinessCalendar refusing = BusinessCalendar.of("short", WEEKEND, Set.of(), FROM, UNTIL.minusYears(1));

        assertThat(estimating.and(refusing.estimatingBeyond()).isBusinessDay(UNTIL.plusDays(1)))
                .isTrue();
        assertThatThrownBy(() -> estimating.and(refusing).isBusinessDay(UNTIL.minusYears(1)))
                .hasMessageStartingWith("date (2027-01-01) must lie");
    }

    @Test
    void holidaysBetween_areThoseThatWouldBeWorked() {
        BusinessCalendar calendar =
                calendar(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 10));

        assertThat(calendar.holidaysBetween(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 10)))
                .containsExactly(LocalDate.of(2026, 3, 3));
        assertThat(calendar.holidaysBetween(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 10)))
                .isEmpty();
    }

    @Test
    void calendars_areValues() {
        assertThat(calendar(FROM)).isEqualTo(calendar(FROM)).hasSameHashCodeAs(calendar(FROM));
        assertThat(calendar(FROM))
                .isNotEqualTo(calendar())
                .isNotEqualTo(calendar(FROM).estimatingBeyond());
    }

    @Test
    void calendarsOfABook_haveDifferentIds() {
        BusinessCalendars calendars = BusinessCalendars.of(BusinessCalendar.weekdays(), calendar());

        assertThat(calendars.book()).isEqualTo(BusinessCalendar.weekdays());
        assertThat(calendars.find("dubai")).contains(calendar());
        assertThat(calendars.find("weekdays")).contains(BusinessCalendar.weekdays());
        assertThat(calendars.find("mars")).isEmpty();
        assertThat(calendars.others()).containsExactly(calendar());
        assertThatThrownBy(() -> calendars.with(List.of(calendar(FROM))))
                .hasMessage("calendars must have different ids, was twice dubai.");
    }

    /** Any weekend, any holidays, also many in a row: counting agrees with walking day by day, both ways. */
    @Property
    void counting_isWalkingDayByDay(
            @ForAll @Size(max = 6) Set<DayOfWeek> weekend,
            @ForAll @Size(max = 40) Set<@IntRange(min = -60, max = 60) Integer> holidays,
            @ForAll @IntRange(min = -80, max = 80) int day,
            @ForAll @IntRange(min = 0, max = 40) int days,
            @ForAll @IntRange(min = -60_000, max = 60_000) int era) {
        LocalDate middle = LocalDate.of(2000, 1, 1).plusDays(era);
        Set<LocalDate> dates = holidays.stream().map(i -> middle.plusDays(i)).collect(Collectors.toSet());
        BusinessCalendar calendar = BusinessCalendar.of("any", weekend, dates, LocalDate.MIN, LocalDate.MAX);
        LocalDate date = middle.plusDays(day);

        assertThat(calendar.minusBusinessDays(date, days)).isEqualTo(walked(date, days, -1, weekend, dates));
        assertThat(calendar.plusBusinessDays(date, days)).isEqualTo(walked(date, days, 1, weekend, dates));
        assertThat(calendar.isBusinessDay(date)).isEqualTo(isWorked(date, weekend, dates));
    }

    private static LocalDate walked(
            LocalDate date, int days, int direction, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {
        LocalDate day = date;
        for (int left = days; left > 0; ) {
            day = day.plusDays(direction);
            left -= isWorked(day, weekend, holidays) ? 1 : 0;
        }
        return day;
    }

    private static boolean isWorked(LocalDate day, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
