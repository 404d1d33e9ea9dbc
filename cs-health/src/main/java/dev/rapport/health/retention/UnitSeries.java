package dev.rapport.health.retention;

import java.time.LocalDate;
import java.util.Arrays;

/** What one unit pays at each date. Filled while a history is read, not changed afterwards. */
final class UnitSeries {

    private final RevenueUnit unit;
    private final Amounts[] own;
    private final Amounts[] next;
    private Amounts openingAtEnd;
    private LocalDate firstDay;

    UnitSeries(RevenueUnit unit, int dates, Amounts none) {
        this.unit = unit;
        this.own = new Amounts[dates];
        this.next = new Amounts[dates];
        Arrays.fill(own, none);
        Arrays.fill(next, none);
        this.openingAtEnd = none;
        this.firstDay = LocalDate.MAX;
    }

    RevenueUnit unit() {
        return unit;
    }

    /** At the rates of its own date. */
    Amounts at(int date) {
        return own[date];
    }

    /** What it paid at a date, at the rates of the next one. */
    Amounts atRatesOfNext(int date) {
        return next[date];
    }

    /** What it paid at the first date, at the rates of the last one. */
    Amounts openingAtEnd() {
        return openingAtEnd;
    }

    /** Since when it is paid for, as far as any of the cuts sees; the last day there is if it never is. */
    LocalDate firstDay() {
        return firstDay;
    }

    boolean isPaidBefore(LocalDate day) {
        return !firstDay.isAfter(day);
    }

    void paidSince(LocalDate day) {
        firstDay = day.isBefore(firstDay) ? day : firstDay;
    }

    /** Keeps one object for amounts that stay the same from date to date: most do. */
    void set(int date, Amounts atOwn, Amounts atNext) {
        own[date] = date > 0 && atOwn.isSame(own[date - 1]) ? own[date - 1] : atOwn;
        next[date] = atNext.isSame(own[date]) ? own[date] : atNext;
    }

    void setOpeningAtEnd(Amounts amounts) {
        openingAtEnd = amounts.isSame(own[0]) ? own[0] : amounts;
    }
}
