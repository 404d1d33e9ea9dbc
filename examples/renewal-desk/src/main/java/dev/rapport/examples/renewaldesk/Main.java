package dev.rapport.examples.renewaldesk;

import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** Reads a book and a policy of milestones, and keeps what became of them in a database. */
public final class Main {

    private static final Set<String> COMMANDS = Set.of("tick", "ahead", "why", "ack", "snooze", "serve");
    private static final Set<String> OPTIONS = Set.of(
            "book", "milestones", "as-of", "jdbc", "out", "customer", "owner", "key", "by", "note", "until", "from", "to",
            "port");
    private static final String LEDGER = "jdbc:sqlite:target/renewal-desk/ledger.db";
    private static final int PORT = 8017;

    private static final String HELP = """
            Tells what falls due for the customers of a book, each thing once, and says why something was not told.

              tick     fires what is due; one JSON line for each alert that was not delivered before
              ahead    what will be due (--from D --to D [--customer ID] [--owner NAME]); one JSON line each
              why      what became of what was due in the last 90 days and will be in the next (--customer ID), or of
                       one occurrence (--key K), and why
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
        int exit = run(args, System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream error) {
        try {
            Arguments arguments = Arguments.parse(args, COMMANDS, OPTIONS, Set.of("help"));
            if (arguments.has("help")) {
                out.print(HELP);
            } else {
                new Main(arguments, out, Clock.systemUTC()).run();
            }
            return 0;
        } catch (UserError | InvalidDocumentException e) {
            error.println(e.getMessage());
            return 2;
        }
    }

    private void run() {
        String command = arguments
                .command()
                .orElseThrow(() -> new UserError("a command must stand first: tick, ahead, why, ack, snooze or serve.\n"
                        + "Maybe see --help."));
        arguments.only("owner", Set.of("ahead"));
        arguments.only("key", Set.of("why", "ack", "snooze"));
        arguments.only("until", Set.of("snooze"));
        arguments.only("port", Set.of("serve"));
        DeskBook book = DeskBook.read(path("book"), arguments.findPath("milestones"));
        try (Ledger ledger = Ledger.open(arguments.find("jdbc").orElse(LEDGER))) {
            Desk desk = new Desk(book, ledger.store(), out);
            AsOf asOf = asOf(book.zone());
            switch (command) {
                case "tick" -> desk.tick(asOf, folder());
                case "ahead" -> desk.ahead(
                        asOf, date("from"), date("to"), arguments.find("customer"), arguments.find("owner"), folder());
                case "why" -> desk.why(asOf, arguments.find("key").map(Main::key), arguments.find("customer"));
                case "ack" -> desk.acknowledge(
                        asOf, key(arguments.get("key")), arguments.get("by"), arguments.find("note").orElse("noted"));
                case "snooze" -> desk.snooze(asOf, key(arguments.get("key")), arguments.get("by"), date("until"));
                default -> serve(desk, book.zone());
            }
        } catch (IOException e) {
            throw new UserError("the page cannot be served: " + e.getMessage(), e);
        }
    }

    private void serve(Desk desk, ZoneId zone) throws IOException {
        int port = arguments.findWhole("port", 0, 65_535).orElse((long) PORT).intValue();
        try (DeskServer server = DeskServer.start(desk, () -> asOf(zone), port)) {
            out.println("Listening on " + server.address() + " until Control-C");
            out.flush();
            server.await();
        }
    }

    private OutputFolder folder() {
        return OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "renewal-desk")));
    }

    private Path path(String option) {
        return arguments
                .findPath(option)
                .orElseThrow(() -> new UserError("option (--" + option + ") is missing.\nMaybe see --help."));
    }

    private LocalDate date(String option) {
        return arguments
                .findDate(option)
                .orElseThrow(() -> new UserError("option (--" + option + ") is missing.\nMaybe see --help."));
    }

    private static OccurrenceKey key(String token) {
        try {
            return OccurrenceKey.parse(token);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UserError("option (--key " + token + ") must be a key as tick prints it.\nMaybe quote it: it has"
                    + " spaces and bars.", e);
        }
    }

    private AsOf asOf(ZoneId zone) {
        Optional<String> text = arguments.find("as-of");
        if (text.isEmpty()) {
            return AsOf.of(clock.instant());
        }
        try {
            return text.get().contains("T")
                    ? AsOf.of(Instant.parse(text.get()))
                    : AsOf.endOf(LocalDate.parse(text.get()), zone);
        } catch (DateTimeParseException e) {
            throw new UserError(
                    "option (--as-of " + text.get() + ") must be like 2026-06-30T06:00:00Z or 2026-06-30.", e);
        }
    }
}
