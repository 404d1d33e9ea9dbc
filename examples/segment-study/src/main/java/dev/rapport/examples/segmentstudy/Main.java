package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Picture;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.problem.InvalidDocumentException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Splits the customers of one file by one method: {@code result.json}, {@code index.html} and the rows that were left out. */
public final class Main {

    private static final String HELP = """
            Splits the customers of a CSV file.

              kmeans        --data F --id COL --columns a,b [--k N] [--standardise]
                            clusters of numbers: least sum of squares within the clusters
              kmedoids      --data F --id COL --columns a,b:categorical [--k N] [--standardise]
                            clusters around customers: least mean dissimilarity; Euclidean, or Gower's with categorical columns
              kprototypes   --data F --id COL --columns a,b:categorical [--k N] [--lambda L] [--standardise]
                            clusters of numbers and texts: squares plus L for each text that differs
              rfm           --data F --id COL --date COL --amount COL [--as-of D] [--k N]
                            recency, frequency and monetary value, scored 1 to N (default 5), from one row for each purchase
              natural-breaks  --data F --id COL --columns a [--k N]
                            tiers that are as alike inside as they can be (default 4)
              quantiles     --data F --id COL --columns a [--k N] [--type 1|2|6|7|8]
                            tiers of as many customers each (default 4; type 7 of Hyndman and Fan)
              pareto        --data F --id COL --columns a [--shares 0.8,0.95]
                            A: the fewest customers that make the first share of the total; B: the next; C: the rest

              --id COL      the column that names the customers; without it they are numbered 1, 2, ... as they stand
              --k N         how many; of clusters, without it, the number with the greatest silhouette of 2 to 10
              --seed S      what the random numbers begin with (default 1)
              --standardise numeric columns in standard deviations (n - 1) instead of as they are
              --as-of D     the day recency is counted from (default: the last date in the file); later rows are left out
              --out DIR     where result.json, index.html and rejected-rows.csv are written (default target/segment-study)
              --help        this text

            Rows whose cell is not a number where one is needed are left out and counted; so are rows without an id or with one
            that came before. A missing cell (empty or NA) leaves a row out, except in kmedoids and kprototypes, which compare
            by what both customers have. Breaks include the lower end: a tier is from its break to below the next; the
            highest includes the greatest value. Where breaks fall together there are fewer tiers.
            """;

    private static final Map<String, Method> METHODS = Map.of(
            "kmeans", new ClusterStudy(ClusterStudy.Kind.KMEANS),
            "kmedoids", new ClusterStudy(ClusterStudy.Kind.KMEDOIDS),
            "kprototypes", new ClusterStudy(ClusterStudy.Kind.KPROTOTYPES),
            "rfm", new RfmStudy(),
            "natural-breaks", new TierStudy(TierStudy.Kind.NATURAL_BREAKS),
            "quantiles", new TierStudy(TierStudy.Kind.QUANTILES),
            "pareto", new TierStudy(TierStudy.Kind.PARETO));

    private static final Map<String, Set<String>> OF_SOME_METHODS = Map.of(
            "columns", Set.of("kmeans", "kmedoids", "kprototypes", "natural-breaks", "quantiles", "pareto"),
            "lambda", Set.of("kprototypes"),
            "type", Set.of("quantiles"),
            "shares", Set.of("pareto"),
            "date", Set.of("rfm"),
            "amount", Set.of("rfm"),
            "as-of", Set.of("rfm"));

    private Main() {}

    /** A method of the program. */
    interface Method {
        /** Reads what it needs of the table, which rejects rows, and splits. */
        Study split(StudyTable table, Arguments arguments);
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
            Arguments arguments = Arguments.parse(
                    args,
                    METHODS.keySet(),
                    Set.of(
                            "data", "id", "columns", "k", "seed", "lambda", "type", "shares", "date", "amount", "as-of",
                            "out"),
                    Set.of("help", "standardise"));
            if (arguments.has("help") || args.length == 0) {
                out.print(HELP);
                return 0;
            }
            study(arguments, out);
            return 0;
        } catch (UserError | InvalidDocumentException e) {
            error.println(e.getMessage());
            return 2;
        }
    }

    private static void study(Arguments arguments, PrintStream out) {
        String name = arguments.command().orElse("");
        Method method = METHODS.get(name);
        if (method == null) {
            throw new UserError("method must come first: one of " + String.join(", ", new TreeSet<>(METHODS.keySet()))
                    + ".\nMaybe see --help.");
        }
        OF_SOME_METHODS.forEach(arguments::only);
        Path file = arguments
                .findPath("data")
                .orElseThrow(() -> new UserError("option (--data) is missing.\nMaybe see --help."));
        StudyTable table = StudyTable.read(file);
        Study study = method.split(table, arguments);
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "segment-study")));
        folder.write(
                "result.json",
                writer -> JsonLayout.PRETTY.write(
                        writer, json -> json.object(fields -> write(fields, name, study, table))));
        StudyPage page = StudyPage.titled(study.title() + ": " + file.getFileName());
        show(page, study, table, out);
        folder.write("index.html", page::writeTo);
        table.writeRejected(folder);
        for (Study.Part part : study.parts()) {
            out.println(part.id() + " " + study.size(part) + ": " + part.description());
        }
        out.println("Written to " + folder.path() + ": open index.html");
    }

    private static void write(JsonOut out, String method, Study study, StudyTable table) {
        out.field("method", method);
        study.writeFields(out);
        out.field("customers", study.assignments().size());
        out.field("rejected", table.rejected().size());
        out.array(
                "segments",
                list -> study.parts()
                        .forEach(part -> list.object(fields -> fields.field("id", part.id())
                                .field("name", part.name())
                                .field("size", study.size(part))
                                .field("description", part.description()))));
        out.object("assignments", fields -> study.assignments().forEach(fields::field));
    }

    private static void show(StudyPage page, Study study, StudyTable table, PrintStream out) {
        if (!table.rejected().isEmpty()) {
            StudyTable.Rejected first = table.rejected().get(0);
            String left = table.rejected().size() + " rows were left out, the first in line " + first.line() + ": "
                    + first.reason() + ", was \"" + first.value() + "\". All are in rejected-rows.csv.";
            page.paragraph(left);
            out.println(left);
        }
        List<Picture.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Study.Part part : study.parts()) {
            bars.add(new Picture.Bar(part.name(), study.size(part), bars.size()));
            rows.add(List.of(part.name(), Long.toString(study.size(part)), part.description()));
        }
        page.heading("Sizes").picture(Picture.bars("Customers in each segment", bars));
        page.table(List.of("segment", "customers", "what sets it apart"), rows);
        study.show(page);
    }
}
