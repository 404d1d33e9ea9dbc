package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A row that cannot be taken lands in {@code rejected-rows.csv} with line, column, value and reason, is counted in the plan
 * and in the summary, and does not keep the job from being done. A table that cannot be read does.
 */
class BadRowsTest {

    private static final String ID = "c-000000";

    private final BadFolder book;

    BadRowsTest(@TempDir Path folder) {
        book = BadFolder.of(2, folder);
    }

    private void rejected(String code, int rows, String... lines) {
        Run run = book.run();
        assertThat(run.error()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(book.rejected()).containsExactly(lines);
        Tree remark =
                book.plan().at("data", "remarks").only(line -> line.text("code").equals("rejected-" + code));
        assertThat(remark.number("count")).isEqualTo(rows);
        assertThat(run.out()).contains("Data: " + remark.text("text").substring(0, 20));
        assertThat(run.lines())
                .anyMatch(line -> line.startsWith(rows == 1 ? "1 row rejected: " : rows + " rows rejected: "));
    }

    private void rejectedAt(String table, String columnAndValueAndCode) {
        Run run = book.run();
        assertThat(run.error()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(book.rejected())
                .singleElement()
                .matches(
                        line -> line.startsWith(table + ",") && line.contains(columnAndValueAndCode),
                        columnAndValueAndCode);
        assertThat(book.plan().list("data", "remarks")).hasSize(1);
    }

    private void refused(String... lines) {
        Run run = book.run();
        assertThat(run.error().lines()).containsExactly(lines);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(book.out("plan.json")).doesNotExist();
        assertThat(book.out("rejected-rows.csv")).doesNotExist();
    }

    private BadFolder ticket(String column, String value) {
        String at = column.equals("at") ? value : "2026-01-10";
        return column.equals("at")
                ? book.row("tickets.csv", "customer", ID, "id", "new", "at", at)
                : book.row("tickets.csv", "customer", ID, "id", "new", "at", at, column, value);
    }

    @Test
    void rowsWithoutFault_leaveNoFile() {
        assertThat(book.run().exit()).isZero();
        assertThat(book.out("rejected-rows.csv")).doesNotExist();
        assertThat(book.plan().list("data", "remarks")).isEmpty();
    }

    @Test
    void customer_twiceWithOtherSince_isAContradiction() {
        book.row("customers.csv", "id", ID, "since", "2024-01-01", "name", "Twice");
        rejected(
                "contradiction",
                1,
                "customers.csv,7,since,2024-01-01,contradiction,\"must be the same in all rows of a"
                        + " customer, is 2023-03-09 in another\",\"Maybe it says since when the row is true: that is"
                        + " \"\"valid-from\"\"\"");
    }

    @Test
    void entry_ofNobody_isRejected() {
        book.row("tickets.csv", "customer", "nobody", "id", "new", "at", "2026-01-10");
        rejectedAt(
                "tickets.csv", "customer,nobody,unknown-customer,must be a customer of the book that was not rejected");
    }

    @Test
    void parents_thatAreUnknownOrGoInCircles_areRemarked() {
        book.row("customers.csv", "id", "x-1", "since", "2024-01-01", "parent", "x-2");
        book.row("customers.csv", "id", "x-2", "since", "2024-01-01", "parent", "x-1");
        book.row("customers.csv", "id", "x-3", "since", "2024-01-01", "parent", "nobody");
        Run run = book.run();
        assertThat(run.error()).isEmpty();
        assertThat(book.plan().list("data", "remarks"))
                .extracting(remark -> remark.text("text"))
                .anyMatch(text -> text.contains("parent \"nobody\" is no customer of the book"))
                .anyMatch(text -> text.contains("customers are their own parents: \"x-1\" -> \"x-2\" -> \"x-1\""));
    }

    @Test
    void contract_mustNotEndBeforeItStarts() {
        book.row(
                "contracts.csv",
                "customer",
                ID,
                "id",
                "new",
                "at",
                "2026-01-01",
                "start",
                "2026-01-01",
                "end",
                "2025-01-01");
        rejectedAt("contracts.csv", "end,2025-01-01,end-before-start,\"must not be before the start, 2026-01-01\"");
    }

    private BadFolder line(String arr) {
        return book.row(
                "contract-lines.csv",
                "customer",
                ID,
                "id",
                "new",
                "at",
                "2026-01-01",
                "contract",
                ID + "-contract-1",
                "product",
                "p",
                "arr",
                arr);
    }

    @Test
    void revenue_mustNotBeNegative() {
        line("EUR -5.00");
        rejectedAt("contract-lines.csv", "arr,EUR -5.00,negative-arr,must not be negative");
    }

    @Test
    void currency_mustExist() {
        line("XQZ 5.00");
        rejectedAt("contract-lines.csv", "arr,XQZ 5.00,unknown-currency,must be a currency of ISO 4217 such as EUR");
    }

    @Test
    void currencyWithoutRate_isRemarked() {
        line("JPY 500");
        assertThat(book.run().exit()).isZero();
        assertThat(book.plan().list("data", "remarks"))
                .singleElement()
                .matches(remark -> remark.text("text").endsWith("and there is no rate of it to EUR"));
    }

    @Test
    void days_before1970_after2100_andThatAreNone_areRejected() {
        ticket("at", "1969-12-31");
        ticket("at", "2101-01-01");
        ticket("at", "2025-02-29");
        assertThat(book.run().exit()).isZero();
        assertThat(book.rejected())
                .extracting(
                        line -> line.replaceFirst("^tickets.csv,[0-9]+,at,", "").split(",", -1)[1])
                .containsExactly("date-out-of-range", "date-out-of-range", "no-such-day");
    }

    @Test
    void leapDay_isADay() {
        ticket("at", "2024-02-29");
        assertThat(book.run().exit()).isZero();
        assertThat(book.rejected()).isEmpty();
    }

    @Test
    void event_mustNotBeRecordedBeforeItOccurred() {
        book.row(
                "usage.csv",
                "customer",
                ID,
                "id",
                "early",
                "at",
                "2026-01-10",
                "recorded-at",
                "2026-01-01",
                "quantity",
                "1");
        rejectedAt(
                "usage.csv", "recorded-at,2026-01-01,recorded-before-occurred,\"must not be before the event occurred");
    }

    @Test
    void number_mustBeOne() {
        List<String> words = List.of("NaN", "Infinity", "\"3\"", "1,5", "0x10", "١٢", "1e999", "-1e999");
        for (String word : words) {
            book.row(
                    "usage.csv",
                    "customer",
                    ID,
                    "id",
                    "n-" + word.hashCode(),
                    "at",
                    "2026-01-10",
                    "quantity",
                    word,
                    "feature",
                    "f");
        }
        Run run = book.run();
        assertThat(run.exit()).isZero();
        assertThat(book.rejected()).hasSize(words.size());
        assertThat(book.rejected().subList(0, 6))
                .allMatch(line -> line.contains(",not-a-number,must be a number such as"));
        assertThat(book.rejected().subList(6, 8)).allMatch(line -> line.contains(",out-of-range,must lie between"));
    }

    @Test
    void cells_mustBeAsManyAsTheHeaderHas() throws IOException {
        Files.writeString(
                book.file("contracts.csv"),
                Files.readString(book.file("contracts.csv")) + "c-000000,k\nc-000000,k" + ",x".repeat(40) + "\n");
        assertThat(book.run().exit()).isZero();
        assertThat(book.rejected()).hasSize(2).allMatch(line -> line.contains("cell-count"));
    }

    @Test
    void byteOrderMark_andLineEndsOfWindows_changeNothing() throws IOException {
        assertThat(book.run().exit()).isZero();
        String before = Files.readString(book.out("plan.json"));
        byte[] bytes = ("\uFEFF" + Files.readString(book.file("customers.csv")).replace("\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        book.bytes("customers.csv", bytes);
        assertThat(book.run().exit()).isZero();
        assertThat(Files.readString(book.out("plan.json"))).isEqualTo(before);
    }

    @Test
    void column_thatIsNeeded_mustBeThere() {
        book.edit("contracts.csv", text -> text.replaceFirst(",start,", ",begin,"));
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("1 error in contracts.csv:\ncontracts.csv:1: has no column for \"start\".\n"
                        + "  Maybe say in book.json which column it is, or a constant for it; the columns are");
    }

    @Test
    void column_thatFeedsNothing_isRemarked() {
        book.edit(
                "customers.csv",
                text -> text.replaceAll("(?m)$", ",x")
                        .replaceFirst(",x\n", ",colour\n")
                        .replaceFirst(",x$", ""));
        assertThat(book.run().exit()).isZero();
        assertThat(book.plan().list("data", "remarks"))
                .extracting(remark -> remark.text("text"))
                .containsExactly("customers.csv:1: has columns that feed nothing: \"colour\"");
    }

    @Test
    void wrongCharset_isTold() throws IOException {
        book.bytes(
                "customers.csv",
                (Files.readString(book.file("customers.csv")) + "Müller").getBytes(StandardCharsets.ISO_8859_1));
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("1 error in customers.csv:\ncustomers.csv:7: byte ")
                .endsWith(
                        "is no character of UTF-8.\n"
                                + "  Maybe the file is in another charset: say so in book.json, as in \"charset\": \"windows-1252\".\n");
    }

    @Test
    void cellThatNeverEnds_andCellOf50Megabytes_areRefused() throws IOException {
        String table = Files.readString(book.file("customers.csv"));
        String[] lines = {
            "1 error in customers.csv:",
            "customers.csv:7: has a cell that never ends, is longer than 1048576 characters or goes on after its closing"
                    + " quote, in the row that begins here.",
            "  Maybe a quote in it is not doubled; the rows from here on cannot be told apart."
        };
        book.bytes("customers.csv", (table + "x-1,2024-01-01,\"never closed").getBytes(StandardCharsets.UTF_8));
        refused(lines);
        book.bytes(
                "customers.csv", (table + "x-1,2024-01-01," + "A".repeat(50_000_000)).getBytes(StandardCharsets.UTF_8));
        refused(lines);
    }

    @Test
    void manifest_mustBeThere() throws IOException {
        Files.delete(book.file("book.json"));
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("1 error in book.json:\nbook.json: must be there and say how the book is to be read.");
    }

    @Test
    void emptyBook_hasAnEmptyPlan() throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(book.file(""))) {
            for (Path table :
                    files.filter(file -> file.toString().endsWith(".csv")).toList()) {
                Files.writeString(table, Files.readAllLines(table).get(0) + "\n");
            }
        }
        Run run = book.run();
        assertThat(run.error()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("0 customers, ARR EUR 0").contains("Nobody is a customer on that day.");
        assertThat(book.plan().list("customers")).isEmpty();
    }
}
