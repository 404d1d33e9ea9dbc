package dev.rapport.engagement.testkit;

import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.RenewalTrigger;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.engagement.milestone.jdbc.JdbcMilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.LedgerSchema;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * An instance of a host that ticks day after day until it is killed: {@code KilledWorker URL FOLDER}. In the folder it
 * appends what it delivered, and each day that came to its end.
 */
final class KilledWorker {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final int CUSTOMERS = 60;
    static final List<String> STEPS = List.of("7 days before", "on the day");
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");

    private KilledWorker() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        try (Connection connection = connect(args[0])) {
            MilestoneLedger ledger = JdbcMilestoneLedger.on(connection);
            Facts facts = facts();
            for (LocalDate day = nextDay(folder); ; day = day.plusDays(1)) {
                planner().plan(facts.asOf(day), 10, ledger);
                planner().tick(facts.asOf(day), ledger);
                for (List<Alert> alerts = ledger.undelivered(5); !alerts.isEmpty(); alerts = ledger.undelivered(5)) {
                    for (Alert alert : alerts) {
                        append(folder.resolve("delivered"), alert.token());
                        ledger.markDelivered(List.of(alert.token()));
                    }
                }
                append(folder.resolve("days"), day.toString());
            }
        }
    }

    static Connection connect(String url) throws Exception {
        Connection connection = DriverManager.getConnection(url);
        if (url.startsWith("jdbc:sqlite:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 20000");
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
            }
        }
        return connection;
    }

    static void prepare(String url) throws Exception {
        try (Connection connection = connect(url)) {
            LedgerSchema.upgrade(connection);
        }
    }

    private static LocalDate nextDay(Path folder) throws IOException {
        Path days = folder.resolve("days");
        LocalDate last = FIRST.minusDays(1);
        for (String line : Files.exists(days) ? Files.readAllLines(days) : List.<String>of()) {
            LocalDate day = LocalDate.parse(line);
            last = day.isAfter(last) ? day : last;
        }
        return last.plusDays(1);
    }

    private static void append(Path file, String line) throws IOException {
        Files.write(
                file,
                (line + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    static MilestonePlanner planner() {
        Milestone.Builder milestone = Milestone.builder()
                .id("renewal")
                .trigger(new RenewalTrigger())
                .fireLateUpToDays(0)
                .reissueWhenMovedByDays(1)
                .alerts("csm");
        STEPS.forEach(step -> milestone.addSteps(Step.parse(step)));
        return MilestonePlanner.of(
                Milestones.of(DocumentHeader.of("m", "1"), List.of(milestone.build())),
                Reckoning.in(CurrencyUnit.EUR));
    }

    /** Contracts that renew by themselves each month, on the day of the month that their number says. */
    static Facts facts() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String id = "customer-" + i;
            LocalDate start = LocalDate.of(2025, 12, 1 + i % 28);
            customers.add(Customer.builder(id, SINCE)
                    .add(
                            Contract.SERIES,
                            entry -> entry.id(id)
                                    .at(SINCE)
                                    .with(Contract.START, start)
                                    .with(Contract.END, start.plusMonths(1))
                                    .with(Contract.AUTO_RENEWS, true))
                    .build());
        }
        return Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }
}
