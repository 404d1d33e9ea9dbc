package dev.rapport.examples.coveragestudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.UserError;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Studies who looks after whom: {@code result.json} and {@code index.html}. */
public final class Main {

    private static final String HELP = """
            Studies who looks after whom.

              gap --instance F [--seconds N | --steps N] [--seed S] [--out DIR]
                            solves an instance of the generalised assignment problem (to be minimised), as OR-Library
                            writes them: m n, then m rows of n costs, m rows of n usages, m capacities

              book --book DIR --as-of D [--without PERSON [--until D] [--moves N]] [--out DIR]
                            who looks after whom in a book, who should, how loaded everybody is, who moves and why,
                            and who cannot be placed

              --book DIR    the folder with the tables, book.json and policies (a first one: the quickstart's
                            --write-sample DIR)
              --as-of D     the last day that is seen, like 2026-06-30
              --without P   the same when this member has left
              --until D     the member is ill, not gone, and back on this day: whoever is there for some of the days
                            that the policy looks ahead (90 unless it says otherwise) has the hours of these
              --moves N     how many customers may then get somebody else (default: what the policy says, else 0;
                            those of the one who left have to, and count)

              whatif --book DIR --as-of D --segment S --model M [--out DIR]
                            what becomes of cost, capacity, retention and margin when segment S gets model M

              whatif --book DIR --as-of D --with CHANGES [--out DIR]
                            what becomes of the plan when anything that goes into it is another: a price, a lost
                            customer, somebody hired, a policy. CHANGES is a folder laid out as the book's, whose files
                            stand in place of those of the same name: contracts.csv, policies/organisation.json

              --seconds N   when to answer with what there is, in seconds (default 5); small instances end earlier
              --steps N     the same in steps: then the same seed gives the same answer on every machine
              --seed S      what the random numbers begin with (default 1)
              --out DIR     where result.json and index.html are written (default target/coverage-study)
              --help        this text

            The result.json of gap has objective, bound (nothing is below it), gap ((objective - bound) / bound), feasible and
            assignment: the agent of each item, both counted from 0. An instance without an answer has objective null
            and, where that is proven, clash: items and agents of which none can be left out.
            """;

    static final ConsoleProgram PROGRAM = ConsoleProgram.of(HELP, Main::study)
            .commands("gap", "book", "whatif")
            .options(
                    "instance",
                    "seconds",
                    "steps",
                    "seed",
                    "out",
                    "book",
                    "as-of",
                    "without",
                    "until",
                    "moves",
                    "segment",
                    "model",
                    "with");

    private Main() {}

    /** Runs the program; ends with 0, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }

    private static void study(Arguments arguments, PrintStream out) {
        long started = System.nanoTime();
        for (String option : List.of("instance", "seconds", "steps", "seed")) {
            arguments.only(option, Set.of("gap"));
        }
        for (String option : List.of("book", "as-of")) {
            arguments.only(option, Set.of("book", "whatif"));
        }
        for (String option : List.of("segment", "model", "with")) {
            arguments.only(option, Set.of("whatif"));
        }
        for (String option : List.of("without", "until", "moves")) {
            arguments.only(option, Set.of("book"));
        }
        switch (arguments.command().orElse("")) {
            case "gap" -> GapStudy.run(arguments, started, out);
            case "book" -> BookStudy.run(arguments, out);
            case "whatif" -> whatIf(arguments, out);
            default -> throw new UserError("command must come first: gap, book or whatif.\nMaybe see --help.");
        }
    }

    private static void whatIf(Arguments arguments, PrintStream out) {
        if (arguments.find("with").isEmpty()) {
            WhatIfStudy.run(arguments, out);
        } else if (arguments.find("segment").isPresent()
                || arguments.find("model").isPresent()) {
            throw new UserError("option (--with) must come without --segment and --model.\nMaybe change the engagement"
                    + " models in the folder of the changes.");
        } else {
            DifferenceStudy.run(arguments, out);
        }
    }
}
