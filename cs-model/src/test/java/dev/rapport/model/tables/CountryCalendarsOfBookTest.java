package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.calendar.BusinessCalendars;
import dev.rapport.model.calendar.jollyday.CountryCalendars;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A manifest names countries, the host says where their calendars come from. */
class CountryCalendarsOfBookTest {

    private static final BookReader READER = BookReader.standard().countryCalendars(CountryCalendars::of);
    private static final LocalDate CORPUS_CHRISTI = LocalDate.of(2026, 6, 4);

    private static String problem(BookReader reader, String countries) {
        return new Folder()
                .manifest("\"countryCalendars\": " + countries)
                .check(reader)
                .problems()
                .render();
    }

    @Test
    void countryByItsCode_isACalendarThatRulesCanName() {
        Folder folder = new Folder()
                .manifest("\"countryCalendars\": [{\"country\": \"FR\"},"
                        + " {\"id\": \"munich\", \"country\": \"DE-BY\", \"beyond\": \"estimate\"}]");
        BusinessCalendars calendars =
                folder.check(READER).orThrow().reckoning().deadlines().calendars();

        BusinessCalendar munich = calendars.find("munich").orElseThrow();
        assertThat(munich.holidays())
                .contains(CORPUS_CHRISTI)
                .isEqualTo(CountryCalendars.of("DE-BY").holidays());
        assertThat(munich.estimatesBeyond()).isTrue();
        assertThat(calendars.find("FR")).contains(CountryCalendars.of("FR"));
    }

    @Test
    void refusedCountry_isAProblemThatNamesTheChoices() {
        assertThat(problem(READER, "[{\"country\": \"JP\"}]"))
                .startsWith(
                        "book.json:2:67 /countryCalendars/0: country (JP) must be one whose holidays agree with a second source:"
                                + " AT, AU-ACT,")
                .contains("SI")
                .contains("Maybe list its holidays yourself");
    }

    @Test
    void readerWithoutASource_saysSo() {
        assertThat(problem(BookReader.standard(), "[{\"country\": \"FR\"}]"))
                .startsWith(
                        "book.json:2:67 /countryCalendars/0: country (FR) must be one that the reader of the book has a calendar"
                                + " for, has none.")
                .contains("BookReader.countryCalendars");
    }

    @Test
    void twoCalendarsOfOneId_areAProblem() {
        assertThat(problem(READER, "[{\"country\": \"FR\"}, {\"country\": \"FR\"}]"))
                .contains("calendars must have different ids, was twice FR");
    }

    @Test
    void whatWasReadByItsCode_isWrittenInFull() {
        BookManifest manifest = new Folder()
                .manifest("\"countryCalendars\": [{\"country\": \"FR\"}]")
                .check(READER)
                .orThrow()
                .manifest();

        assertThat(ManifestDocument.KIND.toJson(manifest))
                .contains("\"2026-07-14\"")
                .doesNotContain("countryCalendars");
    }
}
