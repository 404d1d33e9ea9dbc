package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.study.StudyProgram;
import java.util.Map;
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

    static final ConsoleProgram PROGRAM = new StudyProgram(
                    "churn-study",
                    HELP,
                    Map.of(
                            "km", new KaplanMeierStudy(),
                            "cox", new CoxStudy(),
                            "aft", new AftStudy(),
                            "logistic", new LogisticStudy(),
                            "retention", new RetentionStudy(),
                            "lifetime", new LifetimeStudy()),
                    Set.of(
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
                            "calibration-end"),
                    Set.of(),
                    Map.of())
            .onConsole();

    private Main() {}

    /** Runs the program; ends with 0, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }
}
