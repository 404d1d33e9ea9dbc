package dev.rapport.model.calendar.jollyday;

import dev.rapport.model.calendar.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Calendars of countries and regions by their codes of ISO 3166, such as {@code FR} or {@code DE-BW}: public holidays from
 * Jollyday, weekends on Saturday and Sunday.
 *
 * <p>Jollyday does not say how far its data reaches. Where lunar holidays were typed in by hand they vanish behind the last
 * one typed, where laws have changed it may not know. A calendar is therefore known only for the years in which each of its
 * days agrees with another source: Jollyday 2.19.0 was compared with python-holidays 0.105 over 2015 to 2030. Others, among
 * them those of Japan, India, Korea and China, are refused; that of Singapore is known until 2024.
 *
 * <pre>{@code
 * BusinessCalendars calendars = BusinessCalendars.of(CountryCalendars.of("DE-BW"), CountryCalendars.of("FR"));
 * }</pre>
 */
public final class CountryCalendars {

    private static final Map<String, Years> KNOWN = known();

    private CountryCalendars() {}

    /**
     * Years in which a calendar agrees with the other source.
     *
     * @param first  the first one
     * @param last  the last one
     */
    private record Years(int first, int last) {}

    private static Map<String, Years> known() {
        Map<String, Years> known = new TreeMap<>();
        for (String code : List.of(
                "AT", "BE", "CH-BE", "CH-GE", "CH-ZH", "CZ", "DE", "DE-BB", "DE-BE", "DE-BW", "DE-BY", "DE-HB", "DE-HE",
                "DE-HH", "DE-MV", "DE-NI", "DE-NW", "DE-RP", "DE-SH", "DE-SL", "DE-SN", "DE-ST", "DE-TH", "DK", "EE",
                "ES", "FI", "FR", "GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS", "HR", "IT", "LU", "MT", "NO", "PT", "RO",
                "SI")) {
            known.put(code, new Years(2015, 2030));
        }
        known.put("ES-CT", new Years(2017, 2030));
        known.put("PL", new Years(2019, 2030));
        for (String code : List.of("AU-ACT", "AU-SA", "AU-VIC", "IE")) {
            known.put(code, new Years(2023, 2030));
        }
        known.put("NZ", new Years(2024, 2030));
        known.put("AU-WA", new Years(2025, 2030));
        known.put("SG", new Years(2015, 2024));
        return known;
    }

    /**
     * The codes of the calendars that are known.
     *
     * @return the codes in their order
     */
    public static SortedSet<String> codes() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(KNOWN.keySet()));
    }

    /**
     * The calendar of a country or region.
     *
     * @param code  one of {@link #codes()}
     * @return the calendar, with the code as its id; it refuses years that are not known
     * @throws IllegalArgumentException if it is not known for any year
     * @throws IllegalStateException if Jollyday is not there
     */
    public static BusinessCalendar of(String code) {
        Years years = KNOWN.get(code);
        if (years == null) {
            throw new IllegalArgumentException("country (" + code + ") must be one whose holidays agree with a second"
                    + " source: " + String.join(", ", KNOWN.keySet())
                    + ".\nMaybe list its holidays yourself, with BusinessCalendar.of.");
        }
        return unchecked(code, years.first, years.last);
    }

    /**
     * Several calendars.
     *
     * @param codes  some of {@link #codes()}
     * @return the calendars in the order given
     * @throws IllegalArgumentException if one is not known for any year
     * @throws IllegalStateException if Jollyday is not there
     */
    public static List<BusinessCalendar> all(Collection<String> codes) {
        return codes.stream().map(CountryCalendars::of).toList();
    }

    /**
     * A calendar as Jollyday has it, on the host's own judgement: nobody has compared it.
     *
     * @param code  the code of the country, with a region or without
     * @param firstYear  the first year that the host relies on
     * @param lastYear  the last one
     * @return the calendar, with the code as its id; it refuses other years
     * @throws IllegalArgumentException if Jollyday has no such country, or the years are the wrong way round
     * @throws IllegalStateException if Jollyday is not there
     */
    public static BusinessCalendar unchecked(String code, int firstYear, int lastYear) {
        return BusinessCalendar.of(
                code,
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                holidays(code, firstYear, lastYear),
                LocalDate.of(firstYear, 1, 1),
                LocalDate.of(lastYear + 1, 1, 1));
    }

    private static Set<LocalDate> holidays(String code, int firstYear, int lastYear) {
        try {
            return PublicHolidays.of(code, firstYear, lastYear);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "calendars of countries need the library Jollyday, which is not there.\nMaybe add"
                            + " de.focus-shift:jollyday-jaxb to the dependencies, and, on the module path, requires"
                            + " de.focus_shift.jollyday.core.",
                    e);
        }
    }
}
