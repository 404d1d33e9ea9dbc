package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.calendar.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** The public holidays that all German states share. */
final class GermanHolidays {

    private static final int FIRST_YEAR = 2021;
    private static final int LAST_YEAR = 2031;

    private GermanHolidays() {}

    static BusinessCalendar calendar() {
        Set<LocalDate> holidays = new TreeSet<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            holidays.addAll(of(year));
        }
        return BusinessCalendar.of(
                "germany",
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                holidays,
                LocalDate.of(FIRST_YEAR, 1, 1),
                LocalDate.of(LAST_YEAR + 1, 1, 1));
    }

    static Set<LocalDate> of(int year) {
        LocalDate easter = easter(year);
        return Set.of(
                LocalDate.of(year, 1, 1),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, 5, 1),
                easter.plusDays(39),
                easter.plusDays(50),
                LocalDate.of(year, 10, 3),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26));
    }

    /** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 2nd edition, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
