package dev.rapport.examples.coveragestudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.UserError;
import java.io.PrintStream;

/** Studies who looks after whom: {@code result.json} and {@code index.html}. */
public final class Main {

    private static final String HELP = """
            Studies who looks after whom.

              gap --instance F [--seconds N | --steps N] [--seed S] [--out DIR]
                            solves an instance of the generalised assignment problem (to be minimised), as OR-Library
                            writes them: m n, then m rows of n costs, m rows of n usages, m capacities

              --seconds N   when to answer with what there is, in seconds (default 5); small instances end earlier
              --steps N     the same in steps: then the same seed gives the same answer on every machine
              --seed S      what the random numbers begin with (default 1)
              --out DIR     where result.json and index.html are written (default target/coverage-study)
              --help        this text

            result.json has objective, bound (nothing is below it), gap ((objective - bound) / bound), feasible and
            assignment: the agent of each item, both counted from 0. An instance without an answer has objective null
            and, where that is proven, clash: items and agents of which none can be left out.
            """;

    static final ConsoleProgram PROGRAM = ConsoleProgram.of(HELP, Main::study)
            .commands("gap")
            .options("instance", "seconds", "steps", "seed", "out");

    private Main() {}

    /** Runs the program; ends with 0, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }

    private static void study(Arguments arguments, PrintStream out) {
        long started = System.nanoTime();
        if (arguments.command().isEmpty()) {
            throw new UserError("command must come first: gap.\nMaybe see --help.");
        }
        GapStudy.run(arguments, started, out);
    }
}
