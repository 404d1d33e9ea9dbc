package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.Entry;
import dev.rapport.model.book.Cut;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.time.AsOf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of JSON Lines: what is typed, what is wrong, and what is as in CSV. */
class JsonTablesTest {

    private static final Cut LATE = new Cut(AsOf.endOf(LocalDate.of(2200, 1, 1), ZoneOffset.UTC), ZoneOffset.UTC);

    private static Folder usage(String... lines) {
        return new Folder().file("usage.jsonl", lines);
    }

    /** What is wrong with one value of one field, as people read it; empty if it is taken. */
    private static String refusal(String table, String field, String json) {
        return refusal(new Folder(), table, field, json);
    }

    private static String refusal(Folder folder, String table, String field, String json) {
        String required = switch (table) {
            case "contracts" -> "\"id\": \"k\", \"start\": \"2025-01-01\"";
            case "tickets" -> "\"id\": \"t\", \"at\": \"2025-01-01\"";
            case "customers" -> "\"id\": \"acme\", \"since\": \"2024-01-01\"";
            default -> "\"at\": \"2025-01-01\"";
        };
        String customer = table.equals("customers") ? "" : "\"customer\": \"acme\", ";
        String row = "{" + customer + required + ", \"" + field + "\": " + json + "}";
        if (table.equals("customers")) {
            folder.without("customers.csv");
        }
        List<Rejection> rejections =
                folder.file(table + ".jsonl", row).read().quarantine().rejections();
        assertThat(rejections).hasSizeLessThan(2);
        return rejections.stream()
                .map(Rejection::toString)
                .findFirst()
                .orElse("")
                .replace(table + ".jsonl:1: ", "");
    }

    // ---------------------------------------------------------------- what is typed

