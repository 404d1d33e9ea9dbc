package dev.rapport.examples.benchmarks;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.OccurrenceState;
import dev.rapport.engagement.milestone.Tick;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Milestones in figures. {@code MilestoneFigures reckon [ZONE]}: how many occurrences a second are reckoned from scratch, by
 * processor time. {@code MilestoneFigures STORE PLANNED ...}: what a day costs of which a hundred are due, and what it costs
 * again when nothing is left, with so many planned in a store: {@code memory}, or the URL of a database.
 */
public final class MilestoneFigures {

    private static final int RECKONED = 1_000_000;
    private static final int ROUNDS = 12;
    private static final int DAYS = 60;
    private static final int BATCH = 1_000;
    private static final int FIRED = 50_000;

    private MilestoneFigures() {}

    /** Prints the figures. */
    public static void main(String[] args) throws SQLException, IOException {
        if (args[0].equals("reckon")) {
            reckon(args.length > 1 ? ZoneId.of(args[1]) : ZoneOffset.UTC);
            return;
        }
        for (int i = 1; i < args.length; i++) {
            try (LedgerStore store = LedgerStore.empty(args[0])) {
                tick(store, Integer.parseInt(args[i]));
            }
        }
    }

    private static void reckon(ZoneId zone) {
        MilestonePlanner planner = MilestoneBook.planner();
        Book book = MilestoneBook.facts(RECKONED, zone).asOf(MilestoneBook.FIRST.minusDays(1));
        Span span = new Span(MilestoneBook.FIRST, MilestoneBook.FIRST.plusDays(RECKONED));
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long began = processorTime();
            long count = 0;
            for (CustomerView view : book.customers()) {
                count += planner.reckon(view, span, List.of()).occurrences().size();
            }
            if (count != RECKONED) {
                throw new IllegalStateException(RECKONED + " must be reckoned, were " + count + ".");
            }
            least = Math.min(least, (processorTime() - began) / 1e9);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %,d occurrences reckoned in %.2f s, the least of %d rounds: %,.0f a second%n",
                zone,
                RECKONED,
                least,
                ROUNDS,
                RECKONED / least);
    }

    private static void tick(LedgerStore store, int planned) throws SQLException, IOException {
        Optional<ServerProcessorTime> server = Optional.empty();
        if (store.connection().isPresent()) {
            Connection connection = store.connection().get();
            server = Optional.of(ServerProcessorTime.of(connection));
        }
        double seconds = seconds(server);
        long recorded = MilestoneBook.plan(planned, ZoneOffset.UTC, store.ledger());
        double planning = seconds(server) - seconds;
        store.analyse();
        MilestoneLedger ledger = store.ledger();
        LocalDate day = MilestoneBook.FIRST.plusDays(MilestoneBook.STEPS);
        MilestoneBook.fire(day, ledger);
        double[] hundred = new double[DAYS];
        double[] none = new double[DAYS];
        seconds = seconds(server);
        for (int i = 0; i < DAYS; i++) {
            day = day.plusDays(1);
            long began = System.nanoTime();
            Tick tick = MilestoneBook.fire(day, ledger);
            hundred[i] = (System.nanoTime() - began) / 1e6;
            if (tick.fired().size() != MilestoneBook.A_DAY) {
                throw new IllegalStateException(
                        "On " + day + " a hundred must fire, not " + tick.fired().size() + ".");
            }
            began = System.nanoTime();
            MilestoneBook.fire(day, ledger);
            none[i] = (System.nanoTime() - began) / 1e6;
        }
        double ticking = (seconds(server) - seconds) / DAYS * 1e3;
        double[] batches = fire(ledger, server);
        System.out.printf(
                Locale.ROOT,
                "%,11d planned at %,9.0f a processor second; a day of a hundred due: %.2f ms by the clock (median),"
                        + " with nothing due %.3f ms, both %.1f ms of processor time; batches of 1,000 fired at %,.0f a processor"
                        + " second, %,.0f by the clock%n",
                recorded,
                recorded / planning,
                median(hundred),
                median(none),
                ticking,
                batches[0],
                batches[1]);
    }

    /** Up to so many of what is left, recorded as fired by the ledger alone: firings a processor second, and a second. */
    private static double[] fire(MilestoneLedger ledger, Optional<ServerProcessorTime> server) throws IOException {
        double processor = 0;
        long clock = 0;
        int fired = 0;
        while (fired < FIRED) {
            List<LedgerEntry> next = new ArrayList<>();
            for (LedgerEntry entry : ledger.due(Instant.parse("9999-01-01T00:00:00Z"), BATCH)) {
                Instant at = entry.nextAt().orElseThrow().plusSeconds(1);
                next.add(LedgerEntry.builder()
                        .from(entry)
                        .number(entry.number() + 1)
                        .state(OccurrenceState.FIRED)
                        .at(at)
                        .recordedAt(at)
                        .firedAt(at)
                        .nextAt(Optional.empty())
                        .owner("anna")
                        .alert(entry.key().token())
                        .build());
            }
            if (next.isEmpty()) {
                break;
            }
            double before = seconds(server);
            long began = System.nanoTime();
            fired += ledger.add(next).size();
            clock += System.nanoTime() - began;
            processor += seconds(server) - before;
        }
        return new double[] {fired / processor, fired / (clock / 1e9)};
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        return numbers[numbers.length / 2];
    }

    /** Of this thread, in which an embedded database works, too, and of a server's processes. */
    private static double seconds(Optional<ServerProcessorTime> server) throws IOException {
        return processorTime() / 1e9 + (server.isPresent() ? server.get().ofServer() : 0);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
