package dev.rapport.examples.renewaldesk;

import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.tables.BookManifest;
import dev.rapport.model.tables.BookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A folder with a small book, its policy and its ledger, and runs of the program on it.
 *
 * @param folder  where everything lies
 */
record DeskFolder(Path folder) {

    private static final Instant SINCE = Instant.parse("2025-01-01T00:00:00Z");
    private static final String POLICY = """
            {"format": "rapport/milestones", "version": 1, "id": "m", "revision": "1", "milestones": [
              {"id": "renewal", "trigger": {"type": "renewal"}, "steps": ["30 days before", "7 days before"],
               "fireLateUpToDays": 3, "reissueWhenMovedByDays": 30, "alerts": "csm",
               "whenUntouched": {"afterDays": 5, "alerts": "lead"}}]}
            """;

    /** Customers whose contracts end on 1 January 2027, one for each name; their ids are c-0, c-1, ... */
    static DeskFolder of(Path folder, String... names) throws IOException {
        DeskFolder desk = new DeskFolder(folder);
        desk.writeBook(LocalDate.of(2027, 1, 1), names);
        return desk;
    }

    /** The book anew, with other customers or another end of their contracts; the ledger stays. */
    void writeBook(LocalDate end, String... names) throws IOException {
        List<Customer> customers = new ArrayList<>();
        for (String name : names) {
            String id = "c-" + customers.size();
            customers.add(Customer.builder(id, SINCE)
                    .set(CustomerAttributes.NAME, name, SINCE)
                    .add(
                            Contract.SERIES,
                            entry -> entry.id(id + "-contract")
                                    .at(SINCE)
                                    .with(Contract.START, LocalDate.of(2026, 1, 1))
                                    .with(Contract.END, end)
                                    .with(Contract.ARR, Money.of(CurrencyUnit.EUR, 90_000)))
                    .add(
                            Ownership.SERIES,
                            entry -> entry.id(id + "-owner")
                                    .at(SINCE)
                                    .with(Ownership.ROLE, "csm")
                                    .with(Ownership.OWNER, "anna")
                                    .with(Ownership.FROM, LocalDate.of(2026, 1, 1)))
                    .build());
        }
        Path book = Files.createDirectories(folder.resolve("book"));
        BookWriter.to(name -> Files.newBufferedWriter(book.resolve(name), StandardCharsets.UTF_8))
                .write(
                        BookManifest.of(DocumentHeader.of("desk", "1"), ZoneId.of("Europe/Berlin"), CurrencyUnit.EUR),
                        RateTable.empty(CurrencyUnit.EUR),
                        customers);
        Files.createDirectories(book.resolve("policies"));
        Files.writeString(book.resolve("policies").resolve("milestones.json"), POLICY);
    }

    String ledger() {
        return "jdbc:sqlite:" + folder.resolve("ledger.db");
    }

    /** A run of a command on this book, its ledger and this folder. */
    Run run(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(
                command,
                "--book",
                folder.resolve("book").toString(),
                "--jdbc",
                ledger(),
                "--out",
                folder.resolve("out").toString()));
        line.addAll(Arrays.asList(more));
        return Run.of(line.toArray(new String[0]));
    }

    /**
     * What a run of the program gave.
     *
     * @param exit  its exit code
     * @param out  what it wrote to standard output
     * @param error  what it wrote to standard error
     */
    record Run(int exit, String out, String error) {

        static Run of(String... line) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream error = new ByteArrayOutputStream();
            int exit = Main.PROGRAM.run(
                    line,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(error, true, StandardCharsets.UTF_8));
            return new Run(exit, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
        }

        Stream<String> lines() {
            return out.lines();
        }
    }
}
