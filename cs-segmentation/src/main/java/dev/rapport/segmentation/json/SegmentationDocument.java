package dev.rapport.segmentation.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.book.Book;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.membership.Membership;
import dev.rapport.segmentation.membership.StickyRule;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.Optional;

/**
 * A segmentation with who made it: the value of a document of the format {@code rapport/segmentation}.
 *
 * <pre>{@code
 * AttributeShapes attributes = AttributeShapes.of(book.provides().attributes());
 * SegmentationStrategy tiers = SegmentationDocument.kind(attributes)
 *         .read(JsonInput.read("value-tiers.json", in))
 *         .orThrow()
 *         .strategy();
 * }</pre>
 *
 * @param header  id, revision and who proposed and approved it
 * @param strategy  the strategy
 * @param sticky  what holds customers in their segment, or empty if nothing does
 */
public record SegmentationDocument(DocumentHeader header, SegmentationStrategy strategy, Optional<StickyRule> sticky) {

    private static final Shape<StickyRule> STICKY = Shape.object("sticky", fields -> {
        var margin = fields.defaulted("margin", Shape.number().atLeast(0.0).below(1.0), 0.0, StickyRule::margin);
        var confirmations = fields.defaulted("confirmations", Shape.integer().atLeast(1), 1, StickyRule::confirmations);
        var stay = fields.defaulted("minimumStayDays", Shape.integer().atLeast(0), 0, StickyRule::minimumStayDays);
        return in -> new StickyRule(in.get(margin), in.get(confirmations), in.get(stay));
    });

    /**
     * Checks that rule and strategy go together.
     *
     * @param header  id, revision and who proposed and approved it
     * @param strategy  the strategy
     * @param sticky  what holds customers
     * @throws IllegalArgumentException if the rule has a margin that the strategy has no thresholds for
     */
    public SegmentationDocument {
        requireNonNull(header, "header");
        requireNonNull(strategy, "strategy");
        sticky.ifPresent(rule -> rule.over(strategy));
    }

    /**
     * A segmentation in which nothing holds customers.
     *
     * @param header  id, revision and who proposed and approved it
     * @param strategy  the strategy
     */
    public SegmentationDocument(DocumentHeader header, SegmentationStrategy strategy) {
        this(header, strategy, Optional.empty());
    }

    /**
     * Who is in which segment.
     *
     * @param book  the book
     * @param memory  what was decided before; of no meaning without a sticky rule
     * @return the membership, and what to remember
     */
    public Membership membership(Book book, Memory memory) {
        return sticky.map(rule -> rule.over(strategy).decide(header.id(), book, memory))
                .orElseGet(() -> Membership.of(strategy, book));
    }

    /**
     * The documents with the standard types of strategies and conditions.
     *
     * @param attributes  the attributes that may be named
     * @return the kind, which reads, writes and gives the JSON Schema
     */
    public static DocumentKind<SegmentationDocument> kind(AttributeShapes attributes) {
        return kind(StrategyShapes.standard(attributes, ConditionShapes.standard(attributes)));
    }

    /**
     * The documents with the types of a host.
     *
     * @param strategies  the types of strategies
     * @return the kind, which reads, writes and gives the JSON Schema
     */
    public static DocumentKind<SegmentationDocument> kind(Shape<SegmentationStrategy> strategies) {
        return DocumentKind.of("segmentation", 1, SegmentationDocument::header, fields -> {
            var strategy = fields.required("strategy", strategies, SegmentationDocument::strategy);
            var sticky = fields.optional("sticky", STICKY, SegmentationDocument::sticky);
            return (header, in) -> new SegmentationDocument(header, in.get(strategy), in.get(sticky));
        });
    }
}
