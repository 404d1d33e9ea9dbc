package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class BookReaderTest {

    private static Instant berlin(int year, int month, int day) {
        return LocalDate.of(year, month, day)
                .atStartOfDay(java.time.ZoneId.of("Europe/Berlin"))
                .toInstant();
    }

    @Test
    void customers_haveTheAttributesOfTheirColumns() {
        Customer acme = new Folder()
                .file(
                        "customers.csv",
                        "id,since,name,headcount,revenue,traits",
                        "acme,2024-01-01,\"Acme, \"\"Inc\"\"\",250,USD 1200000.50,price-minded;cautious")
                .customer("acme");
        assertThat(acme.since()).isEqualTo(berlin(2024, 1, 1));
        assertThat(acme.timeline(CustomerAttributes.NAME).facts())
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.value()).isEqualTo("Acme, \"Inc\"");
                    assertThat(fact.valid().startInclusive()).contains(berlin(2024, 1, 1));
                    assertThat(fact.recorded().startInclusive()).contains(berlin(2024, 1, 1));
                });
        assertThat(acme.timeline(CustomerAttributes.HEADCOUNT).facts().get(0).value())
                .isEqualTo(250.0);
        assertThat(acme.timeline(CustomerAttributes.REVENUE).facts().get(0).value())
                .isEqualTo(Money.parse("USD 1200000.50"));
        assertThat(acme.timeline(CustomerAttributes.TRAITS).facts().get(0).value())
                .isEqualTo(Set.of("price-minded", "cautious"));
    }

    @Test
    void severalRowsOfACustomer_areStatementsAtDifferentTimes_andAnEmptyCellStatesNothing() {
        BookReading reading = new Folder()
                .file(
                        "customers.csv",
                        "id,since,valid-from,recorded-at,industry,country",
                        "acme,2024-01-01,2025-01-01,,Media,",
                        "acme,2024-01-01,,,Retail,DE",
                        "acme,,2024-07-01,2025-06-01,Toys,")
                .read();
        assertThat(reading.quarantine().isEmpty()).isTrue();
        assertThat(industry(reading, 2024, 8, 1)).isEqualTo("Retail");
        assertThat(industry(reading, 2025, 2, 1)).isEqualTo("Media");
        assertThat(industry(reading, 2025, 6, 2)).isEqualTo("Toys");
        assertThat(reading.facts(List.of())
                        .asOf(LocalDate.of(2025, 6, 2))
                        .customers()
                        .get(0)
                        .find(CustomerAttributes.COUNTRY))
                .contains("DE");
    }

    private static String industry(BookReading reading, int year, int month, int day) {
        return reading.facts(List.of())
                .asOf(LocalDate.of(year, month, day))
                .customers()
                .get(0)
                .find(CustomerAttributes.INDUSTRY)
                .orElse("");
    }

    @Test
    void statements_canEnd_andBeginBeforeAnyTime() {
        Customer acme = new Folder()
                .file(
                        "customers.csv",
                        "id,since,valid-from,valid-until,channel",
                        "acme,2024-01-01,..,2025-01-01,partner",
                        "acme,2024-01-01,2025-01-01,,direct")
                .customer("acme");
        assertThat(acme.timeline(CustomerAttributes.CHANNEL).facts().get(0).valid())
                .hasToString("../2024-12-31T23:00:00Z");
    }

    @Test
    void times_areDatesOfTheBooksZone_orInstants() {
        Folder folder = new Folder()
                .file(
                        "usage.csv",
                        "customer,at,quantity",
                        "acme,2025-07-01,1",
                        "acme,2025-07-01T08:30,2",
                        "acme,2025-07-01 09:30:15.5,3",
                        "acme,2025-07-01T09:30:15Z,4",
                        "acme,2025-07-01T09:30:16.123456789+00:00,5");
        assertThat(folder.rejected()).containsExactly("usage.csv:4 at not-a-date");
        assertThat(folder.customer("acme").entries(Usage.SERIES))
                .extracting(Entry::at)
                .containsExactly(
                        Instant.parse("2025-06-30T22:00:00Z"),
                        Instant.parse("2025-07-01T06:30:00Z"),
                        Instant.parse("2025-07-01T09:30:15Z"),
                        Instant.parse("2025-07-01T09:30:16.123456789Z"));
    }

    @Test
    void entries_haveFieldsTimesAndSource() {
        Entry usage = new Folder()
                .file(
                        "usage.csv",
                        "customer,at,recorded-at,quantity,feature",
                        "acme,2025-07-01,2025-07-03,12.5,reports")
                .customer("acme")
                .entries(Usage.SERIES)
                .get(0);
        assertThat(usage.get(Usage.QUANTITY)).isEqualTo(12.5);
        assertThat(usage.get(Usage.FEATURE)).isEqualTo("reports");
        assertThat(usage.recordedAt()).isEqualTo(berlin(2025, 7, 3));
        assertThat(usage.source()).isEqualTo("usage.csv:2");
    }

    @Test
    void contracts_areKnownSinceTheirSigning_elseSinceTheirStart() {
        Customer acme = new Folder()
                .file(
                        "contracts.csv",
                        "customer,id,start,end,signed-on,arr,auto-renews",
                        "acme,c-1,2025-01-01,2026-01-01,2024-11-15,12000,true",
                        "acme,c-2,2026-01-01,2027-01-01,,13000,FALSE")
                .customer("acme");
        assertThat(acme.entries(Contract.SERIES))
                .extracting(Entry::at)
                .containsExactly(berlin(2024, 11, 15), berlin(2026, 1, 1));
        assertThat(acme.entries(Contract.SERIES))
                .extracting(entry -> entry.get(Contract.ARR))
                .containsExactly(Money.parse("EUR 12000"), Money.parse("EUR 13000"));
    }

    @Test
    void linesWithoutDates_areKnownSinceTheirContract() {
        Customer acme = new Folder()
                .file("contracts.csv", "customer,id,start,signed-on", "acme,c-1,2025-01-01,2024-11-15")
                .file(
                        "contract-lines.csv",
                        "customer,id,contract,product,arr,start",
                        "acme,l-1,c-1,core,100,",
                        "acme,l-2,c-1,core,100,2025-03-01")
                .customer("acme");
        assertThat(acme.entries(ContractLine.SERIES))
                .extracting(Entry::at)
                .containsExactly(berlin(2024, 11, 15), berlin(2025, 3, 1));
    }

    @Test
    void owners_areKnownSinceTheirFirstDay() {
        assertThat(new Folder()
                        .file("owners.csv", "customer,id,role,owner,from", "acme,o-1,csm,mia,2025-01-01")
                        .customer("acme")
                        .entries(Ownership.SERIES)
                        .get(0)
                        .at())
                .isEqualTo(berlin(2025, 1, 1));
    }

    @Test
    void eventWithATime_recordedOnTheSameDay_isRecordedWhenItOccurred() {
        Folder folder = new Folder()
                .file(
                        "usage.csv",
                        "customer,at,recorded-at,quantity",
                        "acme,2025-07-01T10:00,2025-07-01,1",
                        "acme,2025-07-01T10:00,2025-06-30,1",
                        "acme,2025-07-01T10:00,2025-07-01T09:59,1");
        assertThat(folder.customer("acme").entries(Usage.SERIES))
                .singleElement()
                .satisfies(entry -> assertThat(entry.recordedAt()).isEqualTo(entry.at()));
        assertThat(folder.rejected())
                .containsExactly(
                        "usage.csv:3 recorded-at recorded-before-occurred",
                        "usage.csv:4 recorded-at recorded-before-occurred");
    }

    @Test
    void records_canBeKnownBeforeTheyAreTrue() {
        Folder folder = new Folder()
                .file("contracts.csv", "customer,id,start,at,recorded-at", "acme,c-1,2025-01-01,2025-01-01,2024-12-01");
        assertThat(folder.rejected()).isEmpty();
    }

    @Test
    void amounts_areInTheirOwnCurrency_elseInThatOfTheRow_elseInThatOfTheBook() {
        Folder folder = new Folder()
                .file("rates.csv", "currency,from,rate", "USD,2020-01-01,0.9", "GBP,2020-01-01,1.15")
                .file(
                        "purchases.csv",
                        "customer,at,amount,currency",
                        "acme,2025-01-01,10,USD",
                        "acme,2025-01-02,GBP 10,USD",
                        "acme,2025-01-03,10.50 GBP,",
                        "acme,2025-01-04,10,")
                .file("invoices.csv", "customer,id,at,amount,due-on", "acme,i-1,2025-01-01,99.90,2025-02-01");
        assertThat(folder.customer("acme").entries(dev.rapport.model.customer.Purchase.SERIES))
                .extracting(entry -> entry.get(dev.rapport.model.customer.Purchase.AMOUNT))
                .containsExactly(Money.parse("USD 10"), Money.parse("GBP 10"), Money.parse("GBP 10.50"));
        assertThat(folder.rejected()).containsExactly("purchases.csv:5 currency missing-value");
        assertThat(folder.customer("acme")
                        .entries(dev.rapport.model.customer.Invoice.SERIES)
                        .get(0)
                        .get(dev.rapport.model.customer.Invoice.AMOUNT))
                .isEqualTo(Money.parse("EUR 99.90"));
    }

    @Test
    void rates_areToTheCurrencyOfTheBook() {
        Folder folder = new Folder()
                .file(
                        "rates.csv",
                        "currency,from,rate",
                        "USD,2025-01-01,0.95",
                        "USD,2025-02-01,0.97",
                        "EUR,2025-01-01,1",
                        "EUR,2025-01-01,1.1",
                        "USD,2025-02-01,0.970",
                        "GBP,2025-01-01,0",
                        "ZZZ,2025-01-01,1");
        assertThat(folder.read().reckoning().rates().rates().get(CurrencyUnit.USD))
                .containsEntry(LocalDate.of(2025, 1, 1), new BigDecimal("0.95"))
                .containsEntry(LocalDate.of(2025, 2, 1), new BigDecimal("0.97"));
        assertThat(folder.rejected())
                .containsExactly(
                        "rates.csv:5 rate rate-of-base",
                        "rates.csv:6  contradiction",
                        "rates.csv:7 rate not-above-zero",
                        "rates.csv:8 currency unknown-currency");
    }

    @Test
    void aTableWithoutRows_isFed_andOneThatIsNotThere_isNot() {
        Folder folder = new Folder().file("tickets.csv", "customer,id,at,severity");
        Book book = folder.read().facts(List.of()).asOf(LocalDate.of(2025, 1, 1));
        assertThat(book.provides().series()).containsExactly(Ticket.SERIES);
        assertThat(book.provides(Ticket.SERIES, Ticket.SEVERITY)).isTrue();
        assertThat(book.provides(Ticket.SERIES, Ticket.CATEGORY)).isFalse();
        assertThat(book.missing(Requirements.series(Usage.SERIES)).toString()).contains("usage");
    }

    @Test
    void aColumnOfCustomersWithoutRows_isFed() {
        Folder folder = new Folder().file("customers.csv", "id,since,country");
        Book book = folder.read().facts(List.of()).asOf(LocalDate.of(2025, 1, 1));
        assertThat(book.customers()).isEmpty();
        assertThat(book.provides().attributes()).containsExactly(CustomerAttributes.COUNTRY);
    }

    @Test
    void report_saysWhichColumnFeedsWhat_andHowOftenItIsFilled() {
        BookReading reading = new Folder()
                .file(
                        "usage.csv",
                        "customer,at,quantity,featur,feature,ghost",
                        "acme,2025-01-01,1,x,reports,",
                        "acme,2025-01-02,oops,x,,",
                        "acme,2025-01-03,2,x,,")
                .read();
        TableReport usage = reading.tables().get(1);
        assertThat(usage.file()).isEqualTo("usage.csv");
        assertThat(usage.feeds()).isEqualTo("usage");
        assertThat(usage.rows()).isEqualTo(3);
        assertThat(usage.rejectedRows()).isEqualTo(1);
        assertThat(usage.fed("feature")).contains(new TableReport.FedField("feature", "feature", 1));
        assertThat(usage.fed("quantity")).contains(new TableReport.FedField("quantity", "quantity", 2));
        assertThat(usage.fed("minutes")).isEmpty();
        assertThat(usage.unfed()).contains("minutes", "recorded-at");
        assertThat(usage.unread()).containsExactly("featur", "ghost");
        assertThat(reading.warnings().list())
                .extracting(Object::toString)
                .containsExactly("usage.csv:1: warning: has columns that feed nothing: \"featur\", \"ghost\".");
    }

    @Test
    void progress_isToldForEachFile() {
        StringBuilder told = new StringBuilder();
        new Folder().check(BookReader.standard().progress((file, rows) -> told.append(file + " " + rows + ";")));
        assertThat(told).hasToString("customers.csv 2;");
    }
}
