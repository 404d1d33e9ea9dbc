package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that cannot be taken: all that is wrong is said at once, with its place, and no plan is made. */
class BadPolicyTest {

    private static final String SCORECARD = "policies/scorecard.json";

    private final BadFolder book;

    BadPolicyTest(@TempDir Path folder) {
        book = BadFolder.of(1, folder);
    }

    private void refused(String... lines) {
        Run run = book.run();
        assertThat(run.error().lines()).containsExactly(lines);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(book.out("plan.json")).doesNotExist();
    }

    @Test
    void revisionOfAScorecard_mustComeOnce() throws IOException {
        Files.copy(book.file(SCORECARD), book.file("policies/scorecard2.json"));
        refused("1 error in scorecard2.json:", "scorecard2.json:1:1: version (health@2026-05) must come once.");
    }

    @Test
    void scorecard_mustBeThere() throws IOException {
        for (String scorecard : List.of("scorecard", "scorecard-2026-03", "scorecard-pooled")) {
            Files.delete(book.file("policies/" + scorecard + ".json"));
        }
        refused(
                "1 error:",
                "a document of format rapport/scorecard is missing.",
                "  Maybe the folder holds the policies of something else.");
    }

    @Test
    void revisionBesideAnother_mustBeApproved() {
        book.edit(SCORECARD, text -> text.replaceFirst("\\s*\"approvedBy\".*", ""));
        refused(
                "1 error in scorecard.json:",
                "scorecard.json:1:1 /approvedBy: revision \"2026-05\" of scorecard \"health\" must be approved by"
                        + " somebody to stand beside another.",
                "  Maybe it is a proposal: simulate it first.");
    }

    @Test
    void choice_mustNameScorecardsThatAreThere() {
        book.edit(
                "policies/scorecard-choice.json",
                text -> text.replace("\"scorecard\": \"pooled-health\"", "\"scorecard\": \"poled-health\""));
        refused(
                "1 error in scorecard-choice.json:",
                "scorecard-choice.json:1:1 /rules/0/scorecard: unknown scorecard \"poled-health\"; known: [health,"
                        + " pooled-health].",
                "  Maybe \"pooled-health\".");
    }

    @Test
    void scorecardsOfSeveralIds_mustComeWithAChoice() throws IOException {
        Files.delete(book.file("policies/scorecard-choice.json"));
        assertThat(book.run().error())
                .contains("scorecards health, pooled-health must come with a choice between them")
                .contains("Maybe the id of a revision was changed.");
    }

    @Test
    void format_mustBeKnown() {
        book.edit(SCORECARD, text -> text.replace("rapport/scorecard", "rapport/scorecrad"));
        refused(
                "1 error in scorecard.json:",
                "scorecard.json:1:1: format must be one of rapport/segmentation, rapport/scorecard,"
                        + " rapport/scorecard-choice, rapport/roll-up, rapport/churn-risk, rapport/at-risk,"
                        + " rapport/residual-value, rapport/milestones, rapport/engagement-models, rapport/organisation,"
                        + " rapport/life-cycle, rapport/escalation, rapport/early-warning,"
                        + " rapport/survey-instruments, rapport/contact-throttle, rapport/loss-reasons,"
                        + " rapport/retention, rapport/expansion, rapport/renewal-forecast, rapport/calls, rapport/churn-learning,"
                        + " rapport/experiments, rapport/assignment, rapport/attribution, rapport/file-views, rapport/reviews, rapport/scope, rapport/voice, was"
                        + " \"rapport/scorecrad\".",
                "  Maybe \"rapport/scorecard\".");
    }

    @Test
    void version_mustBeKnown() {
        book.edit(SCORECARD, text -> text.replace("\"version\": 1", "\"version\": 99"));
        refused(
                "1 error in scorecard.json:",
                "scorecard.json:3:14 /version: version 99 of rapport/scorecard is not known; this library knows version 1;"
                        + " the rest was not read.",
                "  Maybe a newer version of the library knows it.");
    }

    @Test
    void attribute_mustBeFed() {
        book.edit(SCORECARD, text -> text.replace("survey.nps-180d", "survey.nps-18d"));
        assertThat(book.run().error())
                .contains("/parts/3/attribute: unknown attribute \"survey.nps-18d\", nothing feeds it.")
                .contains("Maybe \"survey.nps-180d\".");
    }