    @Test
    void aBookOfLines_isReadAsThatOfCsv() {
        Folder lines = new Folder()
                .without("customers.csv")
                .file(
                        "customers.jsonl",
                        "{\"id\": \"acme\", \"since\": \"2024-01-01\", \"name\": \"Acme\", \"headcount\": 120,"
                                + " \"traits\": [\"b\", \"a;b\"]}",
                        "{\"id\": \"beta\", \"since\": \"2024-06-01\", \"valid-from\": \"..\", \"country\": \"DE\"}")
                .file(
                        "contracts.jsonl",
                        "{\"arr\": {\"amount\": 1200.50, \"currency\": \"USD\"}, \"customer\": \"acme\", \"id\": \"k\","
                                + " \"start\": \"2025-01-01\", \"auto-renews\": true, \"notice-amount\": 3}")
                .file("rates.jsonl", "{\"currency\": \"USD\", \"from\": \"2024-01-01\", \"rate\": 0.92}")
                .file(
                        "usage.csv",
                        "customer,at,recorded-at,quantity",
                        "acme,2025-01-01T10:00:00Z,2025-01-02T10:00:00Z,5");
        Folder csv = new Folder()
                .file(
                        "customers.csv",
                        "id,since,valid-from,name,headcount,traits,country",
                        "acme,2024-01-01,,Acme,120,b;a\\;b,",
                        "beta,2024-06-01,..,,,,DE")
                .file(
                        "contracts.csv",
                        "customer,id,start,arr,auto-renews,notice-amount",
                        "acme,k,2025-01-01,USD 1200.50,true,3")
                .file("rates.csv", "currency,from,rate", "USD,2024-01-01,0.92")
                .file(
                        "usage.jsonl",
                        "{\"customer\": \"acme\", \"at\": \"2025-01-01T10:00:00Z\", \"recorded-at\":"
                                + " \"2025-01-02T10:00:00Z\", \"quantity\": 5}");
        assertThat(lines.rejected()).isEmpty();
        assertThat(lines.warned()).isEmpty();
        assertThat(Folder.told(lines.read())).isEqualTo(Folder.told(csv.read()));
        assertThat(lines.read().reckoning().rates().rates())
                .isEqualTo(csv.read().reckoning().rates().rates());
        assertThat(lines.customer("acme").entries(Contract.SERIES).get(0).source())
                .isEqualTo("contracts.jsonl:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    usage     | quantity    | "3"     | column "quantity" ("3") must be a number, not a text.\\n  Maybe 3 without quotes, or say in book.json how numbers are written as text: "decimal".
                    usage     | quantity    | "x"     | column "quantity" ("x") must be a number such as 1200.5.\\n  Maybe say in book.json how numbers are written: "decimal", "grouping".
                    usage     | quantity    | true    | column "quantity" ("true") must be a number such as 1200.5.
                    usage     | quantity    | [3]     | column "quantity" ("[3]") must be a number such as 1200.5.
                    usage     | quantity    | {"a":3} | column "quantity" ("{\\"a\\":3}") must be a number such as 1200.5.
                    usage     | quantity    | null    | column "quantity" ("") must have a value.
                    usage     | quantity    | 1e999   | column "quantity" ("1e999") must lie between -1e15 and 1e15.
                    usage     | quantity    | 1000000000000001 | column "quantity" ("1000000000000001") must lie between -1e15 and 1e15.
                    contracts | auto-renews | "true"  | column "auto-renews" ("true") must be true or false, not a text.\\n  Maybe true without quotes.
                    contracts | auto-renews | "yes"   | column "auto-renews" ("yes") must be true or false.\\n  Maybe translate it in book.json, under "values".
                    contracts | auto-renews | 1       | column "auto-renews" ("1") must be true or false.\\n  Maybe translate it in book.json, under "values".
                    contracts | end         | 20261231 | column "end" ("20261231") must be a date in quotes, such as "2026-03-31".
                    contracts | end         | "31.12.2026" | column "end" ("31.12.2026") must be a date such as 2026-03-31.\\n  Maybe say in book.json how dates are written: "dates": ["dd.MM.yyyy"].
                    contracts | end         | "2025-02-29" | column "end" ("2025-02-29") names a day or time that does not exist.
                    contracts | at          | 1735689600 | column "at" ("1735689600") must be a date or time in quotes, such as "2026-03-31".
                    contracts | arr         | "1200.50" | column "arr" ("1200.50") must be an amount, not a text.\\n  Maybe 1200.50 without quotes, or say in book.json how numbers are written as text: "decimal".
                    contracts | arr         | "a lot" | column "arr" ("a lot") must be an amount such as 1200.50 or EUR 1200.50.
                    contracts | arr         | {"amount":"5","currency":"EUR"} | column "arr" ("{\\"amount\\":\\"5\\",\\"currency\\":\\"EUR\\"}") must be an amount such as 1200.50 or {"amount": 1200.50, "currency": "EUR"}.
                    contracts | arr         | {"amount":5} | column "arr" ("{\\"amount\\":5}") must be an amount such as 1200.50 or {"amount": 1200.50, "currency": "EUR"}.
                    contracts | arr         | {"amount":5,"currency":"EUX"} | column "arr" ("{\\"amount\\":5,\\"currency\\":\\"EUX\\"}") must be a currency of ISO 4217 such as EUR.
                    contracts | arr         | -1      | column "arr" ("EUR -1.00") must not be negative.
                    contracts | currency    | 978     | column "currency" ("978") must be a currency of ISO 4217 such as "EUR".
                    contracts | offering    | 1.5     | column "offering" ("1.5") must be a text, in quotes.\\n  Maybe "1.5".
                    contracts | offering    | true    | column "offering" ("true") must be a text, in quotes.
                    contracts | offering    | ["a"]   | column "offering" ("[\\"a\\"]") must be a text, in quotes.
                    contracts | offering    | "a\\u0000" | column "offering" ("a\\u0000") must not have a NUL character.\\n  Maybe the file is damaged, or not in the charset that it is read in.
                    customers | traits      | "a;b"   | column "traits" ("a;b") must be a list of texts such as ["a", "b"].\\n  Maybe say in book.json how sets are written as text: "setDivider".
                    customers | traits      | [1.5]   | column "traits" ("[1.5]") must be a list of texts such as ["a", "b"].
                    customers | traits      | [["a"]] | column "traits" ("[[\\"a\\"]]") must be a list of texts such as ["a", "b"].
                    customers | traits      | ["\\u0000"] | column "traits" ("[\\"\\\\u0000\\"]") must not have a NUL character.\\n  Maybe the file is damaged, or not in the charset that it is read in.
                    """)
    void wrongTypes_areRejected(String table, String field, String json, String message) {
        assertThat(refusal(table, field, json).replace("\n", "\\n")).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    contracts | arr         | 1200.50
                    contracts | arr         | {"currency": "USD", "amount": 1e3}
                    contracts | arr         | "USD 1200.50"
                    contracts | arr         | null
                    contracts | end         | ""
                    contracts | end         | "2026-12-31T10:00:00+01:00"
                    contracts | offering    | 42
                    contracts | offering    | -42
                    contracts | offering    | ""
                    contracts | seats       | -0.0
                    contracts | seats       | 5E-324
                    tickets   | satisfaction | 4
                    customers | traits      | []
                    customers | traits      | ["a", 7, " "]
                    customers | valid-from  | ".."
                    """)
    void rightTypes_areTaken(String table, String field, String json) {
        assertThat(refusal(table, field, json)).isEmpty();
    }

    @Test
    void numbersOfIds_areTheirDigits() {
        Folder folder = new Folder()
                .without("customers.csv")
                .file("customers.jsonl", "{\"id\": 42, \"since\": \"2024-01-01\"}")
                .file("usage.jsonl", "{\"customer\": \"42\", \"at\": \"2025-01-01\", \"quantity\": 1}");
        assertThat(folder.customer("42").entries(Usage.SERIES)).hasSize(1);
    }

    @Test
    void nullAndAbsent_sayNothing_butNullSaysThatTheFieldIsFed() {
        Folder folder = usage(
                "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1, \"feature\": null}",
                "{\"customer\": \"acme\", \"at\": \"2025-01-02\", \"quantity\": 2}");
        TableReport report = folder.read().tables().get(1);
        assertThat(report.fed("feature")).contains(new TableReport.FedField("feature", "feature", 0));
        assertThat(report.fed("quantity")).contains(new TableReport.FedField("quantity", "quantity", 2));
        assertThat(report.unfed()).contains("user").doesNotContain("feature");
        assertThat(report.rows()).isEqualTo(2);
    }

    @Test
    void aFileWithoutRows_saysThatThereIsNothing() {
        Folder folder =
                new Folder().raw("usage.jsonl", "").raw("customers.jsonl", "\n").without("customers.csv");
        assertThat(folder.read().customers()).isEmpty();
        assertThat(folder.warned()).isEmpty();
        assertThat(folder.read().adapter().provides(LATE).series()).contains(Usage.SERIES);
        assertThat(folder.read().adapter().provides(Usage.SERIES, Usage.QUANTITY, LATE))
                .isTrue();
        assertThat(folder.read().adapter().provides(Usage.SERIES, Usage.FEATURE, LATE))
                .isFalse();
    }

    // ---------------------------------------------------------------- amounts

    @Test
    void amounts_areInTheirOwnCurrency_elseThatOfTheRow_elseThatOfTheBook() {
        String row = "{\"customer\": \"acme\", \"id\": \"i1\", \"at\": \"2025-01-01\", \"due-on\": \"2025-02-01\", %s}";
        assertThat(amounts(row.formatted("\"amount\": 5"))).containsExactly(Money.parse("EUR 5.00"));
        assertThat(amounts(row.formatted("\"amount\": 5, \"currency\": \"USD\"")))
                .containsExactly(Money.parse("USD 5.00"));
        assertThat(amounts(
                        row.formatted("\"currency\": \"USD\", \"amount\": {\"amount\": 5.005, \"currency\": \"CHF\"}")))
                .containsExactly(Money.parse("CHF 5.00"));
    }

    private static List<Money> amounts(String... rows) {
        return new Folder()
                .file("invoices.jsonl", rows).customer("acme").entries(Invoice.SERIES).stream()
                        .map(entry -> entry.get(Invoice.AMOUNT))
                        .toList();
    }

    @Test
    void whereSomeRowsNameTheirCurrency_allMust_inAnyOrder() {
        String[] rows = IntStream.range(0, 4)
                .mapToObj(i -> "{\"customer\": \"acme\", \"id\": \"i" + i
                        + "\", \"at\": \"2025-01-01\", \"due-on\": \"2025-02-01\", \"amount\": 5"
                        + (i == 2 ? ", \"currency\": \"USD\"" : "") + "}")
                .toArray(String[]::new);
        assertThat(amounts(rows)).containsExactly(Money.parse("USD 5.00"));
        assertThat(new Folder().file("invoices.jsonl", rows).rejected())
                .containsExactly(
                        "invoices.jsonl:1 currency missing-value",
                        "invoices.jsonl:2 currency missing-value",
                        "invoices.jsonl:4 currency missing-value");
    }

    // ---------------------------------------------------------------- rows

    @Test
    void badLines_areRejected_andTheOthersRead() {
        Folder folder = usage(
                "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1}",
                "{\"customer\": \"acme\", \"at\": \"2025-01-02\", \"quantity\": 2, \"quantity\": 3}",
                "{\"customer\": \"acme\", \"at\": \"2025-01-03\", \"quantity\": NaN}",
                "{\"customer\": \"acme\", \"at\": \"2025-01-04\", \"quantity\": 1,}",
                "[\"acme\", \"2025-01-05\", 1]",
                "",
                "{\"customer\": \"acme\", \"at\": \"2025-01-07\", \"quantity\": \"3\", \"minutes\": \"x\"}",
                "{\"customer\": \"nobody\", \"at\": \"2025-01-08\", \"quantity\": 1}",
                "{}",
                "{\"customer\": \"acme\", \"at\": \"2025-01-09\", \"quantity\": 2}");
        assertThat(folder.rejected())
                .containsExactly(
                        "usage.jsonl:2  duplicate-key",
                        "usage.jsonl:3  syntax",
                        "usage.jsonl:4  syntax",
                        "usage.jsonl:5  wrong-type",
                        "usage.jsonl:7 minutes not-a-number",
                        "usage.jsonl:7 quantity not-a-number",
                        "usage.jsonl:8 customer unknown-customer",
                        "usage.jsonl:9 at missing-value",
                        "usage.jsonl:9 customer missing-value",
                        "usage.jsonl:9 quantity missing-value");
        BookReading reading = folder.read();
        assertThat(Folder.customer(reading, "acme").entries(Usage.SERIES)).hasSize(2);
        assertThat(reading.quarantine().rows()).isEqualTo(7);
        assertThat(reading.tables().get(1).rows()).isEqualTo(9);
        assertThat(reading.tables().get(1).rejectedRows()).isEqualTo(7);
    }

    @Test
    void aBadLine_isKept_withItsTextAndWhatIsWrong() {
        Rejection rejection = usage(
                        "{\"customer\": \"acme\", \"at\": \"2025-01-03\", \"quantity\": NaN}",
                        "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1}")
                .read()
                .quarantine()
                .rejections()
                .get(0);
        assertThat(rejection.value()).isEqualTo("{\"customer\": \"acme\", \"at\": \"2025-01-03\", \"quantity\": NaN}");
        assertThat(rejection)
                .hasToString("usage.jsonl:1: NaN is no number in JSON; leave the field out where there is no number,"
                        + " at character 54.");
    }

    @Test
    void aFileOfBrokenLinesAlone_isRejectedLineByLine() {
        assertThat(usage("{\"customer\": ", "{\"customer\": ").rejected())
                .containsExactly("usage.jsonl:1  syntax", "usage.jsonl:2  syntax");
    }

    @Test
    void aFileThatWasCutOff_isTold() {
        Folder folder = new Folder()
                .raw(
                        "usage.jsonl",
                        "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1}\n{\"customer\": \"acme\", \"a");
        assertThat(folder.read().quarantine().rejections().get(0))
                .hasToString("usage.jsonl:2: the text ends within this row.\n"
                        + "  Maybe it was cut off, and more is missing.");
    }

    @Test
    void duplicatesAndContradictions_areFoundAsInCsv() {
        assertThat(usage(
                                "{\"customer\": \"acme\", \"id\": \"u\", \"at\": \"2025-01-01\", \"quantity\": 1}",
                                "{\"quantity\": 1.0, \"id\": \"u\", \"at\": \"2025-01-01\", \"customer\": \"acme\"}",
                                "{\"customer\": \"acme\", \"id\": \"u\", \"at\": \"2025-01-01\", \"quantity\": 2}")
                        .rejected())
                .containsExactly("usage.jsonl:2  duplicate", "usage.jsonl:3  contradiction");
    }

    // ---------------------------------------------------------------- files

    @Test
    void fieldsThatFeedNothing_areOneWarning() {
        assertThat(usage(
                                "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1, \"featur\": \"x\"}",
                                "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1, \"z\": {\"a\": []}}")
                        .read()
                        .warnings()
                        .render())
                .isEqualTo("""
                        usage.jsonl: warning: has fields that feed nothing: "featur", "z".
                          Maybe "featur" is "feature".""");
    }

    @Test
    void namesWithoutEnd_costBoundedMemory() {
        String[] rows = IntStream.range(0, 3_000)
                .mapToObj(i -> "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1, \"f" + i
                        + "x".repeat(1_000) + "\": 1}")
                .toArray(String[]::new);
        List<String> unread = usage(rows).read().tables().get(1).unread();
        assertThat(unread).hasSize(2_000).allSatisfy(name -> assertThat(name).hasSize(200));
    }

    @Test
    void aRequiredFieldThatNoRowHas_endsTheReading() {
        assertThat(usage("{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"qty\": 1}")
                        .check()
                        .problems()
                        .render())
                .isEqualTo("""
                        usage.jsonl: has no field for "quantity".
                          Maybe say in book.json which field it is, or a constant for it; the fields are "customer", "at", "qty".""");
    }

    @Test
    void noFileSaysSince_isOneError() {
        assertThat(new Folder()
                        .without("customers.csv")
                        .file("customers.jsonl", "{\"id\": \"acme\"}")
                        .check()
                        .problems()
                        .render())
                .startsWith("customers.jsonl: has no field for \"since\", nor has another file of customers.");
    }

    @Test
    void twoFilesNamedAsOneTable_areAnError() {
        assertThat(usage("{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1}")
                        .file("usage.csv", "customer,at,quantity")
                        .check()
                        .problems()
                        .render())
                .isEqualTo("""
                        usage.csv: feeds usage, and so does usage.jsonl.
                          Maybe one of them was left behind; to read both, name one in book.json, under "files".""");
        assertThat(usage("{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1}")
                        .manifest("\"files\": [{\"file\": \"usage.jsonl\", \"feeds\": \"usage\"}]")
                        .file("usage.csv", "customer,at,quantity", "acme,2025-01-02,1")
                        .customer("acme")
                        .entries(Usage.SERIES))
                .hasSize(2);
    }

    @Test
    void aFileOfAnotherName_isAWarning() {
        assertThat(new Folder().file("ussage.jsonl", "{}").warned()).containsExactly("ussage.jsonl unknown-file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"customer\": \"acme\"},\n{}]\n",
                "{\n  \"customer\": \"acme\"\n}\n",
                "customer,at,quantity\nacme,2025-01-01,1\n"
            })
    void aFileThatIsJson_butNotLines_isAnError(String text) {
        assertThat(new Folder().raw("usage.jsonl", text).errors()).containsExactly("usage.jsonl:1 not-json-lines");
    }

    // ---------------------------------------------------------------- characters and sizes

    private static Checked<BookReading> read(String file, Supplier<InputStream> content) {
        BookTables usual = BookTables.of(new Folder().texts());
        BookTables tables = new BookTables() {
            @Override
            public Set<String> names() {
                return Stream.concat(usual.names().stream(), Stream.of(file))
                        .filter(name -> !file.startsWith("customers") || !name.equals("customers.csv"))
                        .collect(java.util.stream.Collectors.toSet());
            }

            @Override
            public InputStream open(String name) throws IOException {
                return name.equals(file) ? content.get() : usual.open(name);
            }
        };
        try {
            return BookReader.standard().read(tables);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Checked<BookReading> read(String file, byte[] bytes) {
        return read(file, () -> new ByteArrayInputStream(bytes));
    }

    @Test
    void invalidUtf8_namesFileLineAndByte() {
        byte[] bytes = "{\"id\": \"acme\"}\n{\"id\": \"m\u00fcller\"}\n".getBytes(Charset.forName("windows-1252"));
        assertThat(read("customers.jsonl", bytes).problems().render()).isEqualTo("""
                customers.jsonl:2: byte 24 is no character of UTF-8.
                  Maybe the file was written in another charset: JSON Lines are UTF-8.""");
    }

    @Test
    void byteOrderMarks_areSkipped() {
        String row = "\ufeff{\"id\": \"acme\", \"since\": \"2024-01-01\", \"name\": \"M\u00fcller\"}\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            BookReading reading = read("customers.jsonl", row.getBytes(charset)).orThrow();
            assertThat(reading.customers()
                            .get(0)
                            .timeline(CustomerAttributes.NAME)
                            .facts()
                            .get(0)
                            .value())
                    .isEqualTo("M\u00fcller");
        }
    }

    @Test
    void theCharsetOfTheBook_isThatOfItsCsvAlone() {
        Folder folder = usage(
                        "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1, \"feature\": \"\u00fc\"}")
                .manifest("\"cells\": {\"charset\": \"windows-1252\", \"delimiter\": \";\"}")
                .file("customers.csv", "id;since", "acme;2024-01-01");
        assertThat(folder.customer("acme").entries(Usage.SERIES).get(0).find(Usage.FEATURE))
                .contains("\u00fc");
    }

    @Test
    void charsetAndDelimiter_areNotForAFileOfLines() {
        assertThat(usage("{}")
                        .manifest("\"files\": [{\"file\": \"usage.jsonl\", \"feeds\": \"usage\","
                                + " \"cells\": {\"charset\": \"windows-1252\", \"delimiter\": \";\"}}]")
                        .check()
                        .problems()
                        .render())
                .contains("/files/0/cells/charset: must be left out: JSON Lines are UTF-8.")
                .contains("/files/0/cells/delimiter: must be left out: JSON Lines have none.");
    }

    @Test
    void hostileTexts_areKeptAsTheyStand() {
        for (String text :
                List.of("=cmd()", "<script>alert(1)</script>", "\u202eevil", "\ud83d\ude80\u200d", "'; --")) {
            Entry entry = usage("{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1, \"feature\": \""
                            + text + "\"}")
                    .customer("acme")
                    .entries(Usage.SERIES)
                    .get(0);
            assertThat(entry.get(Usage.FEATURE)).isEqualTo(text);
        }
    }

    @Test
    void aValueOfFiftyMegabytes_isOneRejection_inBoundedMemory_andTheNextRowIsRead() {
        String start = "{\"id\": \"acme\", \"since\": \"2024-01-01\", \"name\": \"";
        BookReading reading = read(
                        "customers.jsonl",
                        () -> new MadeText(
                                start,
                                Stream.concat(
                                        Stream.generate(() -> "x".repeat(10_000))
                                                .limit(5_000),
                                        Stream.of("\"}\n{\"id\": \"beta\", \"since\": \"2024-01-01\"}\n"))))
                .orThrow();
        assertThat(reading.quarantine()).hasToString("1 row rejected: customers.jsonl row-too-long 1");
        assertThat(reading.customers()).hasSize(1);
    }

    @Test
    void aValueThatIsTooLong_isRejected() {
        assertThat(usage(
                                "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1, \"feature\": \""
                                        + "x".repeat((1 << 20) + 1) + "\"}",
                                "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1}")
                        .rejected())
                .containsExactly("usage.jsonl:1  too-long");
    }

    @Test
    void nestedTenThousandDeep_isRejected() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(usage(
                                "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": " + deep + "}",
                                "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1, \"z\": " + deep
                                        + "}",
                                "{\"customer\": \"acme\", \"at\": \"2025-01-01\", \"quantity\": 1}")
                        .rejected())
                .containsExactly("usage.jsonl:1  too-deep", "usage.jsonl:2  too-deep");
    }

