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
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Function;

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

    private static final int REPLAYED_MONTHS = 12;

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
     * What is remembered of a day before where nobody has: the ends of the twelve months before it are decided one after the
     * other. Days whose book lacks what the strategy reads are passed over.
     *
     * @param day  the day
     * @param memory  what was decided before
     * @param bookOn  the customers at the end of a day, as they were known then
     * @return the memory with what the decisions had to remember; as it is without a sticky rule
     */
    public Memory replayed(LocalDate day, Memory memory, Function<LocalDate, Book> bookOn) {
        Memory replayed = memory;
        for (int back = sticky.isPresent() ? REPLAYED_MONTHS : 0; back > 0; back--) {
            Book then = bookOn.apply(day.minusMonths(back).with(TemporalAdjusters.lastDayOfMonth()));
            if (strategy.check(then).errorCount() == 0) {
                replayed = replayed.with(membership(then, replayed).toRemember());
            }
        }
        return replayed;
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
