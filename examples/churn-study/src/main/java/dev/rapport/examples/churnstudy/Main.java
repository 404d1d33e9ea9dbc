package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.problem.InvalidDocumentException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fits one method to one file: {@code result.json}, {@code index.html} and the rows that were left out. */
public final class Main {

    private static final String HELP = """
            Fits the statistics of staying to a CSV file.

              km --data F --time T --event E [--group G]
                              how long they stay: Kaplan-Meier, with the log-rank test between groups
              cox --data F --time T --event E --covariates a,b,c
                              [--start S] [--strata G] [--weights W] [--cluster C] [--ties efron|breslow]
                              what multiplies the hazard: Cox's regression
              aft --data F --time T --event E --covariates a,b,c
                              --distribution weibull|exponential|lognormal|loglogistic
                              what stretches the time they stay
              logistic --data F --target Y --covariates a,b,c
                              what moves the odds of a yes, and how well it predicts
              retention --data F
                              how retention goes on, from columns cohort, period (0, 1, ...) and alive: sBG and BdW
              lifetime --data F --id C --date D [--amount A] --calibration-end DATE
                              how often customers without contracts will still buy: BG/NBD, Pareto/NBD, Gamma-Gamma

              --out DIR       where result.json, index.html and rejected-rows.csv are written (default target/churn-study)
              --help          this text

            Events and targets are 0 or 1, no or yes, false or true. Columns of text become indicator columns; the first level
            in sort order is what the others are compared with. Rows with a missing value in a column that is used are
            left out and counted.
            """;

    private static final Map<String, Method> METHODS = Map.of(
            "km", new KaplanMeierStudy(),
            "cox", new CoxStudy(),
            "aft", new AftStudy(),
            "logistic", new LogisticStudy(),
            "retention", new RetentionStudy(),
            "lifetime", new LifetimeStudy());

    private Main() {}

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
                            "data",
                            "time",
                            "event",
                            "group",
                            "covariates",
                            "start",
                            "strata",
                            "weights",
                            "cluster",
                            "ties",
                            "distribution",
                            "target",
                            "id",
                            "date",
                            "amount",
                            "calibration-end",
                            "out"),
                    Set.of("help"));
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
        Method method = Optional.ofNullable(METHODS.get(name))
                .orElseThrow(() -> new UserError("method must come first: one of "
                        + String.join(", ", new java.util.TreeSet<>(METHODS.keySet())) + ".\nMaybe see --help."));
        Path file = arguments
                .findPath("data")
                .orElseThrow(() -> new UserError("option (--data) is missing.\nMaybe see --help."));
        StudyTable table = StudyTable.read(file);
        Study study = method.fit(table, arguments);
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "churn-study")));
        folder.write(
                "result.json",
                writer -> JsonLayout.PRETTY.write(
                        writer,
                        json -> json.object(fields -> {
                            fields.field("method", name);
                            study.result().accept(fields);
                            fields.field("rejected", table.rejected().size());
                        })));
        StudyPage page = StudyPage.titled(study.title() + ": " + file.getFileName());
        study.page().accept(page);
        if (!table.rejected().isEmpty()) {
            StudyTable.Rejected first = table.rejected().get(0);
            String left = table.rejected().size() + " rows were left out, the first in line " + first.line() + ": "
                    + first.reason() + ", was \"" + first.value() + "\". All are in rejected-rows.csv.";
            page.paragraph(left);
            out.println(left);
        }
        folder.write("index.html", page::writeTo);
        table.writeRejected(folder);
        study.summary().forEach(out::println);
        out.println("Written to " + folder.path() + ": open index.html");
    }
}
