package dev.rapport.examples.renewaldesk;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a book and a policy of milestones, and keeps what became of them in a database. */
public final class Main {

    private static final Set<String> COMMANDS = Set.of("tick", "ahead", "why", "ack", "snooze", "serve");
    private static final Map<String, Set<String>> OF_SOME_COMMANDS = Map.of(
            "customer", Set.of("ahead", "why"),
            "owner", Set.of("ahead"),
            "key", Set.of("why", "ack", "snooze"),
            "by", Set.of("ack", "snooze"),
            "note", Set.of("ack"),
            "until", Set.of("snooze"),
            "from", Set.of("ahead"),
            "to", Set.of("ahead"),
            "port", Set.of("serve"));
    private static final Set<String> OPTIONS = options("book", "milestones", "as-of", "jdbc", "out");
    private static final String LEDGER = "jdbc:sqlite:target/renewal-desk/ledger.db";
    private static final int PORT = 8017;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9990;

    private static final String HELP = """
            Tells what falls due for the customers of a book, each thing once, and says why something was not told.

              tick     fires what is due; one JSON line for each alert that was not delivered before
              ahead    what will be due (--from D --to D [--customer ID] [--owner NAME]); one JSON line each
              why      what became of what was due in the last 90 days and will be in the next (--customer ID), or of
                       one occurrence (--key K), and why; also of customers who are not in the book any more
              ack      takes note of an alert (--key K --by NAME [--note TEXT])
              snooze   puts an alert off (--key K --by NAME --until D)
              serve    a web page of what is due, on this machine only, until the program is stopped

              --book DIR        the folder with the tables (see quickstart's --write-sample)
              --milestones F    the policy (default: policies/milestones.json of the book)
              --as-of T         the instant that is seen, like 2026-06-30T06:00:00Z, or a day, which means its end
                                (default: now)
              --jdbc URL        the ledger (default jdbc:sqlite:target/renewal-desk/ledger.db); SQLite or PostgreSQL
              --out DIR         where tick writes due.html, and ahead milestones.ics (default target/renewal-desk)
              --port N          where serve listens (default 8017)
              --help            this text

            Ticks may come at any time, from several machines, and be repeated: what has fired never fires again. An alert
            whose delivery was cut short comes again with the same key.
            """;

    static final ConsoleProgram PROGRAM = ConsoleProgram.of(
                    HELP, (arguments, out) -> new Main(arguments, out, Clock.systemUTC()).run())
            .commands(COMMANDS)
            .options(OPTIONS);

    private final Arguments arguments;
    private final PrintStream out;
    private final Clock clock;

    private Main(Arguments arguments, PrintStream out, Clock clock) {
        this.arguments = arguments;
        this.out = out;
        this.clock = clock;
    }

    /** Runs the program; ends with 0, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }

    private void run() {
        String command = arguments
                .command()
                .orElseThrow(() -> new UserError(
                        "command must stand first: tick, ahead, why, ack, snooze or serve.\nMaybe see --help."));
        OF_SOME_COMMANDS.forEach(arguments::only);
        DeskBook book = DeskBook.read(arguments.getPath("book"), arguments.findPath("milestones"));
        try (Ledger ledger = Ledger.open(arguments.find("jdbc").orElse(LEDGER))) {
            Desk desk = new Desk(book, ledger.store(), out);
            AsOf asOf = asOf(book.zone());
            switch (command) {
                case "tick" -> desk.tick(asOf, folder());
                case "ahead" -> desk.ahead(asOf, span(), arguments.find("customer"), arguments.find("owner"), folder());
                case "why" -> why(desk, asOf);
                case "ack" ->
                    desk.acknowledge(
                            asOf,
                            key(arguments.get("key")),
                            arguments.get("by"),
                            arguments.find("note").orElse("noted"));
                case "snooze" ->
                    desk.snooze(asOf, key(arguments.get("key")), arguments.get("by"), arguments.getDate("until"));
                default -> serve(desk, book.zone());
            }
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException) {
                throw new UserError(e.getMessage() + "\nMaybe somebody else holds it, or it may not be written to.", e);
            }
            throw e;
        }
    }

    private static Set<String> options(String... ofAllCommands) {
        Set<String> options = new TreeSet<>(OF_SOME_COMMANDS.keySet());
        Collections.addAll(options, ofAllCommands);
        return options;
    }

    private void why(Desk desk, AsOf asOf) {
        Optional<OccurrenceKey> key = arguments.find("key").map(Main::key);
        Optional<String> customer = arguments.find("customer");
        if (key.isPresent() == customer.isPresent()) {
            throw new UserError("option (--customer) or (--key) must be there, and not both.\nMaybe see --help.");
        }
        if (key.isPresent()) {
            desk.why(asOf, key.get());
        } else {
            desk.why(asOf, customer.orElseThrow());
        }
    }

    private Span span() {
        LocalDate from = arguments.getDate("from");
        LocalDate to = arguments.getDate("to");
        if (to.isBefore(from)) {
            throw new UserError("option (--to " + to + ") must not be before --from " + from + ".");
        }
        return new Span(from, to.plusDays(1));
    }

    private void serve(Desk desk, ZoneId zone) {
        int port = arguments.findWhole("port", 0, 65_535).orElse((long) PORT).intValue();
        try (DeskServer server = DeskServer.start(desk, () -> asOf(zone), port)) {
            out.println("Listening on " + server.address() + " until Control-C");
            out.flush();
            server.await();
        } catch (IOException e) {
            throw new UserError(
                    "option (--port " + port + ") must be a port that is free: " + e.getMessage()
                            + ".\nMaybe --port 0, which takes any.",
                    e);
        }
    }

    private OutputFolder folder() {
        return OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "renewal-desk")));
    }

    private static OccurrenceKey key(String token) {
        try {
            return OccurrenceKey.parse(token);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UserError(
                    "option (--key " + token + ") must be a key as tick prints it.\nMaybe quote it: it has"
                            + " spaces and bars.",
                    e);
        }
    }

    private AsOf asOf(ZoneId zone) {
        Optional<String> text = arguments.find("as-of");
        if (text.isEmpty()) {
            return AsOf.of(clock.instant());
        }
        try {
            AsOf asOf = text.get().contains("T")
                    ? AsOf.of(Instant.parse(text.get()))
                    : AsOf.endOf(LocalDate.parse(text.get()), zone);
            int year = asOf.date(zone).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new UserError("option (--as-of " + text.get() + ") must lie in the years from " + FIRST_YEAR
                        + " to " + LAST_YEAR + ".");
            }
            return asOf;
        } catch (DateTimeParseException e) {
            throw new UserError(
                    "option (--as-of " + text.get() + ") must be like 2026-06-30T06:00:00Z or 2026-06-30.", e);
        }
    }
}
