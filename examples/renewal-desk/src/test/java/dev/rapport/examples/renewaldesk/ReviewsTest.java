package dev.rapport.examples.renewaldesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews as often as the customer's engagement model plans them. */
class ReviewsTest {

    private static final String MILESTONES = """
            {"format": "rapport/milestones", "version": 1, "id": "m", "revision": "1", "milestones": [
              {"id": "review", "trigger": {"type": "review", "name": "business-review", "touchpoint": "review",
                "follows": "business-review"},
               "steps": ["on the day"], "fireLateUpToDays": 3, "reissueWhenMovedByDays": 30, "alerts": "csm"}]}
            """;
    private static final String MODELS = """
            {"format": "rapport/engagement-models", "version": 1, "id": "models", "revision": "1",
             "grossMargin": {"share": 0.8, "source": "made up"}, "targetMargin": 0.6,
             "models": [{"id": "touch", "name": "Touch",
               "touchpoints": [{"kind": "business-review", "timesPerYear": 4, "hoursEach": 2, "role": "csm"}],
               "onboarding": [], "toolCostPerYear": "EUR 0.00", "capacityFactor": 1, "owners": []}],
             "segments": [{"segment": "large", "model": "touch"}]}
            """;
    private static final String TIERS = """
            {"format": "rapport/segmentation", "version": 1, "id": "tiers", "revision": "1",
             "strategy": {"type": "value-tiers", "attribute": "arr", "currency": "EUR",
               "tiers": [{"id": "small", "name": "Small"}, {"id": "large", "name": "Large", "from": FROM}]}}
            """;

    @TempDir
    Path folder = Path.of(".");

    private DeskFolder desk(int largeFrom) throws IOException {
        DeskFolder desk = DeskFolder.of(folder, "Acme");
        Path policies = folder.resolve("book").resolve("policies");
        Files.writeString(policies.resolve("milestones.json"), MILESTONES);
        Files.writeString(policies.resolve("engagement-models.json"), MODELS);
        Files.writeString(policies.resolve("tiers.json"), TIERS.replace("FROM", Integer.toString(largeFrom)));
        return desk;
    }

    private static DeskFolder.Run ahead(DeskFolder desk) {
        return desk.run("ahead", "--from", "2026-01-02", "--to", "2027-01-02", "--as-of", "2026-01-01");
    }

    @Test
    void reviewThatFollowsTheModel_isDueAsOftenAsItPlans() throws IOException {
        DeskFolder.Run run = ahead(desk(50_000));

        assertThat(run.error()).isEmpty();
        assertThat(run.lines()).hasSize(4).allSatisfy(line -> assertThat(line).contains("business-review"));
    }

    @Test
    void customerWhoseSegmentHasNoModel_hasNone() throws IOException {
        DeskFolder.Run run = ahead(desk(100_000));

        assertThat(run.error()).isEmpty();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void segmentsThatNoSegmentationHas_areAnError() throws IOException {
        DeskFolder desk = desk(50_000);
        Files.delete(folder.resolve("book").resolve("policies").resolve("tiers.json"));

        assertThat(ahead(desk).error())
                .startsWith(
                        "the segments that the engagement models name must be those of exactly one segmentation of ")
                .endsWith("policies, 0 have them all.\n");
    }
}
