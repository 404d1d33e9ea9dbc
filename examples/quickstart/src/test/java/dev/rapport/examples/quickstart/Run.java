package dev.rapport.examples.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A run of the program.
 *
 * @param exit  its exit code
 * @param out  what it wrote to standard output
 * @param error  what it wrote to standard error, without progress
 */
record Run(int exit, String out, String error) {

    static Run of(Object... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        String[] words = Arrays.stream(line).map(Object::toString).toArray(String[]::new);
        int exit = Main.PROGRAM.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    /** A run that must succeed. */
    static Run ok(Object... line) {
        Run run = of(line);
        if (run.exit != 0) {
            throw new AssertionError("exit code " + run.exit + ": " + run.error);
        }
        return run;
    }

    Stream<String> lines() {
        return out.lines();
    }
}
