package dev.rapport.model.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are worked. A calendar knows how far it reaches: beyond, it refuses instead of guessing. Immutable.
 */
public final class BusinessCalendar {

    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final String id;
    private final Set<DayOfWeek> weekend;
    private final Set<LocalDate> holidays;
    private final LocalDate knownFrom;
    private final LocalDate knownUntil;

    private BusinessCalendar(
            String id, Set<DayOfWeek> weekend, Set<LocalDate> holidays, LocalDate knownFrom, LocalDate knownUntil) {
        this.id = id;
        this.weekend = weekend;
        this.holidays = holidays;
        this.knownFrom = knownFrom;
        this.knownUntil = knownUntil;
    }

    /**
     * Monday to Friday without any holidays, known for all time.
     *
     * @return the calendar, with the id {@code weekdays}
     */
    public static BusinessCalendar weekdays() {
        return new BusinessCalendar("weekdays", SATURDAY_AND_SUNDAY, Set.of(), LocalDate.MIN, LocalDate.MAX);
    }

    /**
     * A calendar of listed holidays.
     *
     * @param id  its name in documents and messages
     * @param weekend  the days of the week that are not worked
     * @param holidays  the days that are not worked though no weekend
     * @param knownFrom  the first day of which the holidays are listed
     * @param knownUntil  the first day, from which on they are not
     * @return the calendar
     */
    public static BusinessCalendar of(
            String id, Set<DayOfWeek> weekend, Set<LocalDate> holidays, LocalDate knownFrom, LocalDate knownUntil) {
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("weekend of calendar (" + id + ") must leave a day to work.");
        }
        if (!knownFrom.isBefore(knownUntil)) {
            throw new IllegalArgumentException("knownUntil (" + knownUntil + ") of calendar " + id
                    + " must be after knownFrom (" + knownFrom + ").");
        }
        return new BusinessCalendar(
                requireNonNull(id, "id"), Set.copyOf(weekend), Set.copyOf(holidays), knownFrom, knownUntil);
    }

    /**
     * The calendar's name.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The days of the week that are not worked.
     *
     * @return the days, in the order of the week
     */
    public Set<DayOfWeek> weekend() {
        return Collections.unmodifiableSet(new TreeSet<>(weekend));
    }

    /**
     * The days that are not worked though no weekend.
     *
     * @return the days in their order
     */
    public Set<LocalDate> holidays() {
        return Collections.unmodifiableSet(new TreeSet<>(holidays));
    }

    /**
     * The first day of which the holidays are listed.
     *
     * @return the day, or {@link LocalDate#MIN} if the calendar is known for all time
     */
    public LocalDate knownFrom() {
        return knownFrom;
    }

    /**
     * The first day from which on the holidays are not listed.
     *
     * @return the day, or {@link LocalDate#MAX} if the calendar is known for all time
     */
    public LocalDate knownUntil() {
        return knownUntil;
    }

    /**
     * Says whether the calendar reaches a day.
     *
     * @param date  the day
     * @return true if it is known whether the day is worked
     */
    public boolean knows(LocalDate date) {
        return !date.isBefore(knownFrom) && date.isBefore(knownUntil);
    }

    /**
     * Says whether a day is worked.
     *
     * @param date  the day
     * @return true if it is neither weekend nor holiday
     * @throws IllegalArgumentException if the calendar does not reach the day
     */
    public boolean isBusinessDay(LocalDate date) {
        if (!knows(date)) {
            throw new IllegalArgumentException("date (" + date + ") must lie in what calendar " + id + " knows: from "
                    + knownFrom + " to before " + knownUntil + ".\nMaybe hand over a calendar with more years.");
        }
        return !weekend.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /**
     * Counts back business days.
     *
     * @param date  the day to count from, itself not counted
     * @param days  how many business days, at least 0
     * @return the business day that lies so many before; for 0 the date itself
     * @throws IllegalArgumentException if there are fewer than 0 days, or the calendar does not reach them
     */
    public LocalDate minusBusinessDays(LocalDate date, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days (" + days + ") must be at least 0.");
        }
        LocalDate day = date;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * The last day, not after a date, that is worked.
     *
     * @param date  the date
     * @return the date itself if it is worked, else the last business day before
     */
    public LocalDate businessDayOnOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
