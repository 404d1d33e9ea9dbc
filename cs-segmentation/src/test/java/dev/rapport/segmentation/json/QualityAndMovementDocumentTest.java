package dev.rapport.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.membership.Membership;
import dev.rapport.segmentation.membership.Movement;
import dev.rapport.segmentation.quality.QualityLimits;
import dev.rapport.segmentation.quality.SegmentationQuality;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segmentation;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Judgements and movements as documents of their own; {@code -Dgolden.write=<src/test/resources, absolute>} writes them down. */
class QualityAndMovementDocumentTest {

    private static final AttributeKey<Double> AGE = AttributeKey.number("age").sensitivity(Sensitivity.PERSONAL);
    private static final DocumentHeader HEADER = DocumentHeader.of("ages", "2026-1");
    private static final RuleSegmentation RULES = RuleSegmentation.of(List.of(
            Rule.of("young", Condition.below(AGE, 30.0)),
            Rule.of("payers", Condition.atLeast(StandardAttributes.ARR, Money.parse("EUR 100")))));

    private static Row row(String id, double age, int arr) {
        return Row.of(id).with(AGE, age).with(StandardAttributes.ARR, Money.parse("EUR " + arr));
    }

    private static void assertKept(String name, Consumer<JsonOut> written) throws IOException {
        StringWriter text = new StringWriter();
        JsonLayout.PRETTY.write(text, written);
        String write = System.getProperty("golden.write");
        if (write != null) {
            Files.writeString(Path.of(write, "dev/rapport/segmentation/json", name), text.toString());
            return;
        }
        try (InputStream in = QualityAndMovementDocumentTest.class.getResourceAsStream(name)) {
            assertThat(text)
                    .hasToString(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void quality_isADocument() throws IOException {
        Book book =
                Row.book(row("a", 20, 50), row("b", 25, 200), row("c", 60, 300), row("d", 61, 20), row("e", 62, 500));
        SegmentationQuality quality = SegmentationQuality.of(Segmentation.of(RULES, book), book, StandardAttributes.ARR)
                .separating("churned", Map.of("a", 1.0, "b", 1.0, "c", 0.0, "e", 0.0));
        assertKept(
                "segmentation-quality.json",
                out -> SegmentationQualityJson.write(quality, new QualityLimits(12, 2, 0.01), HEADER, book, out));
    }

    @Test
    void movement_isADocument_withoutWhatIsPersonal() throws IOException {
        Movement movement = Movement.between(
                Membership.of(RULES, Row.book(row("a", 29, 100), row("b", 50, 90), row("gone", 50, 200))),
                Membership.of(RULES, Row.book(row("a", 30, 100), row("b", 50, 110), row("new", 20, 10))));
        assertKept("segment-movement.json", out -> MovementJson.write(movement, HEADER, out));
    }
}
