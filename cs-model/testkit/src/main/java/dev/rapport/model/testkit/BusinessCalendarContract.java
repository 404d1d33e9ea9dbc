package dev.rapport.model.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What a calendar must keep to be counted in. Extend it in a test of the host's own calendar, whether its holidays are
 * typed in, read from a table or come from a library: most mistakes are in the list, not in the counting.
 */
public abstract class BusinessCalendarContract {

    private static final int LONGEST_BREAK = 31;
    private static final int DAYS_COUNTED = 20;
    private static final int DAYS_BEYOND = 400;
    private static final int YEARS = 3;

    /** Holidays on weekends may be left out of a list, so that years differ. */
    private static final double FEWEST = 0.75;

    /** For those who extend it. */
    protected BusinessCalendarContract() {}

    /**
     * The calendar under test.
     *
     * @return the calendar
     */
    protected abstract BusinessCalendar calendar();

    /**
     * The first day that the host relies on.
     *
     * @return a day that the calendar must know
     */
    protected abstract LocalDate from();

    /**
     * The first day that the host does not rely on any more.
     *
     * @return a day, at least a year after the first
     */
    protected abstract LocalDate until();

    private List<LocalDate> days() {
        return from().datesUntil(until()).toList();
    }

    /** A calendar that ends before the host's contracts do would refuse, or estimate, what the host relies on. */
    @Test
    public final void calendar_knowsTheDaysThatAreReliedOn() {
        BusinessCalendar calendar = calendar();
        assertThat(days())
                .as("days that calendar " + calendar.id() + " does not know")
                .allMatch(calendar::knows);
    }

    /** Holidays outside the days that are known are holidays that nobody sees: the list or its range is wrong. */
    @Test
    public final void holidays_lieInTheDaysThatAreKnown() {
        BusinessCalendar calendar = calendar();
        assertThat(calendar.holidays())
                .as("holidays that calendar " + calendar.id() + " lists and does not know")
                .allMatch(day -> calendar.knows(day) || calendar.estimatesBeyond());
    }

    /**
     * Lunar holidays are often typed in by hand for some years, and vanish after. Years that are relied on, three in a row,
     * and have far fewer holidays than others are not known, however the list was made.
     */
    @Test
    public final void noYears_haveFarFewerHolidays_thanOthers() {
        Map<Integer, Integer> threeYears = new TreeMap<>();
        for (int year = from().getYear(); !LocalDate.of(year + YEARS, 1, 1).isAfter(until()); year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            if (!first.isBefore(from())) {
                threeYears.put(year, holidaysBetween(first, first.plusYears(YEARS)));
            }
        }
        int most =
                threeYears.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        assertThat(threeYears)
                .as("holidays of each year and the next two, at most " + most)
                .allSatisfy((year, count) -> assertThat(count).isGreaterThanOrEqualTo((int) (FEWEST * most)));
    }

    private int holidaysBetween(LocalDate from, LocalDate before) {
        return (int) calendar().holidays().stream()
                .filter(day -> !day.isBefore(from) && day.isBefore(before))
                .count();
    }

    /** A month without work is a mistake in the list, and would move every deadline behind it. */
    @Test
    public final void noMonth_passesWithoutWork() {
        int idle = 0;
        for (LocalDate day : days()) {
            idle = calendar().isBusinessDay(day) ? 0 : idle + 1;
            assertThat(idle).as("days without work up to " + day).isLessThanOrEqualTo(LONGEST_BREAK);
        }
    }

    /** Counting is what a finger on a paper calendar does. */
    @Test
    public final void counting_isWalking() {
        BusinessCalendar calendar = calendar();
        List<LocalDate> worked = days().stream().filter(calendar::isBusinessDay).toList();
        for (int i = DAYS_COUNTED; i < worked.size(); i++) {
            for (int days = 1; days <= DAYS_COUNTED; days += DAYS_COUNTED / 4) {
                assertThat(calendar.minusBusinessDays(worked.get(i), days)).isEqualTo(worked.get(i - days));
                assertThat(calendar.plusBusinessDays(worked.get(i - days), days))
                        .isEqualTo(worked.get(i));
            }
        }
    }

    /** Beyond what it knows a calendar refuses or, if it estimates, goes by weekends. It never is silent. */
    @Test
    public final void beyond_itRefuses_orGoesByWeekends() {
        BusinessCalendar calendar = calendar();
        if (calendar.knownUntil().equals(LocalDate.MAX)) {
            return;
        }
        LocalDate first = calendar.knownUntil();
        for (LocalDate day : first.datesUntil(first.plusDays(DAYS_BEYOND)).toList()) {
            assertThat(calendar.knows(day)).isFalse();
            if (calendar.estimatesBeyond()) {
                assertThat(calendar.isBusinessDay(day))
                        .isEqualTo(!calendar.weekend().contains(day.getDayOfWeek())
                                && !calendar.holidays().contains(day));
            } else {
                assertThatThrownBy(() -> calendar.isBusinessDay(day)).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(calendar.estimatingBeyond().knows(first)).isFalse();
    }

    /** Asked twice, the host's calendar is the same: it does not depend on when it is asked. */
    @Test
    public final void askingAgain_givesTheSame() {
        assertThat(calendar()).isEqualTo(calendar());
    }
}
