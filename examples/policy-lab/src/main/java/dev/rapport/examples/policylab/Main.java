package dev.rapport.examples.policylab;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.Progress;
import dev.rapport.examples.shared.UserError;
import dev.rapport.health.challenge.Challenge;
import dev.rapport.health.challenge.ChallengeRule;
import dev.rapport.health.json.SimulationJson;
import dev.rapport.health.simulation.Simulation;
import dev.rapport.health.simulation.SimulationScope;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.problem.InvalidDocumentException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A current and a proposed scorecard in, what would move out. */
public final class Main {

    private static final Set<String> OPTIONS = Set.of(
            "book",
            "current",
            "proposed",
            "as-of",
            "out",
            "from",
            "segmentation",
            "group-by",
            "bad-bands",
            "movers",
            "flap-within");
    private static final Set<String> FLAGS = Set.of("help");
    private static final long MOVERS = 25;
    private static final long FLAP_WITHIN = 2;

    private static final String HELP = """
        Tries a proposed scorecard on a book before it is published, and writes what would move.

          --book DIR            the folder with the CSV files and book.json
          --current FILE        the scorecard that decides now
          --proposed FILE       the scorecard that would decide
          --as-of DATE          the last day that both see, like 2026-06-30
          --out DIR             where simulation.json and index.html are written (default target/policy-lab)
          --from DATE           also holds both against what was lost since that day, at month's ends
          --segmentation FILE   lays the attribute segment over the book
          --group-by A,B        text attributes to count by (default: segment, owner.csm where they are there)
          --bad-bands A,B       the bands that call somebody in (default: the lowest)
          --movers N            of how many customers the reasons are told (default 25)
          --flap-within N       a band left and entered again within so many months has flapped (default 2)
          --help                this text

        A book to begin with: the quickstart's --write-sample DIR.
        """;

    private final Arguments arguments;
    private final PrintStream out;
    private final Progress progress = Progress.onStandardError();

    private Main(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
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
            Arguments arguments = Arguments.parse(args, Set.of(), OPTIONS, FLAGS);
            if (arguments.has("help")) {
                out.print(HELP);
            } else {
                new Main(arguments, out).run();
            }
            return 0;
        } catch (UserError | InvalidDocumentException e) {
            error.println(e.getMessage());
            return 2;
        }
    }

    private void run() {
        Path bookFolder = Path.of(arguments.get("book"));
        arguments.get("current");
        arguments.get("proposed");
        LocalDate date = arguments
                .findDate("as-of")
                .orElseThrow(() -> new UserError("option (--as-of) is missing.\nMaybe --as-of 2026-06-30."));
        Optional<LocalDate> from = arguments.findDate("from");
        int movers = arguments.findWhole("movers", 0, 10_000).orElse(MOVERS).intValue();
        int flapWithin =
                arguments.findWhole("flap-within", 1, 120).orElse(FLAP_WITHIN).intValue();
        progress.begin("Reading " + bookFolder);
        LabBook lab = LabBook.read(bookFolder, arguments.findPath("segmentation"), date);
        progress.finish();
        Book book = lab.at(lab.asOf(date));
        if (book.size() == 0) {
            throw new UserError("book (" + bookFolder + ") must have customers on " + date + ", has none.\n"
                    + "Maybe the date is before its first customer.");
        }
        Proposal proposal = Proposal.read(
                arguments.findPath("current").orElseThrow(),
                arguments.findPath("proposed").orElseThrow(),
                book);
        Set<String> badBands = proposal.badBands(arguments.find("bad-bands"));
        List<AttributeKey<String>> groupBy = lab.groupBy(arguments.find("group-by"), book);
        Simulation simulation = Simulation.of(
                book,
                proposal.current(book),
                proposal.proposed(book),
                Memory.empty(),
                new SimulationScope(badBands, groupBy, movers));
        progress.begin("Replaying");
        Optional<Challenge> challenge = from.map(first -> Challenge.of(
                lab::at,
                proposal::current,
                proposal::proposed,
                lab.dates(first, date),
                lab.losses(date),
                new ChallengeRule(badBands, flapWithin)));
        progress.finish();
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "policy-lab")));
        folder.write(
                "simulation.json",
                writer -> JsonLayout.PRETTY.write(writer, json -> SimulationJson.write(simulation, challenge, json)));
        folder.write("index.html", writer -> new LabPage(simulation, challenge, lab.remarks(), book).write(writer));
        LabSummary.lines(simulation, challenge).forEach(out::println);
        lab.remarks().forEach(out::println);
        out.println("Written to " + folder.path() + ": open index.html");
    }
}
