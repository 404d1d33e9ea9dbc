package dev.rapport.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.shape.Scorecard.Band;
import dev.rapport.model.shape.Scorecard.Constant;
import dev.rapport.model.shape.Scorecard.Curve;
import dev.rapport.model.shape.Scorecard.Handling;
import dev.rapport.model.shape.Scorecard.Inverted;
import dev.rapport.model.shape.Scorecard.Linear;
import dev.rapport.model.shape.Scorecard.Measure;
import dev.rapport.model.shape.Scorecard.Point;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A whole document, from one declaration read, written and given a schema. */
class ScorecardTest {

    private static final String JSON = """
            {
              "format": "rapport/scorecard",
              "version": 1,
              "id": "health",
              "revision": "3",
              "approvedBy": "Grace",
              "effectiveFrom": "2026-04-01",
              "measures": [{
                "code": "usage",
                "attribute": "usage.active-share",
                "weight": 0.3,
                "curve": {
                  "type": "linear",
                  "points": [[0, 0], [0.8, 100]]
                },
                "missing": "leave-out"
              }, {
                "code": "tickets",
                "attribute": "support.tickets",
                "weight": 1,
                "curve": {
                  "type": "inverted",
                  "of": {
                    "type": "linear",
                    "points": [[0, 0], [10, 100]]
                  }
                },
                "missing": "count-as-zero"
              }],
              "bands": [{
                "code": "red",
                "from": 0
              }, {
                "code": "green",
                "from": 70,
                "label": "Healthy"
              }]
            }
            """;

    private static final Scorecard SCORECARD = new Scorecard(
            DocumentHeader.of("health", "3").withApprovedBy("Grace").withEffectiveFrom(LocalDate.of(2026, 4, 1)),
            List.of(
                    new Measure(
                            "usage",
                            "usage.active-share",
                            0.3,
                            new Linear(List.of(new Point(0, 0), new Point(0.8, 100))),
                            Handling.LEAVE_OUT),
                    new Measure(
                            "tickets",
                            "support.tickets",
                            1,
                            new Inverted(new Linear(List.of(new Point(0, 0), new Point(10, 100)))),
                            Handling.COUNT_AS_ZERO)),
            List.of(new Band("red", 0, Optional.empty()), new Band("green", 70, Optional.of("Healthy"))));

    @Test
    void document_isReadIntoAValue() {
        Checked<Scorecard> read = Scorecard.KIND.read(JsonInput.text("scorecard.json", JSON));

        assertThat(read.orThrow()).isEqualTo(SCORECARD);
        assertThat(read.problems().isEmpty()).isTrue();
    }

    @Test
    void value_isWritten_asItIsRead() {
        assertThat(Scorecard.KIND.toJson(SCORECARD)).isEqualTo(JSON);
    }

    @Test
    void default_isTakenWhereTheFieldIsAbsent_andWrittenSoThatItIsNotSilent() {
        String without = JSON.replace(",\n    \"missing\": \"leave-out\"", "");

        Scorecard read = Scorecard.KIND.read(JsonInput.text("", without)).orThrow();

        assertThat(without).isNotEqualTo(JSON);
        assertThat(Scorecard.KIND.toJson(read)).isEqualTo(JSON);
    }

    @Test
    void commentsAndFreeFields_areAllowedEverywhere_andIgnored() {
        String commented = JSON.replace("{\n  \"format\"", "{\n  \"$schema\": \"scorecard.schema.json\",\n  \"format\"")
                .replace("\"code\": \"red\"", "\"description\": \"the worst\", \"x-colour\": [1], \"code\": \"red\"");

        assertThat(Scorecard.KIND.read(JsonInput.text("", commented)).orThrow()).isEqualTo(SCORECARD);
    }

    @Test
    void host_canAddAType_whichStandardTypesThenContain() {
        DocumentKind<Scorecard> kind = Scorecard.kind(Curve.STANDARD.with("constant", Constant.class, fields -> {
            var score = fields.required("score", Shape.number(), Constant::score);
            return in -> new Constant(in.get(score));
        }));
        String json = JSON.replace("""
                "type": "linear",
                        "points": [[0, 0], [10, 100]]
                """, """
                "type": "constant",
                        "score": 50
                """);

        Scorecard read = kind.read(JsonInput.text("", json)).orThrow();

        assertThat(read.measures().get(1).curve()).isEqualTo(new Inverted(new Constant(50)));
        assertThat(kind.toJson(read)).isEqualTo(json);
        assertThat(Scorecard.KIND.read(JsonInput.text("", json)).problems().render())
                .contains("unknown curve type \"constant\"; known: [inverted, linear]");
    }

    @Test
    void kind_saysItsFormatAndVersion() {
        assertThat(Scorecard.KIND.format()).isEqualTo("rapport/scorecard");
        assertThat(Scorecard.KIND.version()).isEqualTo(1);
    }
}
