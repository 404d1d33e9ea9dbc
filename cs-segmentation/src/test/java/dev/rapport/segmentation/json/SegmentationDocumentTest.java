package dev.rapport.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.condition.Scope;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SegmentationDocumentTest {

    private static final DocumentKind<SegmentationDocument> KIND = SegmentationDocument.kind(KnownAttributes.SHAPES);

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SegmentationDocumentTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SegmentationDocument read(String json) {
        return KIND.read(JsonInput.text("test.json", json)).orThrow();
    }

    @Test
    void everyCondition_survivesReadingWritingAndReading() throws IOException {
        SegmentationDocument first = read(resource("good/every-condition.json"));
        String written = KIND.toJson(first);
        assertThat(read(written)).isEqualTo(first);
        assertThat(KIND.toJson(read(written))).isEqualTo(written);
        assertThat(((RuleSegmentation) first.strategy())
                        .rules()
                        .get(0)
                        .segment()
                        .description())
                .contains("Each type of condition once");
    }

    @Test
    void whatWasBuiltInJava_isWrittenAsOneWouldWriteIt() {
        SegmentationStrategy tiers = ValueTiers.of(
                AttributeKey.money("arr"), CurrencyUnit.EUR, Tier.lowest("small"), Tier.from("large", 100_000));
        String written = KIND.toJson(new SegmentationDocument(DocumentHeader.of("tiers", "1"), tiers));
        assertThat(written).isEqualTo("""
                        {
                          "format": "rapport/segmentation",
                          "version": 1,
                          "id": "tiers",
                          "revision": "1",
                          "strategy": {
                            "type": "value-tiers",
                            "attribute": "arr",
                            "currency": "EUR",
                            "tiers": [{
                              "id": "small"
                            }, {
                              "id": "large",
                              "from": 100000
                            }]
                          }
                        }
                        """);
        assertThat(read(written).strategy()).isEqualTo(tiers);
    }

    @Test
    void readStrategy_decides() {
        SegmentationStrategy tiers = read("""
                {"format": "rapport/segmentation", "version": 1, "id": "t", "revision": "1", "strategy": {
                  "type": "value-tiers", "attribute": "arr", "currency": "EUR",
                  "tiers": [{"id": "small"}, {"id": "large", "from": 100.50}]}}
                """).strategy();
        Row row = Row.of("c").with(AttributeKey.money("arr"), Money.parse("EUR 100.50"));
        assertThat(tiers.assign(row.view()).value()).contains(Segment.of("large"));
    }

    /** A host's own type of condition. */
    private record InTerritory(String territory) implements Condition {

        @Override
        public Node compile(Scope scope) {
            return Node.text("in-territory", AttributeKey.text("country"), country -> country.equals("DE") ? 1 : 0)
                    .asCondition();
        }
    }

    @Test
    void hostsOwnType_standsInsideOurs() {
        Variants<Condition> conditions = ConditionShapes.standard(KnownAttributes.SHAPES)
                .with("in-territory", InTerritory.class, fields -> {
                    var territory = fields.required("territory", Shape.code(), InTerritory::territory);
                    return in -> new InTerritory(in.get(territory));
                });
        DocumentKind<SegmentationDocument> kind =
                SegmentationDocument.kind(StrategyShapes.standard(KnownAttributes.SHAPES, conditions));
        SegmentationDocument document =
                kind.read(JsonInput.text("test.json", """
                {"format": "rapport/segmentation", "version": 1, "id": "t", "revision": "1", "strategy": {
                  "type": "rules", "segments": [{"id": "north", "when": {
                    "type": "none-of", "conditions": [{"type": "in-territory", "territory": "south"}]}}]}}
                """)).orThrow();
        assertThat(((RuleSegmentation) document.strategy()).rules().get(0).condition())
                .isEqualTo(Condition.noneOf(new InTerritory("south")));
        assertThat(kind.read(JsonInput.text("again.json", kind.toJson(document)))
                        .orThrow())
                .isEqualTo(document);
    }

    @Test
    void schema_isTheOneThatWasReviewed() throws IOException {
        assertThat(KIND.toJsonSchema()).isEqualTo(resource("segmentation-1.schema.json"));
    }
}
