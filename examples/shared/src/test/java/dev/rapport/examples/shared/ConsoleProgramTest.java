package dev.rapport.examples.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsoleProgramTest {

    private static final ConsoleProgram PROGRAM = ConsoleProgram.of("Greets.\n", ConsoleProgramTest::greet)
            .commands("greet", "fail")
            .options("name", "day")
            .flags(Set.of("loud"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private static void greet(Arguments arguments, PrintStream out) {
        if (arguments.command().filter("fail"::equals).isPresent()) {
            throw new IllegalStateException("a mistake of the program");
        }
        String greeting = "Hello " + arguments.get("name") + " on " + arguments.getDate("day");
        out.println(arguments.has("loud") ? greeting + "!" : greeting);
    }

    private String run(ConsoleProgram program, String... line) {
        int exit = program.run(
                line,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        return exit + " " + out.toString(StandardCharsets.UTF_8) + "|" + error.toString(StandardCharsets.UTF_8);
    }

    @Test
    void job_isDoneWithItsArguments() {
        assertThat(run(PROGRAM, "greet", "--name", "anna", "--day", "2026-06-30", "--loud"))
                .isEqualTo("0 Hello anna on 2026-06-30!\n|");
    }

    @Test
    void help_answersTheFlag_andAnEmptyLine() {
        assertThat(run(PROGRAM, "greet", "--help")).isEqualTo("0 Greets.\n|");
        out.reset();
        assertThat(run(PROGRAM)).isEqualTo("0 Greets.\n|");
    }

    @Test
    void emptyLine_isTheJob_whereItNeedsNoArguments() {
        assertThat(run(PROGRAM.alsoWithoutArguments()))
                .isEqualTo("2 |option (--name) is missing.\nMaybe see --help.\n");
    }

    @Test
    void whatTheUserCanMend_isOneMessage_andExitCode2() {
        assertThat(run(PROGRAM, "greet", "--name", "anna", "--day", "30.06.2026"))
                .isEqualTo("2 |option (--day 30.06.2026) must be a date like 2026-06-30.\n");
    }

    /** Nothing that a user can mend: the process shows where it happened. */
    @Test
    void mistakeOfTheProgram_isNotHidden() {
        assertThatIllegalStateException().isThrownBy(() -> run(PROGRAM, "fail"));
    }
}
