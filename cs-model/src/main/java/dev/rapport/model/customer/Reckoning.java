package dev.rapport.model.customer;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.money.RateTable;
import org.joda.money.CurrencyUnit;

/**
 * What amounts and deadlines are reckoned in; nothing here has a default.
 *
 * @param currency  the currency that a book reports in
 * @param rates  the exchange rates into it
 * @param calendar  the calendar that business days are counted in
 */
public record Reckoning(CurrencyUnit currency, RateTable rates, BusinessCalendar calendar) {

    /**
     * One currency, Monday to Friday.
     *
     * @param currency  the only currency that occurs
     * @return the reckoning; an amount in another currency cannot be converted
     */
    public static Reckoning in(CurrencyUnit currency) {
        return new Reckoning(currency, RateTable.empty(currency), BusinessCalendar.weekdays());
    }
}
