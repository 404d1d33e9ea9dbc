package dev.rapport.model.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.calendar.jollyday.CountryCalendars;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Our calendars keep the contract; broken ones do not. */
class CalendarContractsTest {

    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2025, 1, 1);

    private static class Contract extends BusinessCalendarContract {

        @Override
        protected BusinessCalendar calendar() {
            return CountryCalendars.of("DE-BW");
        }

        @Override
        protected LocalDate from() {
            return FROM;
        }

        @Override
        protected LocalDate until() {
            return UNTIL;
        }
    }

    @Nested
    class OfACountry extends Contract {}

    @Nested
    class OfWeekdays extends Contract {
        @Override
        protected BusinessCalendar calendar() {
            return BusinessCalendar.weekdays();
        }
    }

    @Nested
    class OfTwoCountries extends Contract {
        @Override
        protected BusinessCalendar calendar() {
            return CountryCalendars.of("DE-BW").and(CountryCalendars.of("SG"));
        }
    }

    @Nested
    class Estimating extends Contract {
        @Override
        protected BusinessCalendar calendar() {
            return CountryCalendars.of("SG").estimatingBeyond();
        }
    }

    private static BusinessCalendarContract contract(BusinessCalendar calendar, LocalDate until) {
        return new Contract() {
            @Override
            protected BusinessCalendar calendar() {
                return calendar;
            }

            @Override
            protected LocalDate until() {
                return until;
            }
        };
    }

    @Test
    void lunarHolidaysThatVanish_breakTheContract() {
        LocalDate later = LocalDate.of(2031, 1, 1);
        BusinessCalendar calendar = CountryCalendars.unchecked("SG", 2015, 2030);

        assertThatThrownBy(() -> contract(calendar, later).noYears_haveFarFewerHolidays_thanOthers())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("holidays of each year and the next two, at most 3");
    }

    @Test
    void aCalendarThatIsTooShort_breaksTheContract() {
        assertThatThrownBy(() -> contract(CountryCalendars.of("SG"), LocalDate.of(2026, 1, 1))
                        .calendar_knowsTheDaysThatAreReliedOn())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("calendar SG does not know");
    }

    @Test
    void aMonthWithoutWork_andHolidaysThatNobodySees_breakTheContract() {
        Set<LocalDate> summer = new HashSet<>();
        LocalDate.of(2022, 7, 1).datesUntil(LocalDate.of(2022, 8, 5)).forEach(summer::add);
        BusinessCalendar closed = BusinessCalendar.of("closed", EnumSet.of(DayOfWeek.SUNDAY), summer, FROM, UNTIL);
        BusinessCalendar unseen =
                BusinessCalendar.of("unseen", EnumSet.of(DayOfWeek.SUNDAY), Set.of(UNTIL), FROM, UNTIL);

        assertThatThrownBy(() -> contract(closed, UNTIL).noMonth_passesWithoutWork())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("days without work up to 2022-08-01");
        assertThatThrownBy(() -> contract(unseen, UNTIL).holidays_lieInTheDaysThatAreKnown())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("calendar unseen lists and does not know");
    }
}
