package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.book.Book;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.organisation.TimeSheet;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of time entries: hours for customers are facts of theirs, those for nobody a time sheet. */
class TimeEntriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static Folder folder() {
        return new Folder()
                .file(
                        "time-entries.csv",
                        "customer,at,recorded-at,member,kind,hours",
                        "acme,2026-06-02,,anna,call,1.5",
                        ",2026-06-03,,anna,meeting,2",
                        ",2026-06-04,2026-06-20,ben,training,8");
    }

    private static List<TimeEntry> internal(Folder folder, LocalDate date) {
        BookReading book = folder.read();
        return book.timeSheet()
                .orElseThrow()
                .asOf(AsOf.endOf(date, book.manifest().zone()), book.manifest().zone());
    }

    private static TimeEntry meeting() {
        return TimeEntry.internal("anna", "meeting", BigDecimal.valueOf(2), LocalDate.of(2026, 6, 3));
    }

    private static TimeEntry training() {
        return TimeEntry.internal("ben", "training", BigDecimal.valueOf(8), LocalDate.of(2026, 6, 4));
    }

    @Test
    void hoursForACustomer_areTheCustomers() {
        Book book = folder().read().facts(List.of()).asOf(TODAY);

        assertThat(TimeEntry.of(book.find("acme").orElseThrow()))
                .containsExactly(TimeEntry.of("anna", "acme", "call", new BigDecimal("1.5"), LocalDate.of(2026, 6, 2)));
    }

    @Test
    void hoursForNobody_areATimeSheet_cutLikeAllFacts() {
        assertThat(internal(folder(), TODAY)).containsExactly(meeting(), training());
        assertThat(internal(folder(), LocalDate.of(2026, 6, 19)))
                .as("not yet recorded")
                .containsExactly(meeting());
        assertThat(internal(folder(), LocalDate.of(2026, 6, 2)))
                .as("not yet worked")
                .isEmpty();
    }

    @Test
    void orderOfRows_doesNotMatter() {
        Folder turned = new Folder()
                .file(
                        "time-entries.csv",
                        "member,hours,kind,recorded-at,at,customer",
                        "ben,8,training,2026-06-20,2026-06-04,",
                        "anna,2,meeting,,2026-06-03,",
                        "anna,1.5,call,,2026-06-02,acme");

        assertThat(internal(turned, TODAY)).isEqualTo(internal(folder(), TODAY));
    }

    @Test
    void columnOfCustomers_mayBeMissing() {
        Folder folder = new Folder().file("time-entries.csv", "at,member,kind,hours", "2026-06-03,anna,meeting,2");

        assertThat(internal(folder, TODAY)).containsExactly(meeting());
    }

    @Test
    void withoutRows_nobodyWorked_withoutATable_nothingIsKnown() {
        assertThat(new Folder()
                        .file("time-entries.csv", "customer,at,member,kind,hours")
                        .read()
                        .timeSheet())
                .contains(TimeSheet.empty());
        assertThat(new Folder().read().timeSheet()).isEmpty();
    }

    @Test
    void whatIsWritten_isReadTheSame() throws IOException {
        BookReading book = folder().read();
        for (FileKind kind : FileKind.values()) {
            Map<String, String> texts = new TreeMap<>();
            BookWriter.to(name -> new StringWriter() {
                        @Override
                        public void close() {
                            texts.put(name, toString());
                        }
                    })
                    .as(kind)
                    .with(book.timeSheet().orElseThrow())
                    .write(book.manifest(), book.reckoning().rates(), book.customers());

            BookReading again = BookReader.standard().read(BookTables.of(texts)).orThrow();

            assertThat(again.timeSheet().orElseThrow().lines())
                    .isEqualTo(book.timeSheet().orElseThrow().lines());
            assertThat(Folder.told(again)).isEqualTo(Folder.told(book));
        }
    }

    @Test
    void wrongRows_areRejected() {
        Folder folder = new Folder()
                .file(
                        "time-entries.csv",
                        "customer,at,member,kind,hours",
                        ",2026-06-03,anna,meeting,0",
                        "acme,2026-06-03,anna,call,-1",
                        "ghost,2026-06-03,anna,call,1",
                        ",2026-06-03,,call,1",
                        ",,anna,call,1");

        assertThat(folder.read().quarantine().rejections().stream()
                        .map(rejection -> rejection.line() + " " + rejection.code()))
                .containsExactlyInAnyOrder(
                        "2 not-above-zero",
                        "3 not-above-zero",
                        "4 unknown-customer",
                        "5 missing-value",
                        "6 missing-value");
        assertThat(folder.read().timeSheet()).contains(TimeSheet.empty());
    }

    @Test
    void elsewhere_anEmptyCustomer_isMissing() {
        Folder folder = new Folder().file("touchpoints.csv", "customer,at,kind", ",2026-06-03,call");

        assertThat(folder.read().quarantine().rejections())
                .singleElement()
                .matches(rejection -> rejection.code().equals("missing-value"));
    }
}
