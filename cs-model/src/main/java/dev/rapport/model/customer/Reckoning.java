package dev.rapport.model.customer;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.money.RateTable;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * What amounts and deadlines are reckoned in; nothing here has a default.
 *
 * @param currency  the currency that a book reports in
 * @param rates  the exchange rates into it
 * @param deadlines  the calendars that business days are counted in, and how notice is
 */
public record Reckoning(CurrencyUnit currency, RateTable rates, DeadlineRules deadlines) {

    /**
     * One calendar, and notice counted as usual.
     *
     * @param currency  the currency that a book reports in
     * @param rates  the exchange rates into it
     * @param calendar  the calendar that business days are counted in
     */
    public Reckoning(CurrencyUnit currency, RateTable rates, BusinessCalendar calendar) {
        this(currency, rates, DeadlineRules.in(calendar));
    }

    /**
     * One currency, Monday to Friday.
     *
     * @param currency  the only currency that occurs
     * @return the reckoning; an amount in another currency cannot be converted
     */
    public static Reckoning in(CurrencyUnit currency) {
        return new Reckoning(currency, RateTable.empty(currency), BusinessCalendar.weekdays());
    }

    /**
     * The calendar that holds where a rule names none.
     *
     * @return the book's calendar
     */
    public BusinessCalendar calendar() {
        return deadlines.calendars().book();
    }

    /**
     * This reckoning with the exchange rates that were known on a day.
     *
     * @param date  the day
     * @return the reckoning, without later rates
     */
    public Reckoning withRatesUpTo(LocalDate date) {
        return new Reckoning(currency, rates.upTo(date), deadlines);
    }
}
