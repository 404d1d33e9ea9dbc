package dev.rapport.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanGoldenTest {

    @TempDir
    private Path folder;

    @Test
    void planOfTwelveCustomers_isAsKept() throws IOException {
        Run run = Run.ok("--customers", 12, "--compare-to", "2025-12-31", "--out", folder);
        GoldenFile.assertSame("plan-of-12.json", Files.readString(folder.resolve("plan.json")));
        GoldenFile.assertSame("summary-of-12.txt", run.out().replace(folder.toString(), "DIR"));
    }
}
