package dev.rapport.engagement.milestone;

import dev.rapport.engagement.milestone.MonthRule.LeapDay;
import dev.rapport.engagement.milestone.MonthRule.MonthEnd;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The day of a step as a finger on a paper calendar finds it: one day or month at a time. */
final class NaiveTiming {

    private final Set<LocalDate> holidays;

    NaiveTiming(Set<LocalDate> holidays) {
        this.holidays = holidays;
    }

    boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    LocalDate day(Timing timing, Step step, LocalDate anchor) {
        LocalDate day = anchor;
        for (Step next :
                Stream.concat(timing.dispatch().stream(), Stream.of(step)).toList()) {
            day = walk(next.toString(), day, timing.months());
        }
        int direction = timing.offDays() == Timing.OffDays.BEFORE ? -1 : 1;
        while (timing.offDays() != Timing.OffDays.KEEP && !isWorked(day)) {
            day = day.plusDays(direction);
        }
        return day;
    }

    private LocalDate walk(String step, LocalDate from, MonthRule months) {
        List<String> words = List.of(step.split(" ", -1));
        if (words.get(0).equals("on")) {
            return from;
        }
        int amount = Integer.parseInt(words.get(0));
        int direction = words.get(words.size() - 1).equals("before") ? -1 : 1;
        if (words.get(1).startsWith("month")) {
            return month(from, direction * amount, months);
        }
        boolean inBusinessDays = words.get(1).equals("business");
        int left = words.get(1).startsWith("week") ? 7 * amount : amount;
        LocalDate day = from;
        while (left > 0) {
            day = day.plusDays(direction);
            left -= !inBusinessDays || isWorked(day) ? 1 : 0;
        }
        return day;
    }

    private static LocalDate month(LocalDate from, int amount, MonthRule rule) {
        YearMonth month = YearMonth.from(from);
        for (int i = 0; i < Math.abs(amount); i++) {
            month = amount > 0 ? month.plusMonths(1) : month.minusMonths(1);
        }
        LocalDate last = month.atDay(1);
        while (YearMonth.from(last.plusDays(1)).equals(month)) {
            last = last.plusDays(1);
        }
        if (from.getMonthValue() == 2 && from.getDayOfMonth() == 29 && last.getDayOfMonth() == 28) {
            return rule.leapDay() == LeapDay.MARCH_1 ? last.plusDays(1) : last;
        }
        boolean isLast = from.plusDays(1).getDayOfMonth() == 1;
        if (from.getDayOfMonth() > last.getDayOfMonth()) {
            return rule.monthEnd() == MonthEnd.NEXT_DAY ? last.plusDays(1) : last;
        }
        return isLast && rule.monthEnd() == MonthEnd.LAST_DAY ? last : month.atDay(from.getDayOfMonth());
    }
}
