package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.retention.ChurnDate;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.UnsignedRenewal;
import dev.rapport.health.validation.Figure;
import dev.rapport.health.validation.Floor;
import dev.rapport.health.validation.MinimumData;
import dev.rapport.health.validation.ValidationPolicy;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionAndValidationDocumentsTest {

    @Test
    void presets_surviveTheRoundTrip() {
        assertSurvives(HealthDocuments.RETENTION, RetentionDefinition.STANDARD);
        assertSurvives(HealthDocuments.VALIDATION, ValidationPolicy.models());
        assertSurvives(HealthDocuments.VALIDATION, ValidationPolicy.scorecards());
    }

    @Test
    void whatIsNotThePreset_survivesTheRoundTrip() {
        assertSurvives(
                HealthDocuments.RETENTION,
                RetentionDefinition.builder()
                        .header(DocumentHeader.of("board", "2026").withApprovedBy("cfo"))
                        .churnDate(ChurnDate.NOTICE)
                        .unsigned(UnsignedRenewal.LOST)
                        .graceDays(30)
                        .constantRatesOf(LocalDate.of(2026, 1, 1))
                        .build());
        assertSurvives(
                HealthDocuments.VALIDATION,
                ValidationPolicy.builder()
                        .id("strict")
                        .addFloors(new Floor(Figure.BRIER, new Floor.Bound(0.2, true), "the board"))
                        .minimum(new MinimumData(24, 100, "the board"))
                        .capacity(0.25)
                        .warnedFromDays(10)
                        .warnedToDays(20)
                        .worstBands(Set.of("red", "dark-red"))
                        .bestBands(Set.of("blue"))
                        .confidence(0.9)
                        .resamples(200)
                        .seed(-7)
                        .build());
    }

    private static <T> void assertSurvives(DocumentKind<T> kind, T value) {
        assertThat(kind.read(JsonInput.text("written", kind.toJson(value))).orThrow())
                .isEqualTo(value);
    }

    @Test
    void badDocuments_areRefused_withAllTheirProblems() {
        assertThat(HealthDocuments.RETENTION
                        .read(JsonInput.text(
                                "retention.json",
                                "{\"format\": \"rapport/retention\", \"version\": 1, \"id\": \"r\", \"revision\": \"1\","
                                        + " \"churnDate\": \"notise\", \"unsignedRenewals\": \"lost\", \"graceDays\": 900}"))
                        .problems()
                        .render())
                .contains("/churnDate", "Maybe \"notice\"", "/graceDays");
        assertThat(HealthDocuments.VALIDATION
                        .read(JsonInput.text(
                                "validation.json",
                                "{\"format\": \"rapport/validation\", \"version\": 1, \"id\": \"v\", \"revision\": \"1\","
                                        + " \"floors\": [{\"figure\": \"auk\", \"value\": 0.7, \"source\": \"us\"}],"
                                        + " \"capacity\": 2, \"resamples\": 10}"))
                        .problems()
                        .render())
                .contains("/floors/0/figure", "Maybe \"auc\"", "/capacity", "/resamples");
    }

    @Test
    void warningsThatEndBeforeTheyBegin_areRefused() {
        String written = HealthDocuments.VALIDATION.toJson(ValidationPolicy.builder()
                .from(ValidationPolicy.models())
                .warnedToDays(61)
                .build());

        assertThat(HealthDocuments.VALIDATION
                        .read(JsonInput.text("validation.json", written.replace("61", "59")))
                        .problems()
                        .render())
                .contains("warnedFromDays (60) must be at least 0 and at most warnedToDays (59).");
    }

    @Test
    void examples_ofTheFormats_areRead() throws IOException {
        assertThat(HealthDocuments.RETENTION.read(example("retention")).orThrow().churnDate())
                .isEqualTo(ChurnDate.NOTICE);
        assertThat(HealthDocuments.VALIDATION.read(example("validation")).orThrow().floors())
                .hasSize(2);
    }

    private static JsonInput example(String name) throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "formats.md"));
        String begin = "<!-- " + name + " -->\n```json\n";
        int from = formats.indexOf(begin) + begin.length();
        return JsonInput.text("formats.md", formats.substring(from, formats.indexOf("```", from)));
    }
}
