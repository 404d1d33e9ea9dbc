package dev.rapport.examples.quickstart;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileViews;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.pack.ReviewPack;
import dev.rapport.engagement.plan.ChurnLearning;
import dev.rapport.engagement.plan.HealthHistory;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.PlanFiles;
import dev.rapport.examples.shared.PlanSummary;
import dev.rapport.examples.shared.Progress;
import dev.rapport.examples.shared.UserError;
import dev.rapport.health.change.HealthChange;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.tables.FileKind;
import dev.rapport.model.time.AsOf;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The main job: facts and policies in, the plan out. */
public final class Main {

    private static final Set<String> OPTIONS = Set.of(
            "book",
            "policies",
            "as-of",
            "out",
            "compare-to",
            "write-sample",
            "format",
            "customers",
            "seed",
            "customer",
            "person",
            "from",
            "to",
            "for",
            "secret");
    private static final Set<String> FLAGS = Set.of("check", "b2c");
    private static final int BUSINESSES = 300;
    private static final int CONSUMERS = 500;
    private static final long SEED = 7;

    private static final String HELP = """
            Reads facts and policies and writes the plan of a customer success team.
            Without options it runs on an embedded, invented book of 300 businesses.

              --book DIR          the folder with your own tables, CSV or JSON Lines, and book.json
                                  (see docs/formats.md)
              --policies DIR      the folder with the policy documents (default: DIR/policies of the book)
              --as-of DATE        the last day that the plan sees, like 2026-06-30
              --out DIR           where plan.json, index.html and customers/ are written (default target/plan)
              --compare-to DATE   since when changes are told (default: the end of the quarter before)
              --check             says which columns feed which section of the plan, and what is missing
              --b2c               the embedded book of consumers instead of businesses
              --customers N       the size of the embedded book, up to 1,000,000
              --seed S            decides what the embedded book is like (default 7)
              --write-sample DIR  writes the embedded book and its policies as a folder, and stops
              --format F          what the tables of the sample are written as: csv (default) or jsonl
              --help              this text

            Commands:
              explain --customer ID --from DATE --to DATE   why a health score moved
              file --customer ID --as-of DATE               one customer's file; review: its annual review
                   --for READER                             as ceo, vp, csm, partner or customer may see it,
                                                            or whom the policies' file-views.json names
                   --secret FILE                            what names are hashed with for READER
              erase --customer ID [--person ID] --out DIR   the book (--book DIR) without personal data
            """;

    static final ConsoleProgram PROGRAM = ConsoleProgram.of(
                    HELP, (arguments, out) -> new Main(arguments, out, Progress.onStandardError()).run())
            .commands("explain", "file", "review", "erase")
            .options(OPTIONS)
            .flags(FLAGS)
            .alsoWithoutArguments();

    private final Arguments arguments;
    private final PrintStream out;
    private final Progress progress;

    private Main(Arguments arguments, PrintStream out, Progress progress) {
        this.arguments = arguments;
        this.out = out;
        this.progress = progress;
    }