    // ---------------------------------------------------------------- mapping

    @Test
    void anExportOfLines_isReadAsItIs() {
        Folder folder = new Folder()
                .manifest("""
                        "cells": {"dates": ["dd.MM.yyyy"], "decimal": ",", "grouping": ".", "setDivider": "/"},
                        "files": [
                          {"file": "accounts.ndjson", "feeds": "customers",
                           "columns": {"id": "AccountId", "since": "Created", "name": "Name"},
                           "values": {"country": {"Deutschland": "DE", "": "XX"}}},
                          {"file": "accounts.ndjson", "feeds": "owners", "onlyMapped": true,
                           "columns": {"customer": "AccountId", "id": "AccountId", "owner": "CSM", "from": "Created"},
                           "constants": {"role": "csm"}},
                          {"file": "subscriptions.json", "feeds": "contracts",
                           "columns": {"customer": "account", "id": "sub", "start": "from", "end": "to", "arr": "acv",
                                       "auto-renews": "evergreen", "trial": "free"},
                           "constants": {"notice-amount": "3", "notice-unit": "months"},
                           "values": {"auto-renews": {"Y": "true", "N": "false"}, "trial": {"0": "false", "1": "true"},
                                      "end": {"31.12.9999": ""}, "arr": {"false": ""}},
                           "lastDays": ["end"]}
                        ]
                        """)
                .without("customers.csv")
                .file(
                        "accounts.ndjson",
                        "{\"AccountId\": 17, \"Created\": \"05.03.2024\", \"Name\": \"M\u00fcller\", \"country\": \"Deutschland\","
                                + " \"CSM\": \"mia\", \"traits\": \"a/b\", \"Address\": {\"City\": \"Ulm\"}}",
                        "{\"AccountId\": 18, \"Created\": \"06.03.2024\", \"CSM\": \"tom\"}")
                .file(
                        "subscriptions.json",
                        "{\"account\": 17, \"sub\": 1, \"from\": \"01.04.2024\", \"to\": \"31.03.2025\","
                                + " \"acv\": \"12.000,50\", \"evergreen\": \"Y\", \"free\": 0}",
                        "{\"account\": \"17\", \"sub\": 2, \"from\": \"01.04.2025\", \"to\": \"31.12.9999\", \"acv\": 12000.5,"
                                + " \"evergreen\": \"N\", \"free\": 1}",
                        "{\"account\": 18, \"sub\": 3, \"from\": \"01.04.2025\", \"acv\": false, \"free\": false}");
        assertThat(folder.rejected()).isEmpty();
        assertThat(folder.warned()).containsExactly("accounts.ndjson unread-columns");
        assertThat(Folder.told(folder.read()))
                .contains(
                        "17 since 2024-03-04T23:00:00Z",
                        "country TEXT [2024-03-04T23:00:00Z/.. 2024-03-04T23:00:00Z/.. DE]",
                        "country TEXT [2024-03-05T23:00:00Z/.. 2024-03-05T23:00:00Z/.. XX]",
                        "traits TEXT_SET [2024-03-04T23:00:00Z/.. 2024-03-04T23:00:00Z/.. a;b]",
                        "contracts 1 2024-03-31T22:00:00Z 2024-03-31T22:00:00Z [2024-04-01, 2025-04-01, , , true, 3,"
                                + " months, , , , , , , , , EUR 12000.50, false]",
                        "contracts 2 2025-03-31T22:00:00Z 2025-03-31T22:00:00Z [2025-04-01, , , , false, 3,"
                                + " months, , , , , , , , , EUR 12000.50, true]",
                        "contracts 3 2025-03-31T22:00:00Z 2025-03-31T22:00:00Z [2025-04-01, , , , , 3,"
                                + " months, , , , , , , , , , false]");
        assertThat(folder.customer("17").entries(Ownership.SERIES).get(0).get(Ownership.OWNER))
                .isEqualTo("mia");
    }

