package dev.rapport.segmentation.membership;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.memory.Remembered;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which segment as of a cut. Immutable.
 *
 * <pre>{@code
 * Membership march = Membership.of(tiers, facts.asOf(LocalDate.of(2026, 3, 31)));
 * Membership june = Membership.of(tiers, facts.asOf(LocalDate.of(2026, 6, 30)));
 * Movement.between(march, june).moved();
 * }</pre>
 */
public final class Membership {

    private static final String HELD = "held";

    private final SegmentationStrategy strategy;
    private final Book book;
    private final Supplier<Map<String, Segment>> segments;
    private final Map<String, String> held;
    private final List<Remembered> toRemember;

    /** Put together when it is asked for; whoever comes at the same time puts the same together. */
    private @Nullable Map<String, Segment> segmentByCustomer;

    Membership(
            SegmentationStrategy strategy,
            Book book,
            Supplier<Map<String, Segment>> segments,
            Map<String, String> held,
            List<Remembered> toRemember) {
        this.strategy = requireNonNull(strategy, "strategy");
        this.book = requireNonNull(book, "book");
        this.segments = segments;
        this.held = Collections.unmodifiableMap(held);
        this.toRemember = List.copyOf(toRemember);
    }

    /**
     * The segments of a book, without memory.
     *
     * @param strategy  the strategy
     * @param book  the book as of any instant
     * @return who is where
     * @throws dev.rapport.model.problem.InvalidDocumentException if the strategy does not fit the book
     */
    public static Membership of(SegmentationStrategy strategy, Book book) {
        return of(strategy, book, Segmentation.of(strategy, book));
    }

    /**
     * The segments of a book that has been assigned already, without memory.
     *
     * @param strategy  the strategy
     * @param book  the book as of any instant
     * @param segmentation  what the strategy makes of the book
     * @return who is where
     * @throws IllegalArgumentException if other customers were assigned
     */
    public static Membership of(SegmentationStrategy strategy, Book book, Segmentation segmentation) {
        if (!segmentation.customerIds().equals(book.customerIds())) {
            throw new IllegalArgumentException("segmentation must be of the customers of the book.");
        }
        return new Membership(strategy, book, () -> byCustomer(segmentation), Map.of(), List.of());
    }

    private static Map<String, Segment> byCustomer(Segmentation segmentation) {
        Map<String, Segment> byCustomer = new TreeMap<>();
        for (int row = 0; row < segmentation.customerIds().size(); row++) {
            String id = segmentation.customerIds().get(row);
            segmentation.segment(row).ifPresent(segment -> byCustomer.put(id, segment));
        }
        return byCustomer;
    }

    /**
     * What assigned.
     *
     * @return the strategy
     */
    public SegmentationStrategy strategy() {
        return strategy;
    }

    /**
     * Who was assigned.
     *
     * @return the book, which knows its cut
     */
    public Book book() {
        return book;
    }

    /**
     * The segment of a customer.
     *
     * @param customerId  the customer
     * @return the segment; empty if there is none, or no such customer
     */
    public Optional<Segment> segment(String customerId) {
        return Optional.ofNullable(segmentByCustomer().get(customerId));
    }

    /**
     * The segment of each customer that has one.
     *
     * @return segments by the ids of customers, sorted
     */
    public Map<String, Segment> segmentByCustomer() {
        Map<String, Segment> known = segmentByCustomer;
        if (known == null) {
            known = Collections.unmodifiableMap(segments.get());
            segmentByCustomer = known;
        }
        return known;
    }

    /**
     * The customers that are still in a segment that they would not enter now.
     *
     * @return what holds them, by the ids of customers, sorted; none without memory
     */
    public Map<String, String> held() {
        return held;
    }

    /**
     * The segment of one customer with its reasons: what the strategy says, and what holds a customer that it would put
     * elsewhere.
     *
     * @param customer  a customer of the book, or the same with more attributes
     * @return the decision
     */
    public Decision<Segment> decide(CustomerView customer) {
        Decision<Segment> decision = Segmentation.decide(strategy, customer);
        Optional<Segment> here = segment(customer.customerId());
        String reason = held.get(customer.customerId());
        if (reason == null || here.isEmpty()) {
            return decision;
        }
        List<String> labels = strategy.segments().stream().map(Segment::id).toList();
        Explanation choice = Explanation.stated(HELD, strategy.segments().indexOf(here.get()), reason);
        return new Decision<>(
                customer.customerId(),
                here,
                Explanation.chosen(decision.reasons().code(), choice, labels, List.of(decision.reasons())));
    }

    /**
     * What the next decision has to know.
     *
     * @return the records to add to the memory; none without memory
     */
    public List<Remembered> toRemember() {
        return toRemember;
    }

    /** How many have a segment, as of when. */
    @Override
    public String toString() {
        return segmentByCustomer().size() + " customers in segments as of " + book.date();
    }
}
