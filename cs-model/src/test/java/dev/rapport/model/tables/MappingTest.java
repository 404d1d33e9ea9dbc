package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.NoticeRule;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static final Folder CRM = new Folder()
            .manifest("""
                    "cells": {"delimiter": ";", "dates": ["dd.MM.yyyy", "dd.MM.yyyy HH:mm"], "decimal": ",", "grouping": "."},
                    "attributes": [{"name": "potential", "kind": "money", "sensitivity": "open"}],
                    "files": [
                      {"file": "Accounts Export.csv", "feeds": "customers",
                       "columns": {"id": "Account ID", "since": "Created", "name": "Account Name", "potential": "Potential",
                                   "currency": "Cur"},
                       "values": {"country": {"Deutschland": "DE", "": "XX"}, "currency": {"€": "EUR"}}},
                      {"file": "Accounts Export.csv", "feeds": "owners", "onlyMapped": true,
                       "columns": {"customer": "Account ID", "id": "Account ID", "owner": "CSM", "from": "Created"},
                       "constants": {"role": "csm"}},
                      {"file": "subscriptions.csv", "feeds": "contracts",
                       "columns": {"customer": "account", "id": "sub", "start": "from", "end": "to", "arr": "acv",
                                   "auto-renews": "evergreen"},
                       "constants": {"notice-amount": "3", "notice-unit": "months"},
                       "values": {"auto-renews": {"Y": "true", "N": "false"}, "end": {"31.12.9999": ""}},
                       "lastDays": ["end"]}
                    ]
                    """)
            .without("customers.csv")
            .file(
                    "Accounts Export.csv",
                    "Account ID;Account Name;Created;country;Potential;Cur;CSM",
                    "A-1;Müller GmbH;05.03.2024;Deutschland;1.234.567,89;€;mia",
                    "A-2;Smith;06.03.2024 14:30;;1000;USD;tom")
            .file(
                    "subscriptions.csv",
                    "account;sub;from;to;acv;evergreen",
                    "A-1;s-1;01.04.2024;31.03.2025;12.000,50;Y",
                    "A-1;s-2;01.04.2025;31.12.9999;12.000;N")
            .file("rates.csv", "currency;from;rate", "USD;01.01.2024;0,92");

    @Test
    void aCrmExport_isReadAsItIs() {
        BookReading reading = CRM.read();
        assertThat(CRM.rejected()).isEmpty();
        assertThat(CRM.warned()).containsExactly("Accounts Export.csv:1 unread-columns");
        assertThat(Folder.told(reading))
                .containsExactly(
                        "A-1 since 2024-03-04T23:00:00Z",
                        "country TEXT [2024-03-04T23:00:00Z/.. 2024-03-04T23:00:00Z/.. DE]",
                        "name TEXT [2024-03-04T23:00:00Z/.. 2024-03-04T23:00:00Z/.. Müller GmbH]",
                        "potential MONEY [2024-03-04T23:00:00Z/.. 2024-03-04T23:00:00Z/.. EUR 1234567.89]",
                        "contracts s-1 2024-03-31T22:00:00Z 2024-03-31T22:00:00Z [2024-04-01, 2025-04-01, , , true, 3,"
                                + " months, , , , , , , , , EUR 12000.50, ]",
                        "contracts s-2 2025-03-31T22:00:00Z 2025-03-31T22:00:00Z [2025-04-01, , , , false, 3,"
                                + " months, , , , , , , , , EUR 12000.00, ]",
                        "owners A-1 2024-03-04T23:00:00Z 2024-03-04T23:00:00Z [csm, mia, 2024-03-05, ]",
                        "A-2 since 2024-03-06T13:30:00Z",
                        "country TEXT [2024-03-06T13:30:00Z/.. 2024-03-06T13:30:00Z/.. XX]",
                        "name TEXT [2024-03-06T13:30:00Z/.. 2024-03-06T13:30:00Z/.. Smith]",
                        "potential MONEY [2024-03-06T13:30:00Z/.. 2024-03-06T13:30:00Z/.. USD 1000.00]",
                        "owners A-2 2024-03-05T23:00:00Z 2024-03-05T23:00:00Z [csm, tom, 2024-03-06, ]");
        assertThat(reading.customers().get(0).entries(Ownership.SERIES).get(0).source())
                .isEqualTo("Accounts Export.csv:2");
        assertThat(reading.customers().get(0).entries(Contract.SERIES).get(0).get(Contract.ARR))
                .isEqualTo(Money.parse("EUR 12000.50"));
    }

    @Test
    void report_namesTheColumnsOfTheExport_andConstantsWithout() {
        TableReport contracts = CRM.read().tables().stream()
                .filter(table -> table.feeds().equals("contracts"))
                .findFirst()
                .orElseThrow();
        assertThat(contracts.fed("arr")).contains(new TableReport.FedField("arr", "acv", 2));
        assertThat(contracts.fed("notice-unit")).contains(new TableReport.FedField("notice-unit", "", 2));
        assertThat(contracts.fed("end")).contains(new TableReport.FedField("end", "to", 1));
    }

    @Test
    void severalFiles_canFeedOneTable() {
        Folder folder = new Folder()
                .manifest("\"files\": [{\"file\": \"firmographics.csv\", \"feeds\": \"customers\"}]")
                .file("customers.csv", "id,since,name", "acme,2024-01-01,Acme")
                .file("firmographics.csv", "id,country", "acme,DE", "ghost,FR");
        assertThat(Folder.told(folder.read()).toString()).contains("Acme").contains("DE");
        assertThat(folder.rejected()).containsExactly("firmographics.csv:3 since missing-value");
    }

    @Test
    void seriesOfTheHost_andFurtherFields_areRead() {
        Folder folder = new Folder()
                .manifest("""
                        "series": [
                          {"name": "usage", "fields": [{"name": "device", "kind": "text", "sensitivity": "personal"}]},
                          {"name": "trainings", "nature": "events", "required": ["topic"],
                           "fields": [{"name": "people", "kind": "number"}, {"name": "topic", "kind": "text"}]}
                        ]
                        """)
                .file("usage.csv", "customer,at,quantity,device", "acme,2025-01-01,1,phone")
                .file("trainings.csv", "customer,at,topic,people", "acme,2025-01-01,basics,12", "acme,2025-01-01,,3");
        Customer acme = folder.customer("acme");
        assertThat(acme.entries(Usage.SERIES).get(0).find(AttributeKey.text("device")))
                .contains("phone");
        SeriesKey<Entry> trainings = SeriesKey.events("trainings", Function.identity());
        assertThat(acme.entries(trainings).get(0).find(AttributeKey.number("people")))
                .contains(12.0);
        assertThat(folder.rejected()).containsExactly("trainings.csv:3 topic missing-value");
        assertThat(acme.holds().series())
                .filteredOn(key -> key.equals(Usage.SERIES))
                .flatExtracting(SeriesKey::fields)
                .filteredOn(field -> field.name().equals("device"))
                .extracting(AttributeKey::sensitivity)
                .containsExactly(Sensitivity.PERSONAL);
    }

    @Test
    void columnsThatAreMissing_areErrorsWhereTheMappingNamesThem() {
        assertThat(new Folder()
                        .manifest("""
                                "files": [{"file": "nps.csv", "feeds": "survey-answers",
                                  "columns": {"customer": "Acount", "at": "Date", "score": "Points"},
                                  "constants": {"instrument": "nps"}}]
                                """)
                        .file("nps.csv", "Account,Date", "acme,2025-01-01")
                        .check()
                        .problems()
                        .render())
                .isEqualTo("""
                        nps.csv:1: has no column "Acount", which book.json names for "customer".
                          Maybe "Account".
                        nps.csv:1: has no column "Points", which book.json names for "score".""");
    }

    @Test
    void aFileThatIsMapped_mustBeThere() {
        assertThat(new Folder()
                        .manifest("\"files\": [{\"file\": \"acounts.csv\", \"feeds\": \"customers\"}]")
                        .file("accounts.csv", "id,since")
                        .check()
                        .problems()
                        .render())
                .startsWith(
                        "accounts.csv: warning: feeds nothing.\nacounts.csv: must be there, since book.json names it"
                                + " for customers.\n  Maybe \"accounts.csv\".");
    }

    @Test
    void badConstants_areErrorsOfTheManifest() {
        assertThat(new Folder()
                        .manifest("""
                                "files": [{"file": "usage.csv", "feeds": "usage", "constants": {"quantity": "one"}}]
                                """)
                        .file("usage.csv", "customer,at", "acme,2025-01-01")
                        .check()
                        .problems()
                        .render())
                .startsWith(
                        "book.json: constant \"one\" for \"quantity\" in usage.csv must be a number such as 1200.5.");
    }

    @Test
    void aColumnTakenByAnotherField_doesNotFeedTheFieldOfItsOwnName() {
        Folder folder =
                new Folder().manifest("""
                        "files": [{"file": "nps.csv", "feeds": "survey-answers",
                          "columns": {"comment": "instrument"}, "constants": {"instrument": "nps"}}]
                        """).file("nps.csv", "customer,at,instrument,score", "acme,2025-01-01,hello,9");
        Entry answer = folder.customer("acme").entries(SurveyAnswer.SERIES).get(0);
        assertThat(answer.find(SurveyAnswer.COMMENT)).contains("hello");
        assertThat(answer.get(SurveyAnswer.INSTRUMENT)).isEqualTo("nps");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dd.MM.yyyy  | 05.03.2025  | 2025-03-05
                    d.M.yy      | 5.3.25      | 2025-03-05
                    MM/dd/yyyy  | 03/05/2025  | 2025-03-05
                    dd-MMM-yyyy | 05-mar-2025 | 2025-03-05
                    yyyyMMdd    | 20250305    | 2025-03-05
                    """)
    void datePatterns_areStrict_andKnowEnglishMonths(String pattern, String text, LocalDate date) {
        Times times = new Times(ZoneId.of("UTC"), List.of(pattern));
        assertThat(times.date(text, Times.EARLIEST)).isEqualTo(date);
        assertThat(times.date("2025-03-05x", Times.EARLIEST)).isInstanceOf(Refusal.class);
        assertThat(times.date(text.replace("5", "9"), Times.EARLIEST)).isNotEqualTo(date);
    }

    @Test
    void theThirtiethOfFebruary_isNoDay_inAnyPattern() {
        assertThat(new Times(ZoneId.of("UTC"), List.of("dd.MM.yyyy")).date("30.02.2025", Times.EARLIEST))
                .isEqualTo(Refusal.of("no-such-day", "names a day or time that does not exist"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.234.567,5 | 1234567.5
                    1234567,5   | 1234567.5
                    -1.000      | -1000
                    12,5        | 12.5
                    1.00        |
                    1.2345      |
                    1,000.5     |
                    .000        |
                    1..000      |
                    1234.567    |
                    """)
    void groupedNumbers_mustBeGroupedByThree(String text, Double number) {
        Object read = new Numbers(',', java.util.Optional.of('.')).number(text);
        if (number == null) {
            assertThat(read).isInstanceOf(Refusal.class);
        } else {
            assertThat(read).isEqualTo(number);
        }
    }

    // ---------------------------------------------------------------- the manifest

    @Test
    void manifest_isReadAndWrittenTheSame() {
        BookManifest manifest = BookManifest.of(
                        DocumentHeader.of("acme-crm", "3"), ZoneId.of("America/New_York"), CurrencyUnit.USD)
                .calendar(BusinessCalendar.of(
                        "us",
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        Set.of(LocalDate.of(2026, 7, 3)),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2028, 1, 1)))
                .with(BusinessCalendar.of(
                                "FR",
                                Set.of(DayOfWeek.SUNDAY),
                                Set.of(LocalDate.of(2026, 7, 14)),
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2027, 1, 1))
                        .estimatingBeyond())
                .notice(new NoticeRule(NoticeRule.CountedFrom.LAST_DAY, NoticeRule.Deadline.EXCLUDED))
                .format(TableFormat.UNSAID.delimitedBy('\t').in(StandardCharsets.UTF_16))
                .with(AttributeKey.number("stores").unit("stores").sensitivity(Sensitivity.OPEN))
                .with(Contract.SERIES.allows(AttributeKey.money("fee")))
                .with(SeriesKey.records("devices", Function.identity())
                        .requires(AttributeKey.text("model"))
                        .allows(AttributeKey.bool("leased")))
                .with(TableMapping.of("a.csv", "customers")
                        .column("id", "Account")
                        .constant("channel", "partner")
                        .translate("country", "Germany", "DE")
                        .onlyMapped()
                        .format(TableFormat.UNSAID
                                .datesLike("MM/dd/yyyy")
                                .numbersLike(',', '.')
                                .setsDividedBy('/')))
                .with(TableMapping.of("c.csv", "contracts").lastDay("end"));
        String json = ManifestDocument.KIND.toJson(manifest);
        BookManifest again =
                ManifestDocument.KIND.read(JsonInput.text("book.json", json)).orThrow();
        assertThat(ManifestDocument.KIND.toJson(again)).isEqualTo(json);
        assertThat(json).contains("\"countedFrom\": \"last-day\"", "\"beyond\": \"estimate\"");
        assertThat(again.deadlines().notice()).isEqualTo(manifest.deadlines().notice());
        assertThat(again.calendar()).isEqualTo(manifest.calendar());
        assertThat(again.deadlines().calendars().others())
                .isEqualTo(manifest.deadlines().calendars().others())
                .hasSize(1);
        assertThat(again.files()).isEqualTo(manifest.files());
        assertThat(again.format()).isEqualTo(manifest.format());
        assertThat(again.series().get(1).requiredFields()).isEqualTo(List.of(AttributeKey.text("model")));
        assertThat(again.calendar().holidays()).containsExactly(LocalDate.of(2026, 7, 3));
    }

    @Test
    void badManifest_tellsAllItsProblems() throws IOException {
        assertThat(ManifestDocument.KIND
                        .read(JsonInput.text("book.json", resource("bad-book.json")))
                        .problems()
                        .render())
                .isEqualTo(resource("bad-book.expected.txt").stripTrailing());
        assertThat(ManifestDocument.KIND
                        .read(JsonInput.text("book.json", resource("bad-names.json")))
                        .problems()
                        .render())
                .isEqualTo(resource("bad-names.expected.txt").stripTrailing());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = MappingTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aManifestMadeInJava_isCheckedAsWell() throws IOException {
        BookManifest manifest = BookManifest.of(DocumentHeader.of("x", "1"), ZoneId.of("UTC"), CurrencyUnit.EUR)
                .with(TableMapping.of("customers.csv", "customers").column("nmae", "Name"));
        assertThat(BookReader.standard()
                        .read(manifest, BookTables.of(new Folder().texts()))
                        .problems()
                        .render())
                .isEqualTo("book.json /files/0/columns/nmae: must be a field of customers, was \"nmae\".\n"
                        + "  Maybe \"name\".");
    }

    @Test
    void formats_refuseWhatCannotBeRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> TableFormat.UNSAID.delimitedBy('x'));
        assertThatIllegalArgumentException().isThrownBy(() -> TableFormat.UNSAID.numbersLike(',', ','));
        assertThatIllegalArgumentException().isThrownBy(() -> TableFormat.UNSAID.numbersLike(';'));
        assertThatIllegalArgumentException().isThrownBy(() -> TableFormat.UNSAID.datesLike("hello"));
        assertThatIllegalArgumentException().isThrownBy(() -> TableFormat.UNSAID.setsDividedBy('a'));
    }
}
