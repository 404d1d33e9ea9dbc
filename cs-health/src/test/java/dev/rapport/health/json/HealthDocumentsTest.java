package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.atrisk.AtRiskPolicy;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.health.scorecard.RandomScorecards;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.shape.DocumentKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthDocumentsTest {

    private static final List<AttributeKey<?>> KNOWN = List.of(
            AttributeKey.number("usage.active-share"),
            AttributeKey.number("usage.change-30d"),
            AttributeKey.bool("sponsor.present"),
            AttributeKey.text("tier"),
            AttributeKey.date("renewal.date"),
            AttributeKey.money("arr"));

    static Stream<Path> badDocuments() {
        return GoldenText.documents("bad").stream();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        String name = document.getFileName().toString();
        DocumentKind<?> kind = name.startsWith("scorecard")
                ? HealthDocuments.scorecardOver(KNOWN)
                : name.startsWith("at-risk") ? HealthDocuments.atRiskOver(KNOWN) : HealthDocuments.churnRiskOver(KNOWN);
        Checked<?> read = kind.read(GoldenText.open(document));

        assertThat(read.isValid()).isFalse();
        GoldenText.verify(
                "bad/" + name.replace(".json", ".expected.txt"), read.problems().render() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"good-scorecard", "full-scorecard"})
    void goodScorecard_isRead_andWrittenInFull(String name) throws IOException {
        Checked<Scorecard> read =
                HealthDocuments.scorecardOver(KNOWN).read(GoldenText.open(GoldenText.file(name + ".json")));

        assertThat(read.problems().isEmpty()).as(read.problems().render()).isTrue();
        String written = HealthDocuments.SCORECARD.toJson(read.orThrow());
        GoldenText.verify(name + ".written.json", written);
        assertThat(again(written)).isEqualTo(read.orThrow());
    }

    @Test
    void goodRules_areRead_andWrittenInFull() throws IOException {
        Checked<RiskPolicy> read =
                HealthDocuments.churnRiskOver(KNOWN).read(GoldenText.open(GoldenText.file("good-churn-risk.json")));

        assertThat(read.problems().isEmpty()).as(read.problems().render()).isTrue();
        String written = HealthDocuments.CHURN_RISK.toJson(read.orThrow());
        GoldenText.verify("good-churn-risk.written.json", written);
        assertThat(HealthDocuments.CHURN_RISK
                        .read(JsonInput.text("again", written))
                        .orThrow())
                .isEqualTo(read.orThrow());
    }

    @Test
    void goodPlays_areRead_andWrittenInFull() throws IOException {
        Checked<AtRiskPolicy> read =
                HealthDocuments.atRiskOver(KNOWN).read(GoldenText.open(GoldenText.file("good-at-risk.json")));

        assertThat(read.problems().render())
                .as("a warning, not an error")
                .contains(
                        "/otherwise/saveable/points/1: warning: with 90 days left less can be saved (0.2) than with 30 (0.3).");
        String written = HealthDocuments.AT_RISK.toJson(read.orThrow());
        GoldenText.verify("good-at-risk.written.json", written);
        assertThat(HealthDocuments.AT_RISK
                        .read(JsonInput.text("again", written))
                        .orThrow())
                .isEqualTo(read.orThrow());
    }

    @Test
    void presetOfRisk_survivesTheRoundTrip() {
        RiskPolicy preset = RiskPolicy.egCsmForecast();

        String written = HealthDocuments.CHURN_RISK.toJson(preset);

        assertThat(HealthDocuments.CHURN_RISK
                        .read(JsonInput.text("preset", written))
                        .orThrow())
                .isEqualTo(preset);
    }

    @Test
    void schemas_comeFromTheSameShapes() {
        GoldenText.verify("scorecard.schema.json", HealthDocuments.SCORECARD.toJsonSchema());
        GoldenText.verify("churn-risk.schema.json", HealthDocuments.CHURN_RISK.toJsonSchema());
        GoldenText.verify("at-risk.schema.json", HealthDocuments.AT_RISK.toJsonSchema());
    }

    @Test
    void weightsThatDoNotSum_areAWarning_notAnError() throws IOException {
        String odd = HealthDocuments.SCORECARD
                .toJson(HealthDocuments.SCORECARD
                        .read(GoldenText.open(GoldenText.file("good-scorecard.json")))
                        .orThrow())
                .replace("\"weight\": 30", "\"weight\": 31");

        Checked<Scorecard> read = HealthDocuments.SCORECARD.read(JsonInput.text("odd", odd));

        assertThat(read.isValid()).isTrue();
        assertThat(read.problems().render())
                .contains("/parts: warning: weights sum to 101, neither to 1 nor to 100; only their ratios count.");
    }

    @Property(tries = 1000)
    void anyScorecard_survivesTheRoundTrip(@ForAll long seed) {
        Scorecard scorecard = new RandomScorecards(new Random(seed)).scorecard();

        assertThat(again(HealthDocuments.SCORECARD.toJson(scorecard)))
                .as("seed " + seed)
                .isEqualTo(scorecard);
    }

    private static Scorecard again(String written) {
        return HealthDocuments.SCORECARD.read(JsonInput.text("again", written)).orThrow();
    }
}
