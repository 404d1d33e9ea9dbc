package dev.rapport.model.calendar.jollyday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The one class that knows Jollyday. */
final class PublicHolidays {

    private PublicHolidays() {}

    static Set<LocalDate> of(String code, int firstYear, int lastYear) {
        int dash = code.indexOf('-');
        String country = (dash < 0 ? code : code.substring(0, dash)).toLowerCase(Locale.ROOT);
        String[] regions = dash < 0
                ? new String[0]
                : new String[] {code.substring(dash + 1).toLowerCase(Locale.ROOT)};
        Set<LocalDate> holidays = new HashSet<>();
        HolidayManager manager = manager(code, country);
        for (int year = firstYear; year <= lastYear; year++) {
            for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, regions)) {
                holidays.add(holiday.getDate());
            }
        }
        return holidays;
    }

    private static HolidayManager manager(String code, String country) {
        try {
            return HolidayManager.getInstance(ManagerParameters.create(country));
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("country (" + code + ") must be one that Jollyday has.", e);
        }
    }
}
