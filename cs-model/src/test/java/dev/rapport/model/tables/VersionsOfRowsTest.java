package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several rows of one record a cut sees. */
class VersionsOfRowsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static AsOf asOf(String valid, String known) {
        Instant knownAt = AsOf.endOf(LocalDate.parse(known), ZONE).knownAt();
        return AsOf.endOf(LocalDate.parse(valid), ZONE).knownAt(knownAt);
    }

    private static List<Double> seats(Folder folder, String valid, String known) {
        return folder.read().facts(List.of()).asOf(asOf(valid, known)).find("acme").orElseThrow().series(Contract.SERIES).stream()
                .map(contract -> contract.seats().orElse(-1))
                .toList();
    }

    @Test
    void correctionOfThePast_leavesWhatIsTrueSince() {
        Folder folder = new Folder()
                .file(
                        "contracts.csv",
                        "customer,id,at,recorded-at,start,seats",
                        "acme,k,2025-01-01,,2025-01-01,10",
                        "acme,k,2025-06-01,,2025-01-01,20",
                        "acme,k,2025-01-01,2025-09-01,2025-01-01,11");

        assertThat(seats(folder, "2025-03-01", "2025-08-31")).containsExactly(10.0);
        assertThat(seats(folder, "2025-03-01", "2025-09-01")).containsExactly(11.0);
        assertThat(seats(folder, "2025-09-01", "2025-09-01")).containsExactly(20.0);
    }

    @Test
    void rowWithoutATime_thatPutsTheStartBack_isTheLaterVersionStill() {
        Folder folder = new Folder()
                .file(
                        "contracts.csv",
                        "customer,id,recorded-at,start,seats",
                        "acme,k,2025-02-01,2025-02-01,10",
                        "acme,k,2025-03-01,2025-01-01,11",
                        "acme,k,2025-04-01,2025-01-15,12");

        assertThat(seats(folder, "2025-02-28", "2025-02-28")).containsExactly(10.0);
        assertThat(seats(folder, "2025-03-01", "2025-03-01")).containsExactly(11.0);
        assertThat(seats(folder, "2025-04-01", "2025-04-01")).containsExactly(12.0);
    }

    @Test
    void lineWithoutTimes_isKnownWithItsContract_asThatWasFirstRecorded() {
        Folder folder = new Folder()
                .file(
                        "contracts.csv",
                        "customer,id,at,recorded-at,start",
                        "acme,k,2025-02-01,2025-03-01,2025-02-01",
                        "acme,k,2025-01-01,2025-05-01,2025-01-01")
                .file("contract-lines.csv", "customer,id,contract,product,arr", "acme,l,k,p,100");
        var line = folder.customer("acme").entries(ContractLine.SERIES).get(0);

        assertThat(line.at()).isEqualTo(LocalDate.of(2025, 2, 1).atStartOfDay(ZONE).toInstant());
        assertThat(line.recordedAt()).isEqualTo(LocalDate.of(2025, 3, 1).atStartOfDay(ZONE).toInstant());
    }

    @Test
    void ticketIsTheVersionRecordedLast_whereAllBeginWhenItWasOpened() {
        Folder folder = new Folder()
                .file(
                        "tickets.csv",
                        "customer,id,at,recorded-at,severity,closed-on",
                        "acme,t,2025-01-01,2025-01-01,urgent,",
                        "acme,t,2025-01-01,2025-01-09,low,2025-01-09");
        var book = folder.read().facts(List.of());

        assertThat(book.asOf(LocalDate.of(2025, 1, 8)).find("acme").orElseThrow().series(Ticket.SERIES))
                .extracting(ticket -> ticket.severity().orElseThrow())
                .containsExactly("urgent");
        assertThat(book.asOf(LocalDate.of(2025, 1, 9)).find("acme").orElseThrow().series(Ticket.SERIES))
                .extracting(ticket -> ticket.severity().orElseThrow())
                .containsExactly("low");
    }

    @Test
    void customerIsInTheBook_fromWhenTheFirstRowBecameKnown() {
        var facts = new Folder()
                .file(
                        "customers.csv",
                        "id,since,recorded-at,name",
                        "late,2025-01-01,2025-05-01,Late",
                        "told-again,2025-01-01,2025-05-01,Told",
                        "told-again,2025-01-01,,")
                .read()
                .facts(List.of());

        assertThat(facts.asOf(asOf("2025-04-30", "2025-04-30")).customerIds()).containsExactly("told-again");
        assertThat(facts.asOf(asOf("2025-04-30", "2025-05-01")).customerIds()).containsExactly("late", "told-again");
        assertThat(facts.asOf(asOf("2024-12-31", "2025-05-01")).customerIds()).isEmpty();
    }

    @Test
    void otherSince_isRefusedInTheRowThatWasRecordedLater() {
        Folder folder = new Folder()
                .file("customers.csv", "id,since,recorded-at", "acme,2025-02-01,2025-02-01", "acme,2025-01-01,2025-05-01");

        assertThat(folder.rejected()).containsExactly("customers.csv:3 since contradiction");
    }
}
