package dev.rapport.health.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.Scores;
import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.churn.CoxChurn;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.churn.LogisticChurn;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.json.ModelCardJson;
import dev.rapport.health.survival.CoxRegression;
import dev.rapport.health.validation.BackTest;
import dev.rapport.health.validation.Comparison;
import dev.rapport.health.validation.Drift;
import dev.rapport.health.validation.HistoryOfUse;
import dev.rapport.health.validation.Predictions;
import dev.rapport.health.validation.Trainer;
import dev.rapport.health.validation.Validation;
import dev.rapport.health.validation.ValidationPolicy;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.json.JsonLayout;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCardTest {

    private static final ValidationPolicy POLICY = ValidationPolicy.builder()
            .from(ValidationPolicy.models())
            .resamples(100)
            .build();
    private static final List<Feature> FEATURES = List.of(Feature.of(Scores.USE), Feature.of(Scores.MOOD));
    private static final Trainer LOGISTIC = training -> LogisticChurn.fit(
            new PolicyRef("churn", "1"), FEATURES, LogisticRegression.plain().ridge(1), training);
    private static final HistoryOfUse HISTORY = HistoryOfUse.of(200, 45, 1);
    private static final BackTest TEST = HISTORY.test(14);

    private static ModelCard.Builder card(ChurnModel model) {
        Predictions predictions = TEST.refitting(new PolicyRef("churn", "1"), LOGISTIC);
        return ModelCard.builder()
                .title("Who is <lost> & why")
                .data("Two invented years.")
                .method(FittedMethod.of(model))
                .validation(Validation.of(predictions, POLICY))
                .addKnownLimits("Invented.");
    }

    private static ChurnModel logistic() {
        return LOGISTIC.fit(TEST.observations()).orThrow();
    }

    private static String json(ModelCard card) throws IOException {
        StringWriter writer = new StringWriter();
        JsonLayout.PRETTY.write(writer, out -> ModelCardJson.write(card, out));
        return writer.toString();
    }

    @Test
    void page_isSelfContained_andEscapesWhatItShows() {
        String page = ModelCardPage.html(card(logistic())
                .comparison(Comparison.of(
                        TEST.health(book -> Scores.of("health", "1", "mood")),
                        TEST.refitting(new PolicyRef("churn", "1"), LOGISTIC),
                        POLICY))
                .drift(Drift.of(TEST.observations(), HISTORY.facts().asOf(LocalDate.of(2025, 12, 31)), view -> true))
                .build());

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>Who is &lt;lost&gt; &amp; why</h1>", "<svg role=\"img\"", "class=\"verdict passes\"")
                .contains("ratio of odds", "Drift since the fit", "Beside what decides now", "<li>Invented.</li>")
                .doesNotContain("<lost>", "<script", "http", "NaN", "Infinity");
        assertThat(page.split("<circle", -1).length - 1)
                .isEqualTo(card(logistic()).build().validation().calibration().size());
    }

    @Test
    void limits_nameWhatIsInNoFigure_andThatNothingIsACause() {
        assertThat(card(logistic()).build().limits()).first().isEqualTo("Invented.");
        assertThat(card(logistic()).build().limits())
                .anyMatch(limit -> limit.contains("there was no model yet"))
                .anyMatch(limit -> limit.contains("left out: each does not meet the condition of the plan"))
                .last()
                .asString()
                .contains("associations");
    }

    @Test
    void effects_areRatios_withTheirIntervals() {
        ChurnModel cox = CoxChurn.fit(new PolicyRef("churn", "1"), FEATURES, CoxRegression.efron(), TEST.observations())
                .orThrow();
        FittedMethod method = FittedMethod.of(cox);

        assertThat(method.ratioOf()).isEqualTo("hazards");
        assertThat(method.effects()).hasSize(2).allSatisfy(effect -> {
            assertThat(effect.ratio()).isBetween(effect.ratioLow(), effect.ratioHigh());
            assertThat(effect.coefficient().robustStandardError()).isPresent();
        });
        assertThat(method.effects().get(0).ratioHigh())
                .as("use keeps customers")
                .isLessThan(1);
        assertThat(FittedMethod.of(logistic()).words())
                .startsWith("Logistic regression on ")
                .contains("with a loss");
    }

    @Test
    void json_hasWhatThePageShows() throws IOException {
        String json = json(card(logistic()).build());

        assertThat(json)
                .contains(
                        "\"format\": \"rapport/model-card\"",
                        "\"verdict\": \"passes\"",
                        "\"figure\": \"auc\"",
                        "\"column\": \"use\"",
                        "\"aucByDate\": {",
                        "\"2025-10-02\":",
                        "\"why\": \"not-eligible\"",
                        "\"limits\": [")
                .doesNotContain("NaN");
        assertThat(json(card(logistic()).build()))
                .as("the same data, the same bytes")
                .isEqualTo(json);
    }
}
