package dev.rapport.examples.policylab;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.ConsoleProgram;
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
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.memory.Memory;
import dev.rapport.segmentation.json.SegmentationSimulationJson;
import dev.rapport.segmentation.membership.SegmentationSimulation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A current and a proposed scorecard or segmentation in, what would move out. */
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
    private static final List<String> FOR_SCORECARDS = List.of("from", "bad-bands", "flap-within");
    private static final long MOVERS = 25;
    private static final long FLAP_WITHIN = 2;

    private static final String HELP = """
        Tries a proposed scorecard or segmentation on a book before it is published, and writes what would move.

          --book DIR            the folder with the CSV files and book.json
          --current FILE        the scorecard or segmentation that decides now
          --proposed FILE       the one that would decide
          --as-of DATE          the last day that both see, like 2026-06-30
          --out DIR             where simulation.json and index.html are written (default target/policy-lab)
          --from DATE           of scorecards: also holds both against what was lost since that day, at month's ends
          --segmentation FILE   lays the attribute segment over the book
          --group-by A,B        text attributes to count by (default: segment, owner.csm where they are there)
          --bad-bands A,B       of scorecards: the bands that call somebody in (default: the lowest)
          --movers N            of how many customers the reasons are told (default 25); of segmentations on
                                the page, the file has all
          --flap-within N       of scorecards: a band left and entered again within so many months has flapped (default 2)
          --help                this text

        A book to begin with: the quickstart's --write-sample DIR.
        """;

    static final ConsoleProgram PROGRAM = ConsoleProgram.of(HELP, (arguments, out) -> new Main(arguments, out).run())
            .options(OPTIONS);

    private final Arguments arguments;
    private final PrintStream out;
    private final Progress progress = Progress.onStandardError();

    private Main(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /** Runs the program; ends with 0, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }

    private void run() {
        Path bookFolder = Path.of(arguments.get("book"));
        arguments.get("current");
        arguments.get("proposed");
        LocalDate date = arguments
                .findDate("as-of")
                .orElseThrow(() -> new UserError("option (--as-of) is missing.\nMaybe --as-of 2026-06-30."));
        progress.begin("Reading " + bookFolder);
        LabBook lab = LabBook.read(bookFolder, arguments.findPath("segmentation"), date);
        progress.finish();
        Book book = lab.at(lab.asOf(date));
        if (book.size() == 0) {
            throw new UserError("book (" + bookFolder + ") must have customers on " + date + ", has none.\n"
                    + "Maybe the date is before its first customer.");
        }
        JsonInput current =
                Proposal.input("current", arguments.findPath("current").orElseThrow());
        JsonInput proposed =
                Proposal.input("proposed", arguments.findPath("proposed").orElseThrow());
        List<AttributeKey<String>> groupBy = lab.groupBy(arguments.find("group-by"), book);
        if (SegmentationProposal.isAskedFor(current, proposed)) {
            trySegmentation(lab, book, SegmentationProposal.read(current, proposed, book), groupBy);
        } else {
            tryScorecard(lab, book, Proposal.read(current, proposed, book), groupBy);
        }
    }

    private void tryScorecard(LabBook lab, Book book, Proposal proposal, List<AttributeKey<String>> groupBy) {
        int flapWithin =
                arguments.findWhole("flap-within", 1, 120).orElse(FLAP_WITHIN).intValue();
        Set<String> badBands = proposal.badBands(arguments.find("bad-bands"));
        Simulation simulation = Simulation.of(
                book,
                proposal.current(book),
                proposal.proposed(book),
                Memory.empty(),
                new SimulationScope(badBands, groupBy, movers()));
        progress.begin("Replaying");
        Optional<Challenge> challenge = arguments
                .findDate("from")
                .map(first -> Challenge.of(
                        lab::at,
                        proposal::current,
                        proposal::proposed,
                        lab.dates(first, book.date()),
                        lab.losses(book.date()),
                        new ChallengeRule(badBands, flapWithin)));
        progress.finish();
        OutputFolder folder = folder();
        folder.write(
                "simulation.json",
                writer -> JsonLayout.PRETTY.write(writer, json -> SimulationJson.write(simulation, challenge, json)));
        folder.write("index.html", writer -> new LabPage(simulation, challenge, lab.remarks(), book).write(writer));
        finish(folder, LabSummary.lines(simulation, challenge), lab.remarks());
    }

    private void trySegmentation(
            LabBook lab, Book book, SegmentationProposal proposal, List<AttributeKey<String>> groupBy) {
        for (String option : FOR_SCORECARDS) {
            if (arguments.find(option).isPresent()) {
                throw new UserError("option (--" + option + ") is for scorecards, these are segmentations.\n"
                        + "Maybe leave it out.");
            }
        }
        int shown = movers();
        SegmentationSimulation simulation = proposal.simulation(book, day -> lab.at(lab.asOf(day)));
        SegmentMoves moves = new SegmentMoves(simulation);
        List<String> remarks = new ArrayList<>(proposal.remarks(simulation));
        remarks.addAll(lab.remarks());
        OutputFolder folder = folder();
        folder.write(
                "simulation.json",
                writer -> JsonLayout.PRETTY.write(
                        writer,
                        json -> SegmentationSimulationJson.write(
                                simulation, proposal.currentHeader(), proposal.proposedHeader(), groupBy, json)));
        folder.write(
                "index.html",
                writer -> new SegmentationPage(proposal, moves, book, groupBy, shown, remarks).write(writer));
        finish(folder, SegmentSummary.lines(proposal, moves, book.date(), groupBy), remarks);
    }

    private int movers() {
        return arguments.findWhole("movers", 0, 10_000).orElse(MOVERS).intValue();
    }

    private OutputFolder folder() {
        return OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "policy-lab")));
    }

    private void finish(OutputFolder folder, List<String> summary, List<String> remarks) {
        summary.forEach(out::println);
        remarks.forEach(out::println);
        out.println("Written to " + folder.path() + ": open index.html");
    }
}