    /** Runs the program; ends with 0, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }

    private void run() {
        arguments.only("customer", Set.of("explain", "file", "review", "erase"));
        arguments.only("person", Set.of("erase"));
        arguments.only("from", Set.of("explain"));
        arguments.only("to", Set.of("explain"));
        arguments.only("for", Set.of("file", "review"));
        arguments.only("secret", Set.of("file", "review"));
        Optional<Path> sample = arguments.findPath("write-sample");
        FileKind format = format(sample.isPresent());
        if (sample.isPresent()) {
            SampleBook book = sampleBook();
            SampleFolder.write(book, arguments.has("b2c"), format, OutputFolder.at(sample.get()));
            out.println(book.size() + " customers and their policies written to " + sample.get());
            return;
        }
        if (arguments.command().equals(Optional.of("erase"))) {
            erase();
            return;
        }
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "plan")));
        Source source = source(folder);
        AsOf asOf = AsOf.endOf(
                arguments.findDate("as-of").orElse(source.date()),
                source.facts().zone());
        Policies policies = PolicyDocuments.read(
                        source.documents(), source.facts().asOf(asOf).provides())
                .orThrow();
        Planner planner = planner(policies, source);
        switch (arguments.command().orElse("plan")) {
            case "explain" -> explain(source, planner);
            case "file", "review" ->
                file(source, planner, asOf, policies.fileViews().orElseGet(FileViews::standard), folder);
            default -> plan(source, planner, asOf, folder);
        }
    }

    private FileKind format(boolean isWritten) {
        Optional<String> format = arguments.find("format");
        if (format.isPresent() && !isWritten) {
            throw new UserError("option (--format) must come with --write-sample: a book of any format is read as it"
                    + " is.\nMaybe see --help.");
        }
        return Arrays.stream(FileKind.values())
                .filter(kind -> kind.suffix().equals(format.orElse(FileKind.CSV.suffix())))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "option (--format " + format.orElse("") + ") must be csv or jsonl.\nMaybe see --help."));
    }

    private Planner planner(Policies policies, Source source) {
        Planner planner = Planner.of(policies, source.reckoning())
                .learningChurn(policies.churnLearning().orElseGet(ChurnLearning::standard))
                .reportingTo(progress::at);
        return source.origin().timeSheet().map(planner::counting).orElse(planner);
    }

    private SampleBook sampleBook() {
        boolean consumers = arguments.has("b2c");
        int size = arguments
                .findWhole("customers", 1, 1_000_000)
                .orElse((long) (consumers ? CONSUMERS : BUSINESSES))
                .intValue();
        long seed = arguments.findWhole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(SEED);
        return consumers ? SampleBook.consumers(size, seed) : SampleBook.generate(size, seed);
    }

    private Source source(OutputFolder folder) {
        Optional<Path> book = arguments.findPath("book");
        if (book.isEmpty()) {
            return arguments.has("check")
                    ? Sources.sampleTables(sampleBook(), arguments.has("b2c"), arguments.findPath("policies"))
                    : Sources.sample(sampleBook(), arguments.has("b2c"), arguments.findPath("policies"));
        }
        Path policies = arguments.findPath("policies").orElse(book.get().resolve("policies"));
        Optional<LocalDate> date = arguments.findDate("as-of").or(() -> arguments.findDate("to"));
        return Sources.folder(book.get(), policies, date, folder, progress);
    }

    private void plan(Source source, Planner planner, AsOf asOf, OutputFolder folder) {
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        progress.begin("Planning");
        LocalDate day =
                asOf.validAt().atZone(source.facts().zone()).toLocalDate().minusDays(1);
        LocalDate since = arguments.findDate("compare-to").orElseGet(() -> quarterBefore(day));
        if (!since.isBefore(day)) {
            throw new UserError(
                    "option (--compare-to " + since + ") must be before the day of the plan (" + day + ").");
        }
        Plan plan = planner.plan(
                source.facts(), asOf, AsOf.endOf(since, source.facts().zone()), Memory.empty(), ledger);
        plan = plan.withRemarks(source.origin().remarks());
        progress.finish();
        if (arguments.has("check")) {
            DataCheck.lines(source.origin().tables(), plan).forEach(out::println);
            return;
        }
        HealthHistory history = planner.healthHistory(source.facts(), asOf, Memory.empty());
        PlanFiles.write(plan, planner, history, ledger, folder, progress);
        PlanSummary.of(plan).forEach(out::println);
        if (source.origin().rejectedRows() > 0) {
            out.println(source.origin().rejectedRows() + (source.origin().rejectedRows() == 1 ? " row" : " rows")
                    + " rejected: " + folder.path().resolve(Sources.REJECTED));
        }
        out.println("Written to " + folder.path() + ": open index.html");
    }

    /** The last day of the last quarter of the calendar that was over before a day. */
    private static LocalDate quarterBefore(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
    }

    private void explain(Source source, Planner planner) {
        String customer = arguments.get("customer");
        LocalDate from = arguments.getDate("from");
        LocalDate to = arguments.getDate("to");
        if (!from.isBefore(to)) {
            throw new UserError("option (--from " + from + ") must be before --to " + to + ".");
        }
        HealthChange change = planner.explain(
                        source.facts(),
                        customer,
                        AsOf.endOf(from, source.facts().zone()),
                        AsOf.endOf(to, source.facts().zone()),
                        Memory.empty())
                .orElseThrow(() -> noSuchCustomer(customer));
        out.println("The health of " + customer + " from the end of " + from + " to the end of " + to + ":");
        ChangeText.lines(change).forEach(out::println);
    }

    private void file(Source source, Planner planner, AsOf asOf, FileViews views, OutputFolder folder) {
        String customer = arguments.get("customer");
        FileReaders readers = FileReaders.of(arguments, views);
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        progress.begin("Planning");
        Plan plan = planner.plan(source.facts(), asOf, Memory.empty(), ledger);
        progress.finish();
        CustomerFile file = planner.file(plan, customer, ledger, readers.seen(), readers.pseudonyms())
                .orElseThrow(() -> noSuchCustomer(customer))
                .withHealthHistory(planner.healthHistory(source.facts(), asOf, Memory.empty())
                        .of(customer));
        out.println("Written to "
                + (arguments.command().equals(Optional.of("review"))
                        ? PlanFiles.writePack(ReviewPack.of(file), plan, folder)
                        : PlanFiles.writeFile(file, plan, folder)));
    }

    private void erase() {
        Path book = arguments.getPath("book");
        Path target = arguments.getPath("out");
        String customer = arguments.get("customer");
        Optional<String> person = arguments.find("person");
        long changed = ErasedFolder.of(book).write(customer, person, target);
        out.println("Erased " + person.map(who -> "person " + who + " of ").orElse("") + "customer " + customer + ": "
                + changed + (changed == 1 ? " entry" : " entries") + " changed. Written to " + target);
        out.println("The folder " + book + " still has the personal data, and so have plans made from it.");
    }

    private static UserError noSuchCustomer(String customer) {
        return new UserError("customer (" + customer + ") must be in the book at the dates asked for.\n"
                + "Maybe the id is another one: plan.json lists them.");
    }
}