    @Test
    void aMappedFieldThatNoRowHas_isAWarning_orAnErrorWhereItIsRequired() {
        Map<String, String> expected = Map.of(
                "end", "warning: has no field \"to\", which book.json names for \"end\"",
                "start", "contracts.jsonl: has no field \"to\", which book.json names for \"start\"");
        expected.forEach((field, message) -> assertThat(new Folder()
                        .manifest(
                                "\"files\": [{\"file\": \"contracts.jsonl\", \"feeds\": \"contracts\", \"columns\": {\""
                                        + field + "\": \"to\"}}]")
                        .file("contracts.jsonl", "{\"customer\": \"acme\", \"id\": \"k\", \"start\": \"2025-01-01\"}")
                        .check()
                        .problems()
                        .render())
                .contains(message));
    }

    @Test
    void ticketsKeepTheirDecimals() {
        Entry ticket = new Folder()
                .file(
                        "tickets.jsonl",
                        "{\"customer\": \"acme\", \"id\": \"t\", \"at\": \"2025-01-01\", \"resolution-hours\": 0.1,"
                                + " \"escalated\": false}")
                .customer("acme")
                .entries(Ticket.SERIES)
                .get(0);
        assertThat(ticket.get(Ticket.RESOLUTION_HOURS)).isEqualTo(0.1);
        assertThat(ticket.get(Ticket.ESCALATED)).isFalse();
    }
}
