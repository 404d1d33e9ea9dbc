package dev.rapport.model.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked. A calendar knows how far its holidays are listed: beyond, it refuses instead of guessing, or, if
 * it is {@link #estimatingBeyond()}, goes by weekends and says so by {@link #knows(LocalDate)}. An immutable value.
 */
public final class BusinessCalendar {

    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final String id;
    private final Set<DayOfWeek> weekend;
    private final Set<LocalDate> holidays;
    private final LocalDate knownFrom;
    private final LocalDate knownUntil;
    private final LocalDate reachesFrom;
    private final LocalDate reachesUntil;
    private final WorkedDays worked;

    private BusinessCalendar(
            String id,
            Set<DayOfWeek> weekend,
            Set<LocalDate> holidays,
            LocalDate knownFrom,
            LocalDate knownUntil,
            LocalDate reachesFrom,
            LocalDate reachesUntil) {
        this.id = requireNonNull(id, "id");
        this.weekend = Set.copyOf(weekend);
        this.holidays = Set.copyOf(holidays);
        this.knownFrom = knownFrom;
        this.knownUntil = knownUntil;
        this.reachesFrom = reachesFrom;
        this.reachesUntil = reachesUntil;
        this.worked = new WorkedDays(this.weekend, this.holidays);
    }

    /**
     * Monday to Friday without any holidays, known for all time.
     *
     * @return the calendar, with the id {@code weekdays}
     */
    public static BusinessCalendar weekdays() {
        return of("weekdays", SATURDAY_AND_SUNDAY, Set.of(), LocalDate.MIN, LocalDate.MAX);
    }

    /**
     * A calendar of listed holidays.
     *
     * @param id  its name in documents and messages
     * @param weekend  the days of the week that are not worked
     * @param holidays  the days that are not worked though no weekend
     * @param knownFrom  the first day of which the holidays are listed
     * @param knownUntil  the first day, from which on they are not
     * @return the calendar, which refuses days beyond
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
        return new BusinessCalendar(id, weekend, holidays, knownFrom, knownUntil, knownFrom, knownUntil);
    }

    /**
     * This calendar, which beyond the days it knows counts weekends, and what holidays are listed there, instead of
     * refusing. Who uses it says so wherever {@link #knows(LocalDate)} is false.
     *
     * @return the calendar
     */
    public BusinessCalendar estimatingBeyond() {
        return new BusinessCalendar(id, weekend, holidays, knownFrom, knownUntil, LocalDate.MIN, LocalDate.MAX);
    }

    /**
     * Both calendars at once: a day is worked only if both agree, and known only if both know it.
     *
     * @param other  the other one
     * @return the calendar, with both ids joined by {@code +}
     * @throws IllegalArgumentException if no day would be worked, or none is known to both
     */
    public BusinessCalendar and(BusinessCalendar other) {
        String both = id + "+" + other.id;
        Set<DayOfWeek> weekends = new HashSet<>(weekend);
        weekends.addAll(other.weekend);
        Set<LocalDate> all = new HashSet<>(holidays);
        all.addAll(other.holidays);
        BusinessCalendar known =
                of(both, weekends, all, later(knownFrom, other.knownFrom), earlier(knownUntil, other.knownUntil));
        LocalDate from = later(reachesFrom, other.reachesFrom);
        LocalDate until = earlier(reachesUntil, other.reachesUntil);
        all.removeIf(day -> day.isBefore(from) || !day.isBefore(until));
        return new BusinessCalendar(both, weekends, all, known.knownFrom, known.knownUntil, from, until);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
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
     * The holidays between two days that would otherwise be worked.
     *
     * @param from  the first day
     * @param before  the first day after
     * @return the days in their order
     */
    public List<LocalDate> holidaysBetween(LocalDate from, LocalDate before) {
        List<LocalDate> between = new ArrayList<>();
        worked.holidaysBetween(from.toEpochDay(), before.toEpochDay())
                .forEach(day -> between.add(LocalDate.ofEpochDay(day)));
        return between;
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
     * Says whether the calendar knows a day.
     *
     * @param date  the day
     * @return true if it is known whether the day is worked
     */
    public boolean knows(LocalDate date) {
        return !date.isBefore(knownFrom) && date.isBefore(knownUntil);
    }

    /**
     * Says whether the calendar goes by weekends where it does not know the holidays.
     *
     * @return true if it is {@link #estimatingBeyond()}; false if it refuses
     */
    public boolean estimatesBeyond() {
        return reachesFrom.equals(LocalDate.MIN) && reachesUntil.equals(LocalDate.MAX);
    }

    /**
     * Says whether a day is worked.
     *
     * @param date  the day
     * @return true if it is neither weekend nor holiday
     * @throws IllegalArgumentException if the calendar does not know the day, and does not estimate
     */
    public boolean isBusinessDay(LocalDate date) {
        requireReach(date);
        return worked.isWorked(date.toEpochDay());
    }

    private void requireReach(LocalDate date) {
        if (date.isBefore(reachesFrom) || !date.isBefore(reachesUntil)) {
            throw new IllegalArgumentException("date (" + date + ") must lie in what calendar " + id + " knows: from "
                    + knownFrom + " to before " + knownUntil + ".\nMaybe hand over a calendar with more years.");
        }
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
        requireDays(days);
        if (days == 0) {
            return date;
        }
        LocalDate found = LocalDate.ofEpochDay(worked.before(date.toEpochDay(), days));
        requireReach(date.minusDays(1));
        if (found.isBefore(reachesFrom)) {
            requireReach(reachesFrom.minusDays(1));
        }
        return found;
    }

    /**
     * Counts on business days.
     *
     * @param date  the day to count from, itself not counted
     * @param days  how many business days, at least 0
     * @return the business day that lies so many after; for 0 the date itself
     * @throws IllegalArgumentException if there are fewer than 0 days, or the calendar does not reach them
     */
    public LocalDate plusBusinessDays(LocalDate date, int days) {
        requireDays(days);
        if (days == 0) {
            return date;
        }
        LocalDate found = LocalDate.ofEpochDay(worked.after(date.toEpochDay(), days));
        requireReach(date.plusDays(1));
        if (!found.isBefore(reachesUntil)) {
            requireReach(reachesUntil);
        }
        return found;
    }

    private static void requireDays(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days (" + days + ") must be at least 0.");
        }
    }

    /**
     * The last day, not after a date, that is worked.
     *
     * @param date  the date
     * @return the date itself if it is worked, else the last business day before
     * @throws IllegalArgumentException if the calendar does not reach so far
     */
    public LocalDate businessDayOnOrBefore(LocalDate date) {
        return isBusinessDay(date) ? date : minusBusinessDays(date, 1);
    }

    /**
     * The first day, not before a date, that is worked.
     *
     * @param date  the date
     * @return the date itself if it is worked, else the next business day
     * @throws IllegalArgumentException if the calendar does not reach so far
     */
    public LocalDate businessDayOnOrAfter(LocalDate date) {
        return isBusinessDay(date) ? date : plusBusinessDays(date, 1);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof BusinessCalendar other
                && id.equals(other.id)
                && weekend.equals(other.weekend)
                && holidays.equals(other.holidays)
                && knownFrom.equals(other.knownFrom)
                && knownUntil.equals(other.knownUntil)
                && reachesFrom.equals(other.reachesFrom)
                && reachesUntil.equals(other.reachesUntil);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + holidays.hashCode();
    }

    @Override
    public String toString() {
        return "calendar " + id;
    }
}
