package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.family.Successions;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of several rows of one record a cut sees. */
class VersionsOfRowsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static AsOf asOf(String valid, String known) {
        Instant knownAt = AsOf.endOf(LocalDate.parse(known), ZONE).knownAt();
        return AsOf.endOf(LocalDate.parse(valid), ZONE).knownAt(knownAt);
    }

    private static List<Double> seats(Folder folder, String valid, String known) {
        return folder
                .read()
                .facts(List.of())
                .asOf(asOf(valid, known))
                .find("acme")
                .orElseThrow()
                .series(Contract.SERIES)
                .stream()
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

        assertThat(line.at())
                .isEqualTo(LocalDate.of(2025, 2, 1).atStartOfDay(ZONE).toInstant());
        assertThat(line.recordedAt())
                .isEqualTo(LocalDate.of(2025, 3, 1).atStartOfDay(ZONE).toInstant());
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

        assertThat(book.asOf(LocalDate.of(2025, 1, 8))
                        .find("acme")
                        .orElseThrow()
                        .series(Ticket.SERIES))
                .extracting(ticket -> ticket.severity().orElseThrow())
                .containsExactly("urgent");
        assertThat(book.asOf(LocalDate.of(2025, 1, 9))
                        .find("acme")
                        .orElseThrow()
                        .series(Ticket.SERIES))
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
                .file(
                        "customers.csv",
                        "id,since,recorded-at",
                        "acme,2025-02-01,2025-02-01",
                        "acme,2025-01-01,2025-05-01");

        assertThat(folder.rejected()).containsExactly("customers.csv:3 since contradiction");
    }

    private static Folder crm(String knownFrom, String... rows) {
        return new Folder()
                .manifest("\"files\": [{\"file\": \"contracts.csv\", \"feeds\": \"contracts\", \"knownFrom\": "
                        + knownFrom + "}]")
                .file("contracts.csv", rows);
    }

    private static List<Contract> contracts(Folder folder, String day) {
        return folder.read()
                .facts(List.of())
                .asOf(LocalDate.parse(day))
                .find("acme")
                .orElseThrow()
                .series(Contract.SERIES);
    }

    @Test
    void fieldThatWasFilledInLater_isSeenFromThen() {
        Folder folder = crm(
                "{\"ended-on\": \"ended-on\", \"notice-given-on\": \"notice-given-on\"}",
                "customer,id,start,notice-given-on,ended-on,seats",
                "acme,ended,2025-01-01,2025-04-01,2025-06-01,5",
                "acme,runs,2025-01-01,,,7");

        assertThat(contracts(folder, "2025-03-31"))
                .allSatisfy(contract -> assertThat(contract.noticeGivenOn()).isEmpty());
        assertThat(contracts(folder, "2025-04-01"))
                .extracting(
                        contract -> contract.noticeGivenOn().isPresent(),
                        contract -> contract.endedOn().isPresent())
                .containsExactly(tuple(true, false), tuple(false, false));
        assertThat(contracts(folder, "2025-06-01").get(0).endedOn()).contains(LocalDate.of(2025, 6, 1));
        assertThat(contracts(folder, "2025-06-01"))
                .extracting(contract -> contract.seats().orElseThrow())
                .containsExactly(5.0, 7.0);
    }

    @Test
    void withoutSayingSo_aRowShowsAllItsFieldsFromTheStart() {
        Folder folder = crm("{}", "customer,id,start,ended-on", "acme,ended,2025-01-01,2025-06-01");

        assertThat(contracts(folder, "2025-03-31").get(0).endedOn()).contains(LocalDate.of(2025, 6, 1));
    }

    @Test
    void laterRowOfTheSameRecord_isNotUndoneByWhatAnEarlierOneTellsLate() {
        Folder folder = crm(
                "{\"ended-on\": \"ended-on\"}",
                "customer,id,at,recorded-at,start,ended-on,seats",
                "acme,k,2025-01-01,2025-01-01,2025-01-01,2025-06-01,5",
                "acme,other,2025-01-01,2025-01-02,2025-01-01,,1",
                "acme,k,2025-01-01,2025-03-01,2025-01-01,,9");

        assertThat(contracts(folder, "2025-07-01"))
                .extracting(contract -> contract.seats().orElseThrow(), Contract::endedOn)
                .containsExactly(tuple(9.0, Optional.empty()), tuple(1.0, Optional.empty()));
    }

    @Test
    void attributesOfCustomers_canBeKnownLaterToo() {
        Folder folder = new Folder()
                .manifest(
                        "\"attributes\": [{\"name\": \"merged-on\", \"kind\": \"date\"}]",
                        "\"files\": [{\"file\": \"customers.csv\", \"feeds\": \"customers\","
                                + " \"knownFrom\": {\"merged-into\": \"merged-on\"}}]")
                .file("customers.csv", "id,since,merged-into,merged-on", "a,2025-01-01,b,2025-05-01", "b,2025-01-01,,");
        var facts = folder.read().facts(List.of());

        assertThat(Successions.of(facts.asOf(LocalDate.of(2025, 4, 30))).all()).isEmpty();
        assertThat(Successions.of(facts.asOf(LocalDate.of(2025, 5, 1))).mergedInto("a"))
                .contains("b");
    }

    @Test
    void knownFrom_namesATimeOfTheTable_ofAFieldThatCanBeEmpty() {
        assertThat(crm(
                                "{\"ended-on\": \"seats\", \"start\": \"start\", \"at\": \"start\", \"ends\": \"end\"}",
                                "customer,id,start")
                        .errors())
                .containsExactly(
                        "book.json:2:130 /files/0/knownFrom/ended-on unknown-field",
                        "book.json:2:148 /files/0/knownFrom/start never-later",
                        "book.json:2:163 /files/0/knownFrom/at never-later",
                        "book.json:2:180 /files/0/knownFrom/ends unknown-field");
        assertThat(new Folder()
                        .manifest(
                                "\"files\": [{\"file\": \"usage.csv\", \"feeds\": \"usage\", \"knownFrom\": {\"feature\": \"at\"}}]")
                        .file("usage.csv", "customer,at,quantity,feature")
                        .check()
                        .problems()
                        .render())
                .contains("must be a field of customers or of records; usage are neither");
    }
}
