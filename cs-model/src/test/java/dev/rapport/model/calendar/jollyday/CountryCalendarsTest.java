package dev.rapport.model.calendar.jollyday;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.calendar.BusinessCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every known day against python-holidays, whose business days stand in the resource as numbers; see business_days.py. */
class CountryCalendarsTest {

    private static final Map<String, Map<Integer, String>> REFERENCE = reference();

    private static Map<String, Map<Integer, String>> reference() {
        try (InputStream in = requireNonNull(CountryCalendarsTest.class.getResourceAsStream("python-holidays.txt"))) {
            Map<String, Map<Integer, String>> years = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .forEach(words -> years.computeIfAbsent(words[0], absent -> new TreeMap<>())
                            .put(Integer.parseInt(words[1]), words[2] + " " + words[3]));
            return years;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> codes() {
        return CountryCalendars.codes().stream();
    }

    /** As business_days.py writes it: how many days are worked, and the CRC-32 of a character for each day. */
    private static String days(BusinessCalendar calendar, int year) {
        StringBuilder days = new StringBuilder();
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .forEach(day -> days.append(calendar.isBusinessDay(day) ? '1' : '0'));
        CRC32 sum = new CRC32();
        sum.update(days.toString().getBytes(StandardCharsets.US_ASCII));
        return days.chars().filter(c -> c == '1').count() + " " + String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private static List<Integer> agreeing(String code, BusinessCalendar calendar, int first, int last) {
        List<Integer> years = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            if (days(calendar, year).equals(requireNonNull(REFERENCE.get(code)).get(year))) {
                years.add(year);
            }
        }
        return years;
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyKnownDay_agreesWithTheSecondSource(String code) {
        BusinessCalendar calendar = CountryCalendars.of(code);
        int first = calendar.knownFrom().getYear();
        int last = calendar.knownUntil().getYear() - 1;

        assertThat(calendar.id()).isEqualTo(code);
        assertThat(last).isGreaterThan(first);
        assertThat(agreeing(code, calendar, first, last)).hasSize(last - first + 1);
    }

    /** A newer Jollyday may have mended it; then it may be known for longer. */
    @Test
    void singapore_hasNoLunarHolidaysFrom2025On_andRefusesThoseYears() {
        assertThat(agreeing("SG", CountryCalendars.unchecked("SG", 2025, 2030), 2025, 2030))
                .isEmpty();
        assertThatThrownBy(() -> CountryCalendars.of("SG").isBusinessDay(LocalDate.of(2025, 1, 29)))
                .hasMessageStartingWith(
                        "date (2025-01-29) must lie in what calendar SG knows: from 2015-01-01 to before 2025-01-01.");
        assertThat(CountryCalendars.of("SG").estimatingBeyond().knows(LocalDate.of(2025, 1, 29)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JP", "IN", "KR", "CN", "US", "XX", "de"})
    void calendars_thatDisagree_areRefused(String code) {
        assertThatThrownBy(() -> CountryCalendars.of(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "country (" + code + ") must be one whose holidays agree with a second source: AT, ")
                .hasMessageEndingWith(".\nMaybe list its holidays yourself, with BusinessCalendar.of.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JP", "IN", "US"})
    void whatIsRefused_isRefusedForAReason(String code) {
        assertThat(agreeing(code, CountryCalendars.unchecked(code, 2015, 2030), 2015, 2030))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KR", "CN", "XX"})
    void countriesThatTheLibraryHasNot_areSaid(String code) {
        assertThatThrownBy(() -> CountryCalendars.unchecked(code, 2026, 2026))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("country (" + code + ") must be one that Jollyday has.");
    }

    @Test
    void severalCalendars_areCombined() {
        List<BusinessCalendar> calendars = CountryCalendars.all(List.of("DE-BW", "FR"));
        BusinessCalendar both = calendars.get(0).and(calendars.get(1));

        assertThat(both.isBusinessDay(LocalDate.of(2026, 7, 14))).isFalse();
        assertThat(both.isBusinessDay(LocalDate.of(2026, 1, 6))).isFalse();
        assertThat(both.isBusinessDay(LocalDate.of(2026, 7, 15))).isTrue();
    }

    @Test
    void withoutTheLibrary_oneClearErrorSaysWhatIsMissing() throws Exception {
        URL[] own = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .filter(entry -> !entry.contains("jollyday"))
                .map(CountryCalendarsTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(own, ClassLoader.getPlatformClassLoader())) {
            Class<?> calendars = without.loadClass(CountryCalendars.class.getName());
            assertThatThrownBy(() -> calendars.getMethod("of", String.class).invoke(null, "DE"))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessage("calendars of countries need the library Jollyday, which is not there.\nMaybe add"
                            + " de.focus-shift:jollyday-jaxb to the dependencies, and, on the module path, requires"
                            + " de.focus_shift.jollyday.core.");
        }
    }

    private static URL url(String entry) {
        try {
            return new java.io.File(entry).toURI().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
