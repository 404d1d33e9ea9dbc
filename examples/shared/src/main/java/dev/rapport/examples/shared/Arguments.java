package dev.rapport.examples.shared;

import dev.rapport.model.problem.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A command line of the form {@code [command] --option value --flag}. */
public final class Arguments {

    private final Optional<String> command;
    private final Map<String, String> options;
    private final Set<String> flags;

    private Arguments(Optional<String> command, Map<String, String> options, Set<String> flags) {
        this.command = command;
        this.options = options;
        this.flags = flags;
    }

    /**
     * Reads a command line.
     *
     * @param commands  the commands that may stand first
     * @param options  the names of options that take a value
     * @param flags  the names of options that take none
     * @throws UserError that names what is not understood
     */
    public static Arguments parse(String[] line, Set<String> commands, Set<String> options, Set<String> flags) {
        Optional<String> command = Optional.empty();
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> set = new LinkedHashSet<>();
        for (int i = 0; i < line.length; i++) {
            String word = line[i];
            String name = word.startsWith("--") ? word.substring(2) : "";
            if (flags.contains(name)) {
                set.add(name);
            } else if (options.contains(name)) {
                if (i + 1 == line.length || line[i + 1].startsWith("--")) {
                    throw new UserError("option (" + word + ") must be followed by a value.\nMaybe see --help.");
                }
                if (values.put(name, line[++i]) != null) {
                    throw new UserError("option (" + word + ") must come once.");
                }
            } else if (i == 0 && commands.contains(word)) {
                command = Optional.of(word);
            } else {
                throw unknown(word, known(commands, options, flags));
            }
        }
        return new Arguments(command, values, set);
    }

    private static UserError unknown(String word, Set<String> known) {
        String advice = Nearest.advice(word, known);
        return new UserError("argument (" + word + ") must be one of " + String.join(", ", known) + ".\n"
                + (advice.isEmpty() ? "Maybe see --help." : advice + "."));
    }

    private static Set<String> known(Set<String> commands, Set<String> options, Set<String> flags) {
        Set<String> known = new TreeSet<>(commands);
        options.forEach(option -> known.add("--" + option));
        flags.forEach(flag -> known.add("--" + flag));
        return known;
    }

    /** The command, if one stands first. */
    public Optional<String> command() {
        return command;
    }

    /**
     * Says that an option belongs to some commands.
     *
     * @throws UserError if it is there without one of them
     */
    public void only(String option, Set<String> commands) {
        if (options.containsKey(option) && command.filter(commands::contains).isEmpty()) {
            throw new UserError("option (--" + option + ") must follow a command: "
                    + String.join(" or ", new TreeSet<>(commands)) + ".\nMaybe see --help.");
        }
    }

    /** Says whether a flag is set. */
    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The value of an option. */
    public Optional<String> find(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** The value of an option that must be there. */
    public String get(String option) {
        return find(option).orElseThrow(() -> missing(option));
    }

    private static UserError missing(String option) {
        return new UserError("option (--" + option + ") is missing.\nMaybe see --help.");
    }

    /** The value of an option that is a path. */
    public Optional<Path> findPath(String option) {
        try {
            return find(option).map(Path::of);
        } catch (InvalidPathException e) {
            throw new UserError("option (--" + option + " " + options.get(option) + ") must be a path.", e);
        }
    }

    /** The value of an option that is a path and must be there. */
    public Path getPath(String option) {
        return findPath(option).orElseThrow(() -> missing(option));
    }

    /** The value of an option that is a date. */
    public Optional<LocalDate> findDate(String option) {
        try {
            return find(option).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new UserError(
                    "option (--" + option + " " + options.get(option) + ") must be a date like 2026-06-30.", e);
        }
    }

    /** The value of an option that is a date and must be there. */
    public LocalDate getDate(String option) {
        return findDate(option).orElseThrow(() -> missing(option));
    }

    /** The value of an option that is a whole number in a range. */
    public Optional<Long> findWhole(String option, long least, long most) {
        Optional<String> text = find(option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(text.get());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UserError("option (--" + option + " " + text.get() + ") must be a whole number from " + least + " to "
                + most + ".");
    }
}
