package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done is said in one message, without a trace of the program, and ends with 2. */
class BadCommandLineTest {

    @TempDir
    private Path folder;

    private void refused(String message, Object... line) {
        Run run = Run.of(line);
        assertThat(run.error().replace(folder.toString(), "DIR").strip()).isEqualTo(message);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void option_thatIsNoOption_isToldWithTheNearest() {
        Run run = Run.of("--polices", "x");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("argument (--polices) must be one of --as-of, --b2c, --book,")
                .endsWith("Maybe \"--policies\".\n");
    }

    @Test
    void option_needsItsValue_once() {
        refused("option (--book) must be followed by a value.\nMaybe see --help.", "--book");
        refused("option (--book) must be followed by a value.\nMaybe see --help.", "--book", "--check");
        refused("option (--seed) must come once.", "--seed", 1, "--seed", 2);
    }

    @Test
    void date_mustBeOne() {
        refused(
                "option (--as-of 2026-02-30) must be a date like 2026-06-30.",
                "--as-of",
                "2026-02-30",
                "--out",
                folder);
        refused("option (--as-of 30.6.2026) must be a date like 2026-06-30.", "--as-of", "30.6.2026", "--out", folder);
    }

    @Test
    void numbers_mustLieInTheirRange() {
        refused("option (--customers 0) must be a whole number from 1 to 1000000.", "--customers", 0, "--out", folder);
        refused(
                "option (--customers 1e3) must be a whole number from 1 to 1000000.",
                "--customers",
                "1e3",
                "--out",
                folder);
    }

    @Test
    void compareTo_mustBeEarlier() {
        refused(
                "option (--compare-to 2026-06-30) must be before the day of the plan (2026-06-30).",
                "--compare-to",
                "2026-06-30",
                "--customers",
                1,
                "--out",
                folder);
    }

    @Test
    void bookFolder_mustBeThere() {
        refused(
                "book folder (DIR/nowhere) must be a folder that can be read.\n"
                        + "Maybe the path is relative to another folder: here it means DIR/nowhere.",
                "--book",
                folder.resolve("nowhere"),
                "--as-of",
                "2026-06-30",
                "--out",
                folder.resolve("out"));
    }

    @Test
    void bookFolder_mustNotBeAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        refused(
                "book folder (DIR/file) must be a folder that can be read.\n"
                        + "Maybe the path is relative to another folder: here it means DIR/file.",
                "--book",
                file,
                "--as-of",
                "2026-06-30",
                "--out",
                folder.resolve("out"));
    }

    @Test
    void outputFolder_mustNotBeAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        refused("output folder (DIR/file) must not be a file.", "--out", file);
        refused("output folder (DIR/file) must not be a file.", "--write-sample", file);
        Run below = Run.of("--out", file.resolve("below"));
        assertThat(below.exit()).isEqualTo(2);
        assertThat(below.error()).startsWith("output folder (" + file.resolve("below") + ") cannot be made:");
    }

    @Test
    void book_needsADate() throws IOException {
        Run.ok("--write-sample", folder.resolve("book"), "--customers", 1);
        refused(
                "option (--as-of) is missing: a book of your own has no date of its own.\nMaybe --as-of 2026-06-30.",
                "--book",
                folder.resolve("book"),
                "--out",
                folder.resolve("out"));
    }

    @Test
    void customer_mustBeKnown() {
        refused(
                "customer (nobody) must be in the book at the dates asked for.\n"
                        + "Maybe the id is another one: plan.json lists them.",
                "file",
                "--customer",
                "nobody",
                "--customers",
                1,
                "--out",
                folder);
        refused(
                "customer (nobody) must be in the book at the dates asked for.\n"
                        + "Maybe the id is another one: plan.json lists them.",
                "explain",
                "--customer",
                "nobody",
                "--from",
                "2026-01-31",
                "--to",
                "2026-06-30",
                "--customers",
                1,
                "--out",
                folder);
    }

    @Test
    void optionsOfCommands_needTheCommand() {
        refused(
                "option (--customer) must follow a command: erase or explain or file or review.\nMaybe see --help.",
                "--customer",
                "c-000000");
        refused(
                "option (--format) must come with --write-sample: a book of any format is read as it is.\nMaybe see --help.",
                "--format",
                "jsonl");
        refused(
                "option (--format xml) must be csv or jsonl.\nMaybe see --help.",
                "--write-sample",
                folder,
                "--format",
                "xml");
        refused("option (--from) must follow a command: explain.\nMaybe see --help.", "--from", "2026-06-30");
    }

    @Test
    void explain_needsCustomerAndTwoDates() {
        refused("option (--customer) is missing.\nMaybe see --help.", "explain", "--customers", 1, "--out", folder);
        refused(
                "option (--from 2026-06-30) must be before --to 2026-06-30.",
                "explain",
                "--customer",
                "c-000000",
                "--from",
                "2026-06-30",
                "--to",
                "2026-06-30",
                "--customers",
                1,
                "--out",
                folder);
    }

    @Test
    void policiesFolder_mustBeThere_andHoldSomething() throws IOException {
        refused(
                "policies folder (DIR/nowhere) must be a folder that can be read.\n"
                        + "Maybe begin with those of the sample: --write-sample DIR.",
                "--policies",
                folder.resolve("nowhere"),
                "--customers",
                1,
                "--out",
                folder);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        refused(
                "policies folder (DIR/empty) must contain JSON documents, has none.",
                "--policies",
                empty,
                "--customers",
                1,
                "--out",
                folder);
    }
}