    @Test
    void segment_ofEngagementModels_mustExist() {
        book.edit("policies/engagement-models.json", text -> text.replace("\"mid-market\"", "\"midmarket\""));
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("1 error in engagement-models.json:\nengagement-models.json:1:1: the segments that the"
                        + " engagement models name (")
                .contains("midmarket")
                .contains("must be those of exactly one segmentation, 0 have them all.");
    }

    @Test
    void weights_mustNotAllBeZero() {
        book.edit(SCORECARD, text -> text.replaceAll("\"weight\": [0-9]+", "\"weight\": 0"));
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("4 errors in scorecard.json:")
                .contains("/parts: weights must sum to a finite number above 0, was 0.");
    }

    @Test
    void bands_mustLeaveNoGap() {
        book.edit(SCORECARD, text -> text.replace("\"yellow\", \"from\": 50", "\"yellow\", \"from\": 55"));
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("1 error in scorecard.json:")
                .contains("band \"yellow\" begins at 55, but the bands before it end at 50, so scores between have no"
                        + " band.");
    }

    @Test
    void segments_mustNotGoInCircles() {
        book.edit("policies/regions.json", text -> text.substring(0, text.indexOf("\"strategy\"")) + """
                "strategy": {"type": "rules", "segments": [
                  {"id": "a", "name": "A", "when": {"type": "member-of", "segment": "b"}},
                  {"id": "b", "name": "B", "when": {"type": "member-of", "segment": "a"}}]}}
                """);
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("1 error in regions.json:")
                .contains("segment must not be defined through itself: a -> b -> a.");
    }

    @Test
    void nesting_hasALimit() {
        book.bytes("policies/deep.json", ("[".repeat(10_000) + "]".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("1 error in deep.json:\ndeep.json:1:65 /0")
                .contains(": must not be nested deeper than 64 levels; the rest was not read.");
    }

    @Test
    void field_mustComeOnce_andBeKnown() {
        book.edit(
                SCORECARD, text -> text.replace("\"version\": 1,", "\"version\": 1, \"version\": 1, \"wieghts\": 3,"));
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("2 errors in scorecard.json:")
                .contains("/version: field \"version\" is given twice, first at 3:3.")
                .contains("/wieghts: unknown field");
    }

    @Test
    void number_mustBeANumber() {
        book.edit(SCORECARD, text -> text.replaceFirst("\"weight\": 40", "\"weight\": \"40\""));
        refused(
                "1 error in scorecard.json:",
                "scorecard.json:17:17 /parts/0/weight: expected a number, got string \"40\".",
                "  Maybe without the quotes.");
        book.edit(SCORECARD, text -> text.replaceFirst("\"weight\": \"40\"", "\"weight\": 1e999"));
        refused(
                "1 error in scorecard.json:",
                "scorecard.json:17:17 /parts/0/weight: a number must have at most 1000 characters and a magnitude between"
                        + " 1e-400 and 1e400, was 1e999.");
        book.edit(SCORECARD, text -> text.replaceFirst("\"weight\": 1e999", "\"weight\": NaN"));
        refused(
                "1 error in scorecard.json:",
                "scorecard.json:17:17 /parts/0: NaN is no number in JSON; leave the field out where there is no number.");
    }

    @Test
    void text_mustBeUtf8_andJson() {
        book.bytes(SCORECARD, "{\"id\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1));
        refused(
                "1 error in scorecard.json:",
                "scorecard.json:1:9: must be UTF-8, has a byte 0xE4 here.",
                "  Maybe the file was saved as Windows-1252 or ISO-8859-1.");
        book.bytes(SCORECARD, new byte[0]);
        refused("1 error in scorecard.json:", "scorecard.json:1:1: must be a JSON document, is empty.");
    }

    @Test
    void problems_ofAllDocuments_areToldAtOnce() {
        book.edit(SCORECARD, text -> text.replace("\"yellow\", \"from\": 50", "\"yellow\", \"from\": 55"));
        book.edit("policies/value-tiers.json", text -> text.replace("\"revision\": \"2026-1\",", ""));
        book.edit("policies/escalation.json", text -> text.replace("\"version\": 1", "\"version\": 2"));
        Run run = book.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error())
                .startsWith("3 errors")
                .contains("escalation.json:3:14 /version: version 2")
                .contains("scorecard.json:")
                .contains("value-tiers.json:1:1 /revision: required field is missing");
    }
}
