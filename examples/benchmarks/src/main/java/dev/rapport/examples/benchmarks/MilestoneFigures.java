package dev.rapport.examples.benchmarks;

import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.DateAttributeTrigger;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.OccurrenceState;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.engagement.milestone.Tick;
import dev.rapport.engagement.milestone.jdbc.JdbcMilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.LedgerSchema;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.shape.DocumentHeader;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * The ledger of milestones in figures: {@code MilestoneFigures JDBC-URL [CUSTOMERS ...]}, each number of customers with ten
 * occurrences each, of which those of one day are fired, by the processor time of the thread. The tables of the ledger are made anew for each.
 */
public final class MilestoneFigures {

    private static final AttributeKey<LocalDate> DATE = AttributeKey.date("go-live.date");
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final int STEPS = 10;
    private static final int DUE = 100;
    private static final int BATCH = 1_000;

    private MilestoneFigures() {}

    /** Prints the figures. */
    public static void main(String[] args) throws SQLException {
        for (int i = 1; i < args.length; i++) {
            try (Connection connection = DriverManager.getConnection(args[0])) {
                measure(connection, Integer.parseInt(args[i]));
            }
        }
    }

    private static void measure(Connection connection, int customers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
            }
            statement.execute("DROP TABLE IF EXISTS rapport_occurrence");
            statement.execute("DROP TABLE IF EXISTS rapport_ledger_version");
        }
        LedgerSchema.upgrade(connection);
        MilestoneLedger ledger = JdbcMilestoneLedger.on(connection);
        MilestonePlanner planner = planner();
        Facts facts = facts(customers);
        Book book = facts.asOf(TODAY);
        print(customers, "reckoned, not recorded", reckon(planner, book), true);
        long began = processorTime();
        long planned = planner.plan(book, 2_000, ledger).recorded().size();
        print(customers, "planned and recorded", new long[] {planned, processorTime() - began}, true);
        Book due = facts.asOf(TODAY.plusDays(20));
        began = processorTime();
        Tick tick = planner.fire(due, ledger);
        print(customers, "a tick, " + tick.fired().size() + " due", new long[] {1, processorTime() - began}, false);
        began = processorTime();
        planner.fire(due, ledger);
        print(customers, "a tick, nothing due", new long[] {1, processorTime() - began}, false);
        print(customers, "fired in batches", fireAll(ledger, book.customerIds()), true);
        began = processorTime();
        long delivered = 0;
        for (List<Alert> alerts = ledger.undelivered(BATCH); !alerts.isEmpty(); alerts = ledger.undelivered(BATCH)) {
            ledger.markDelivered(alerts.stream().map(Alert::token).toList());
            delivered += alerts.size();
        }
        print(customers, "delivered in batches", new long[] {delivered, processorTime() - began}, true);
    }

    private static long[] reckon(MilestonePlanner planner, Book book) {
        long[] best = {0, Long.MAX_VALUE};
        for (int round = 0; round < 5; round++) {
            long began = processorTime();
            long count = 0;
            for (CustomerView view : book.customers()) {
                count += planner.occurrences(view, new Span(TODAY, TODAY.plusYears(10)), List.of())
                        .size();
            }
            long took = processorTime() - began;
            best = took < best[1] ? new long[] {count, took} : best;
        }
        return best;
    }

    private static long[] fireAll(MilestoneLedger ledger, List<String> ids) {
        long took = 0;
        long fired = 0;
        for (int from = 0; from < ids.size(); from += BATCH / STEPS) {
            List<LedgerEntry> next = new ArrayList<>();
            for (LedgerEntry entry : ledger.latestOf(ids.subList(from, Math.min(from + BATCH / STEPS, ids.size())))) {
                if (entry.isOpen()) {
                    Instant at = entry.nextAt().orElseThrow().plusSeconds(1);
                    next.add(LedgerEntry.builder()
                            .from(entry)
                            .number(2)
                            .state(OccurrenceState.FIRED)
                            .at(at)
                            .recordedAt(at)
                            .firedAt(at)
                            .nextAt(Optional.empty())
                            .owner("anna")
                            .alert(entry.key().token())
                            .build());
                }
            }
            long began = processorTime();
            fired += ledger.add(next).size();
            took += processorTime() - began;
        }
        return new long[] {fired, took};
    }

    /** Of this thread, in which an embedded database works, too; a server's is not in it. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(int customers, String what, long[] countAndNanos, boolean rate) {
        double seconds = countAndNanos[1] / 1e9;
        System.out.printf(
                Locale.ROOT,
                rate ? "%,d customers: %s: %,d in %.2f s, %,.0f a second%n" : "%,d customers: %s: %4$.1f ms%n",
                customers,
                what,
                countAndNanos[0],
                rate ? seconds : seconds * 1_000,
                countAndNanos[0] / seconds);
    }

    private static MilestonePlanner planner() {
        Milestone.Builder milestone = Milestone.builder()
                .id("go-live")
                .trigger(new DateAttributeTrigger(DATE))
                .fireLateUpToDays(3)
                .reissueWhenMovedByDays(30)
                .alerts("csm");
        for (int step = 1; step <= STEPS; step++) {
            milestone.addSteps(Step.before(step * 30, Step.Unit.DAYS));
        }
        return MilestonePlanner.of(
                Milestones.of(DocumentHeader.of("m", "1"), List.of(milestone.build())),
                Reckoning.in(CurrencyUnit.EUR));
    }

    /** A hundred customers have something due in twenty days, the others later. */
    private static Facts facts(int count) {
        List<Customer> customers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            LocalDate date = TODAY.plusDays(i < DUE ? 320 : 400 + i % 1_000);
            customers.add(
                    Customer.builder("c-" + i, SINCE).set(DATE, date, SINCE).build());
        }
        return Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }
}
