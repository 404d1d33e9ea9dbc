package dev.rapport.examples.shared;

import dev.rapport.model.problem.InvalidDocumentException;
import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;

/**
 * A program that is run from a command line. It ends with 0, or with 2 and one message on standard error where the user must
 * mend something first.
 *
 * <pre>{@code
 * static final ConsoleProgram PROGRAM = ConsoleProgram.of(HELP, Main::plan).options("data", "as-of", "out");
 *
 * public static void main(String[] args) {
 *     PROGRAM.runAndExit(args);
 * }
 * }</pre>
 */
public final class ConsoleProgram {

    private static final String HELP = "help";

    private final String help;
    private final Job job;
    private final Set<String> commands;
    private final Set<String> options;
    private final Set<String> flags;
    private final boolean needsArguments;

    private ConsoleProgram(
            String help,
            Job job,
            Set<String> commands,
            Set<String> options,
            Set<String> flags,
            boolean needsArguments) {
        this.help = help;
        this.job = job;
        this.commands = Set.copyOf(commands);
        this.options = Set.copyOf(options);
        this.flags = Set.copyOf(flags);
        this.needsArguments = needsArguments;
    }

    /** What a program does. It throws {@link UserError} or {@link InvalidDocumentException} where something is to be mended. */
    @FunctionalInterface
    public interface Job {

        /** Does what the arguments ask for. */
        void run(Arguments arguments, PrintStream out);
    }

    /** A program that knows {@code --help}, which also answers an empty command line. */
    public static ConsoleProgram of(String help, Job job) {
        return new ConsoleProgram(help, job, Set.of(), Set.of(), Set.of(HELP), true);
    }

    /** This program with the words that may stand first. */
    public ConsoleProgram commands(String... names) {
        return commands(Set.of(names));
    }

    /** This program with the words that may stand first. */
    public ConsoleProgram commands(Set<String> names) {
        return new ConsoleProgram(help, job, names, options, flags, needsArguments);
    }

    /** This program with its options that take a value. */
    public ConsoleProgram options(String... names) {
        return options(Set.of(names));
    }

    /** This program with its options that take a value. */
    public ConsoleProgram options(Set<String> names) {
        return new ConsoleProgram(help, job, commands, names, flags, needsArguments);
    }

    /** This program with its options that take none, beside {@code --help}. */
    public ConsoleProgram flags(Set<String> names) {
        Set<String> all = new TreeSet<>(names);
        all.add(HELP);
        return new ConsoleProgram(help, job, commands, options, all, needsArguments);
    }

    /** This program where an empty command line asks for the job, not for help. */
    public ConsoleProgram alsoWithoutArguments() {
        return new ConsoleProgram(help, job, commands, options, flags, false);
    }

    /** This program with another job where a flag is given, and options that only that job has. */
    public ConsoleProgram or(String flag, Set<String> optionsOfOther, Job other) {
        Set<String> allOptions = new TreeSet<>(options);
        allOptions.addAll(optionsOfOther);
        Set<String> allFlags = new TreeSet<>(flags);
        allFlags.add(flag);
        Job either = (arguments, out) -> {
            if (arguments.has(flag)) {
                other.run(arguments, out);
                return;
            }
            for (String option : new TreeSet<>(optionsOfOther)) {
                if (arguments.find(option).isPresent()) {
                    throw new UserError("option (--" + option + ") must come with --" + flag + ".\nMaybe see --help.");
                }
            }
            job.run(arguments, out);
        };
        return new ConsoleProgram(help, either, commands, allOptions, allFlags, needsArguments);
    }

    /** Runs the program as the process it is in, which ends with the exit code if that is not 0. */
    public void runAndExit(String[] line) {
        int exit = run(line, System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Runs the program. Returns 0, or 2 where something must be mended first. */
    public int run(String[] line, PrintStream out, PrintStream error) {
        try {
            Arguments arguments = Arguments.parse(line, commands, options, flags);
            if (arguments.has(HELP) || (line.length == 0 && needsArguments)) {
                out.print(help);
            } else {
                job.run(arguments, out);
            }
            return 0;
        } catch (UserError | InvalidDocumentException e) {
            error.println(e.getMessage());
            return 2;
        }
    }
}
