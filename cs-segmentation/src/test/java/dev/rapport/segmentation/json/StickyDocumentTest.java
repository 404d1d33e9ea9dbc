package dev.rapport.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Subject;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.time.AsOf;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.membership.Membership;
import dev.rapport.segmentation.membership.StickyRule;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What holds customers is part of the policy. */
class StickyDocumentTest {

    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");

    private static Checked<SegmentationDocument> read(String strategy, String sticky) {
        return SegmentationDocument.kind(KnownAttributes.SHAPES)
                .read(JsonInput.text("test.json", """
                {"format": "rapport/segmentation", "version": 1, "id": "tiers", "revision": "1", "strategy": %s,
                 "sticky": %s}
                """.formatted(strategy, sticky)));
    }

    private static final String TIERS = """
            {"type": "value-tiers", "attribute": "arr", "currency": "EUR",
             "tiers": [{"id": "small"}, {"id": "large", "from": 40000}]}""";

    @Test
    void ruleIsRead_written_andHoldsByWhatWasRemembered() {
        SegmentationDocument document =
                read(TIERS, "{\"margin\": 0.1, \"minimumStayDays\": 90}").orThrow();
        assertThat(document.sticky()).contains(new StickyRule(0.1, 1, 90));
        String written = SegmentationDocument.kind(KnownAttributes.SHAPES).toJson(document);
        assertThat(written).contains("\"confirmations\": 1");
        assertThat(SegmentationDocument.kind(KnownAttributes.SHAPES)
                        .read(JsonInput.text("again.json", written))
                        .orThrow())
                .isEqualTo(document);

        Book book = Row.book(Row.of("a").with(ARR, Money.parse("EUR 38000")));
        Remembered large = Memory.empty()
                .toRemember(
                        new Subject("a", "tiers", "segment"), "large", AsOf.endOf(Row.TODAY.minusDays(30), book.zone()))
                .orElseThrow();
        Membership fresh = document.membership(book, Memory.empty());
        Membership held = document.membership(book, Memory.of(List.of(large)));
        assertThat(fresh.segment("a")).contains(Segment.of("small"));
        assertThat(held.segment("a")).contains(Segment.of("large"));
        assertThat(held.held()).containsEntry("a", "would enter small; held in large until arr is below EUR 36000");
        assertThat(Segmentation.of(document.strategy(), book)
                        .holding(held.segmentByCustomer())
                        .sizes())
                .containsEntry(Segment.of("large"), 1)
                .containsEntry(Segment.of("small"), 0);
    }

    @Test
    void withoutRule_nothingIsRemembered() {
        SegmentationDocument document = new SegmentationDocument(
                read(TIERS, "{}").orThrow().header(),
                read(TIERS, "{}").orThrow().strategy());
        Book book = Row.book(Row.of("a").with(ARR, Money.parse("EUR 38000")));
        assertThat(document.sticky()).isEqualTo(Optional.empty());
        assertThat(document.membership(book, Memory.empty()).toRemember()).isEmpty();
    }

    @Test
    void marginNeedsThresholds() {
        assertThat(read(
                                "{\"type\": \"rules\", \"segments\": [{\"id\": \"a\", \"when\": {\"type\": \"present\", \"attribute\": \"arr\"}}]}",
                                "{\"margin\": 0.1}")
                        .problems()
                        .render())
                .contains("margin (0.1) must be 0: only value tiers have thresholds to leave.");
        assertThat(read(TIERS, "{\"margin\": 1, \"confirmations\": 0, \"stay\": 3}")
                        .problems()
                        .render())
                .contains(
                        "/sticky/margin: must be >= 0 and < 1", "/sticky/confirmations: must be >= 1", "unknown field");
    }
}
