package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program answers, as its user reads it. */
class CommandsTest {

    @TempDir
    private Path folder;

    @Test
    void help_namesEveryOption_andFitsAScreen() {
        Run run = Run.ok("--help");
        assertThat(run.lines()).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 100);
        assertThat(run.out())
                .contains("--book DIR", "--policies DIR", "--as-of DATE", "--out DIR", "--compare-to DATE", "--check")
                .contains("--b2c", "--customers N", "--seed S", "--write-sample DIR", "--format F")
                .contains("explain --customer ID", "file --customer ID", "erase --customer ID [--person ID] --out DIR");
    }

    @Test
    void summary_fitsAScreen() {
        Run run = Run.ok("--compare-to", "2025-06-30", "--out", folder);
        assertThat(run.lines().count()).isLessThanOrEqualTo(42);
        assertThat(run.lines()).allMatch(line -> line.length() <= 100 || line.startsWith("Written to"));
        assertThat(run.out())
                .doesNotContain("…")
                .contains("missed: ")
                .contains("leaving: ")
                .containsPattern("Life cycle: [0-9]+ stuck; [0-9]+ of [0-9]+ hand-offs broke")
                .containsPattern("Voice: [0-9]+ customers spoke up [0-9]+ times since ")
                .containsPattern("overloaded csm-elif \\(needs 3[0-9]{2} %, spent 1[0-9]{2} % of the hours\\)")
                .contains("Since 2025-06-30: ");
    }

    @Test
    void check_tellsColumnsAndSections_andWritesNoPlan() {
        Run run = Run.ok("--check", "--customers", 12, "--out", folder);
        assertThat(run.lines())
                .contains("contracts.csv (24 rows, 0 rejected)")
                .contains("who looks after whom: fed by owners.csv, stages.csv")
                .contains("the team's time: fed by time-entries.csv")
                .contains("escalations: fed by tickets.csv, invoices.csv, feedback.csv")
                .contains("voice and digests: fed by survey-answers.csv, feedback.csv");
        assertThat(folder.resolve("plan.json")).doesNotExist();
    }

    @Test
    void check_tellsWhatIsMissing() throws IOException {
        Run.ok("--write-sample", folder.resolve("book"), "--customers", 12);
        Files.delete(folder.resolve("book").resolve("owners.csv"));
        Files.delete(folder.resolve("book").resolve("time-entries.csv"));
        Run run = Run.ok(
                "--book", folder.resolve("book"), "--as-of", "2026-06-30", "--check", "--out", folder.resolve("out"));
        assertThat(run.lines())
                .contains("who looks after whom: fed by stages.csv")
                .contains("who looks after whom is left out: missing series owners")
                .contains("the team's time: nothing feeds it")
                .contains("the team's time is left out: missing series time-entries");
    }

    @Test
    void check_tellsTheFieldsOfJsonLines_asItTellsColumns() throws IOException {
        Run.ok("--write-sample", folder.resolve("csv"), "--customers", 12);
        Run.ok("--write-sample", folder.resolve("jsonl"), "--customers", 12, "--format", "jsonl");
        List<String> lines = check("jsonl");
        assertThat(lines)
                .contains(
                        "  stage -> stage, filled in 104 rows",
                        "life cycle: fed by touchpoints.jsonl, goals.jsonl, owners.jsonl, stages.jsonl");
        assertThat(lines)
                .isEqualTo(check("csv").stream()
                        .map(line -> line.replace(".csv", ".jsonl"))
                        .toList());
        Files.delete(folder.resolve("jsonl").resolve("owners.jsonl"));
        Files.copy(
                folder.resolve("csv").resolve("owners.csv"),
                folder.resolve("jsonl").resolve("owners.csv"));
        assertThat(check("jsonl")).contains("who looks after whom: fed by owners.csv, stages.jsonl");
    }

    private List<String> check(String book) {
        return Run.ok(
                        "--book",
                        folder.resolve(book),
                        "--as-of",
                        "2026-06-30",
                        "--check",
                        "--out",
                        folder.resolve("out"))
                .lines()
                .toList();
    }

    @Test
    void explain_tellsWhatMovedAScore_andTheParts_addUp() {
        Run run = Run.ok(
                "explain",
                "--customer",
                "c-000009",
                "--from",
                "2026-03-31",
                "--to",
                "2026-06-30",
                "--customers",
                12,
                "--out",
                folder);
        GoldenFile.assertSame("explain-c-000009.txt", run.out());
        double before = score(run, "Before: ");
        double after = score(run, "After:  ");
        double parts = run.lines()
                .filter(line -> line.matches(" *[+-][0-9.]+ .*"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split(" ", 2)[0]))
                .sum();
        assertThat(parts).isCloseTo(after - before, org.assertj.core.api.Assertions.within(0.05));
    }

    private static double score(Run run, String label) {
        return run.lines()
                .filter(line -> line.startsWith(label))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(label.length()).split(" ", 2)[0]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void file_writesOneCustomer_asThePlanDoes() throws IOException {
        Run run = Run.ok("file", "--customer", "c-000009", "--as-of", "2026-06-30", "--customers", 12, "--out", folder);
        Path page = folder.resolve("customers").resolve("c-000009.html");
        assertThat(run.out()).isEqualTo("Written to " + page + System.lineSeparator());
        Run.ok("--customers", 12, "--out", folder.resolve("plan"));
        for (String name : List.of("c-000009.html", "c-000009.json")) {
            assertThat(Files.readString(folder.resolve("customers").resolve(name)))
                    .isEqualTo(Files.readString(
                            folder.resolve("plan").resolve("customers").resolve(name)));
        }
        assertThat(folder.resolve("plan.json")).doesNotExist();
    }

    @Test
    void file_forAReader_hasWhatTheyMaySee() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "sixteen letters.");
        Path json = folder.resolve("customers").resolve("c-000009.json");
        Object[] partner = {"file", "--customer", "c-000009", "--customers", 12, "--for", "partner", "--out", folder};

        Run.ok("file", "--customer", "c-000009", "--customers", 12, "--for", "csm", "--out", folder);
        assertThat(Files.readString(json)).contains("\"reader\": \"csm\"", "@", "churnRisk");
        Run.ok("file", "--customer", "c-000009", "--customers", 12, "--for", "customer", "--out", folder);
        assertThat(Files.readString(json))
                .contains("\"reader\": \"customer\"", "contracts")
                .doesNotContain("@", "churnRisk", "\"health\"", "\"people\": [");
        assertThat(Run.of(partner).error().strip())
                .isEqualTo("option (--secret) is missing: partner sees people.name, people.email, usage.user hashed.\n"
                        + "Maybe make a secret once, of at least 16 random bytes, and keep it: with another secret every"
                        + " pseudonym is another.");
        Run.ok(Stream.concat(Stream.of(partner), Stream.of("--secret", secret)).toArray());
        assertThat(Files.readString(json))
                .contains("hashed-")
                .doesNotContain("@", "churnRisk", "reportedArr", "\"arr\"");
        assertThat(Run.of("file", "--customer", "c-000009", "--customers", 12, "--for", "cow", "--out", folder)
                        .error())
                .startsWith("option (--for cow) must be one of ceo, vp, csm, partner, customer.");
    }

    @Test
    void sample_hasItsSizeAndSeed_andItsTruths() throws IOException {
        Run run = Run.ok("--write-sample", folder, "--customers", 20, "--seed", 99);
        assertThat(run.out())
                .isEqualTo("20 customers and their policies written to " + folder + System.lineSeparator());
        Tree truths = Tree.of(folder.resolve("planted-truths.json"));
        assertThat(truths.number("seed")).isEqualTo(99);
        assertThat(truths.number("customers")).isEqualTo(20);
        assertThat(Files.readAllLines(folder.resolve("customers.csv")).stream()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .distinct())
                .hasSize(20);
    }

    @Test
    void dates_farAway_doNotEndTheRun() {
        assertThat(Run.ok("--customers", 12, "--as-of", "2150-01-01", "--out", folder)
                        .out())
                .contains("Failed: ", "must lie in what calendar germany knows");
        assertThat(Run.ok("--customers", 12, "--as-of", "1969-01-01", "--out", folder)
                        .out())
                .contains("Nobody is a customer on that day.");
    }
}
