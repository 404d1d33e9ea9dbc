package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pack for an annual review, written for whom it is for. */
class ReviewCommandTest {

    @TempDir
    private Path folder;

    private Tree pack(String reader) {
        Run run = reader.isEmpty()
                ? Run.ok("review", "--customer", "c-000009", "--customers", 12, "--out", folder)
                : Run.ok("review", "--customer", "c-000009", "--customers", 12, "--for", reader, "--out", folder);
        assertThat(run.out().strip()).isEqualTo("Written to " + folder.resolve("reviews/c-000009.html"));
        return Tree.of(folder.resolve("reviews/c-000009.json"));
    }

    @Test
    void customer_getsTheirYear_withoutOurScores() throws IOException {
        Tree pack = pack("customer");

        assertThat(pack.text("reader")).isEqualTo("customer");
        assertThat(pack.text("decideBy")).isEqualTo("2026-08-09");
        assertThat(pack.has("health")).isFalse();
        assertThat(pack.list("goals")).isNotEmpty();
        assertThat(pack.list("agenda")).extracting(item -> item.text("topic")).contains("decision", "next-goals");
        assertThat(pack.list("agenda"))
                .filteredOn(item -> item.text("topic").equals("use"))
                .singleElement()
                .satisfies(item -> assertThat(item.text("why")).startsWith("Use fell by "));
        assertThat(Files.readString(folder.resolve("reviews/c-000009.html")))
                .contains("Annual review", "Proposed agenda", "@page { size: A4")
                .doesNotContain("Health over the year", "csm-", "-person-");
    }

    @Test
    void insider_getsHealthOfEachQuarter() {
        assertThat(pack("").list("health"))
                .extracting(point -> point.text("on"))
                .containsExactly("2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30");
    }
}
