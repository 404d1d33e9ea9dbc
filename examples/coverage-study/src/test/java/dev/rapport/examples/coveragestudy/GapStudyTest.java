package dev.rapport.examples.coveragestudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user runs it: what it writes, what it proves, and what it refuses. */
class GapStudyTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        error.reset();
        return Main.PROGRAM.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
    }

    private String solved(String instance) throws IOException {
        Path file = Files.writeString(folder.resolve("instance"), instance);
        int exit = run(
                "gap", "--instance", file.toString(), "--steps", "2000000", "--seed", "1", "--out", folder.toString());
        assertThat(error.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
        return Files.readString(folder.resolve("result.json"));
    }

    @Test
    void smallInstance_isProven() throws IOException {
        // both items are cheapest with agent 0, which has room for one: 1 + 4 < 2 + 3 + 1
        assertThat(solved("2 2\n1 2\n3 4\n5 5\n5 5\n5 5\n")).isEqualToIgnoringWhitespace("""
                {"objective": 5, "bound": 5, "gap": 0, "feasible": true, "assignment": [0, 1], "optimal": true,
                 "steps": %s}""".formatted(steps()));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Objective 5, proven to be the best.");
        assertThat(folder.resolve("index.html")).content().contains("2 items to 2 agents");
    }

    private String steps() throws IOException {
        return Files.readString(folder.resolve("result.json")).replaceAll("(?s).*\"steps\": ?([0-9]+).*", "$1");
    }

    @Test
    void instanceWithoutAnAnswer_saysWhatClashes() throws IOException {
        // items 0 and 2 fit only agent 0, which has room for one of them
        assertThat(solved("2 3\n1 1 1\n1 1 1\n4 1 4\n9 1 9\n6 8\n"))
                .contains("\"feasible\": false", "\"objective\": null", "\"assignment\": []");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("the items 0, 2 cannot all be placed within the capacities of the agents 0, 1.");
    }

    @Test
    void sameSeedAndSteps_writeTheSameBytes() throws IOException {
        String instance = "3 4\n3 5 2 9\n4 4 4 4\n1 8 6 7\n5 6 7 8\n4 4 4 4\n9 5 3 4\n11 9 8\n";
        assertThat(solved(instance)).isEqualTo(solved(instance));
    }

    @Test
    void whatIsNotAnInstance_isRefused() throws IOException {
        assertThat(refusal("2 2\n1 2\n3 x\n5 5\n5 5\n5 5\n"))
                .contains("the cost of item 1 with agent 1 (x) must be a whole number of at least 0.");
        assertThat(refusal("2 2\n1 2\n3 4\n5 5\n5 5\n5\n")).contains("it ends before the capacity of agent 1.");
        assertThat(refusal("1 1\n1\n1\n1\n1\n")).contains("something follows the capacities: 1.");
        assertThat(refusal("0 1\n")).contains("the number of agents (0) must be a whole number of at least 1.");
        assertThat(run("gap")).isEqualTo(2);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("option (--instance) is missing.");
        assertThat(run("gap", "--instance", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("is not there.");
    }

    private String refusal(String instance) throws IOException {
        Path file = Files.writeString(folder.resolve("instance"), instance);
        assertThat(run("gap", "--instance", file.toString(), "--out", folder.toString()))
                .isEqualTo(2);
        return error.toString(StandardCharsets.UTF_8);
    }
}
