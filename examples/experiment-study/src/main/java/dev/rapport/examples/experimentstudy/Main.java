package dev.rapport.examples.experimentstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.study.StudyProgram;
import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;

/** Compares the treated with the others: {@code result.json}, {@code index.html} and the rows that were left out. */
public final class Main {

    private static final String HELP = """
            Says whether a treatment worked.

              --data F --treatment COL --outcome COL [--covariate COL] [--cluster COL --period COL] --out DIR

              --plan (--baseline P | --deviation SD) [--effect X] [--customers N | --clusters C --size M --likeness R]

            One row for each customer: the difference of the two arms. Outcomes that are all 0 or 1 are shares (Newcombe's
            interval), others means (Welch's). Arms that are not as large as planned are refused: customers were lost.
              --covariate COL   a number from before the treatment, whose share in the outcome is taken out (CUPED)
              --cluster COL     what customers share, such as their CSM: errors that allow for it
              --shares 1:1      how large the arms were planned, the others first (default: as large as each other);
                                "any" where lots did not decide
              --peek N          also an interval that holds at every look, best near N customers
              --score COL       also how well a score says whom the treatment moves (outcomes 0 or 1): Qini and uplift area

            With --cluster and --period, one row for each customer and period: how much more the treated changed.
              A treatment column that marks the treated in all periods: difference in differences; of more than two
              periods, --from P says when it began. One that marks when a cluster is treated: a roll-out, by cohort where
              clusters began at different times.

            With --plan, before an experiment: how many customers it takes in each arm to see an effect, how probable it is to
            see it, and the least effect that so many show. It needs no data.
              --baseline P      the share without the treatment, such as 0.85 who stay; or
              --deviation SD    the standard deviation of an outcome that is a mean
              --effect X        the effect that should be seen
              --customers N     how many there will be in each arm; or
              --clusters C --size M --likeness R
                                so many clusters in each arm, treated as a whole, of M customers who resemble each other by R,
                                from 0 (not at all) to 1 (all the same)
              --power Q         with which probability the effect should be seen (default 0.8)

              --treated V       which value of the treatment column is the treatment, where there are several
              --control V       which value is none (default: 0, no, none, control and the like; or the first)
              --lower-is-better the outcome should fall
              --matters X       the least effect that matters; without it nothing is said not to work
              --level L         of the intervals (default 0.95)
              --out DIR         where result.json, index.html and rejected-rows.csv are written (default target/experiment-study)
              --help            this text

            The verdict is one of: works, does not work, makes it worse, cannot tell yet, refused. Rows without a treatment, or
            whose outcome is not a number, are left out and counted.
            """;

    private static final Set<String> OF_STUDIES = Set.of(
            "data",
            "treatment",
            "outcome",
            "covariate",
            "cluster",
            "period",
            "shares",
            "peek",
            "score",
            "from",
            "treated",
            "control",
            "matters",
            "level");

    private static final String LOWER = "lower-is-better";

    static final ConsoleProgram PROGRAM = StudyProgram.ofOne(
                    "experiment-study", HELP, new ExperimentStudy(), OF_STUDIES, Set.of(LOWER))
            .onConsole()
            .or("plan", ExperimentPlan.OPTIONS, Main::plan);

    private Main() {}

    private static void plan(Arguments arguments, PrintStream out) {
        Set<String> others = new TreeSet<>(OF_STUDIES);
        others.add(LOWER);
        ExperimentPlan.run(arguments, out, others);
    }

    /** Runs the program; ends with 0, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }
}
