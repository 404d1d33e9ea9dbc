package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A whole book, assigned: who is in which segment, how large the segments are, where they overlap and whom they leave
 * out. Holds numbers only, a few bytes a customer; the reasons of one customer come from {@link #decide}. Immutable.
 */
public final class Segmentation {

    /** Positions below 0: in no segment. */
    static final int GAP = CombinedStrategy.GAP;

    private static final int NO_WORD = -1;

    static final int UNDECIDED = CombinedStrategy.UNDECIDED;
    static final int FAILED = CombinedStrategy.FAILED;

    private final List<Segment> segments;
    private final List<String> customerIds;
    private final int[] positions;
    private final BitSet provisional;
    private final List<Overlap> overlaps;
    private final int overlapping;

    Segmentation(List<Segment> segments, List<String> customerIds, SegmentRows rows) {
        this.segments = List.copyOf(segments);
        this.customerIds = customerIds;
        this.positions = rows.positions();
        this.provisional = rows.provisional();
        this.overlaps = rows.overlaps(this.segments);
        this.overlapping = rows.overlapping();
    }

    private Segmentation(Segmentation before, int[] positions) {
        this.segments = before.segments;
        this.customerIds = before.customerIds;
        this.positions = positions;
        this.provisional = before.provisional;
        this.overlaps = before.overlaps;
        this.overlapping = before.overlapping;
    }

    /**
     * Assigns a book on the caller's thread.
     *
     * @param strategy  the strategy
     * @param book  the book
     * @return the segmentation
     * @throws dev.rapport.model.problem.InvalidDocumentException if the strategy does not fit the book, with all that is
     *     missing
     */
    public static Segmentation of(SegmentationStrategy strategy, Book book) {
        return of(strategy, book, Runnable::run, 1);
    }

    /**
     * Assigns a book, split into tasks. The result does not depend on how many.
     *
     * @param strategy  the strategy; one that is neither a {@link CompiledStrategy} nor a {@link CombinedStrategy} is asked
     *     customer by customer
     * @param book  the book
     * @param executor  runs the tasks; the caller's
     * @param tasks  how many tasks, at least 1
     * @return the segmentation
     * @throws dev.rapport.model.problem.InvalidDocumentException if the strategy does not fit the book, with all that is
     *     missing
     */
    public static Segmentation of(SegmentationStrategy strategy, Book book, Executor executor, int tasks) {
        strategy.check(book).orThrow();
        SegmentRows rows = SegmentRows.of(strategy, WholeBook.of(strategy, book, executor, tasks));
        return new Segmentation(strategy.segments(), book.customerIds(), rows);
    }

    /**
     * Assigns a book that is there as columns, split into tasks.
     *
     * @param strategy  the strategy
     * @param columns  a column for each attribute that is required
     * @param executor  runs the tasks; the caller's
     * @param tasks  how many tasks, at least 1
     * @return the segmentation
     */
    public static Segmentation of(CompiledStrategy strategy, Columns columns, Executor executor, int tasks) {
        SegmentRows rows = SegmentRows.byColumn(strategy, columns, executor, tasks);
        return new Segmentation(strategy.segments(), columns.customerIds(), rows);
    }

    /**
     * Assigns one customer, whatever the strategy does: if it fails, the decision says so.
     *
     * @param strategy  the strategy
     * @param customer  the customer
     * @return the decision with its reasons
     */
    public static Decision<Segment> decide(SegmentationStrategy strategy, CustomerView customer) {
        try {
            Decision<Segment> decision = strategy.assign(customer);
            Optional<Segment> segment = decision.value();
            if (!decision.customerId().equals(customer.customerId())) {
                return failed(customer, "the strategy decided on " + decision.customerId());
            }
            return segment.isEmpty() || strategy.segments().contains(segment.get())
                    ? decision
                    : failed(customer, "the strategy does not declare its segment " + segment.get());
        } catch (RuntimeException e) {
            String message = e.getMessage();
            return failed(customer, "the strategy failed: " + (message == null ? "it does not say why" : message));
        }
    }

    private static Decision<Segment> failed(CustomerView customer, String reason) {
        return new Decision<>(customer.customerId(), Optional.empty(), Explanation.failed("segment", reason));
    }

    /**
     * The same with other segments for some customers, such as those that they have not left yet. Overlaps stay what the
     * strategy says.
     *
     * @param held  segments of this segmentation by the ids of customers; who is not in it, or has no segment here, stays as is
     * @return the new segmentation
     */
    public Segmentation holding(Map<String, Segment> held) {
        int[] moved = positions.clone();
        for (int row = 0; row < moved.length; row++) {
            Segment segment = held.get(customerIds.get(row));
            if (segment != null && moved[row] >= 0) {
                moved[row] = segments.indexOf(segment);
            }
        }
        return new Segmentation(this, moved);
    }

    /**
     * The segments.
     *
     * @return the segments in the order of the strategy, empty ones included
     */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * The customers.
     *
     * @return the ids in the order of the book
     */
    public List<String> customerIds() {
        return customerIds;
    }

    /**
     * The segment of a customer.
     *
     * @param row  the position among {@link #customerIds()}
     * @return the segment, or empty
     */
    public Optional<Segment> segment(int row) {
        return positions[row] < 0 ? Optional.empty() : Optional.of(segments.get(positions[row]));
    }

    /**
     * The position of a customer's segment.
     *
     * @param row  the position of the customer among {@link #customerIds()}
     * @return the position among {@link #segments()}; negative for a customer without a segment
     */
    public int position(int row) {
        return Math.max(positions[row], NO_WORD);
    }

    /**
     * The segment of each customer that has one; what {@code Book.with} lays over a book.
     *
     * @return the ids of the segments by those of the customers, in the order of the book
     */
    public Map<String, String> segmentByCustomer() {
        Map<String, String> byCustomer = new LinkedHashMap<>();
        for (int row = 0; row < positions.length; row++) {
            if (positions[row] >= 0) {
                byCustomer.put(
                        customerIds.get(row), segments.get(positions[row]).id());
            }
        }
        return Collections.unmodifiableMap(byCustomer);
    }

    /**
     * Lays the segments over a book for others to read.
     *
     * @param book  the book that was assigned, or one with others beside its customers; those have no segment
     * @param key  the attribute that the ids of the segments are to be
     * @param source  what assigned, for the evidence
     * @return the book with the attribute; missing for customers without a segment
     */
    public Book layOver(Book book, AttributeKey<String> key, String source) {
        if (!book.customerIds().equals(customerIds)) {
            return book.with(key, source, segmentByCustomer());
        }
        int[] codes = Arrays.stream(positions).map(at -> Math.max(at, NO_WORD)).toArray();
        return book.with(
                source,
                Column.ofTexts(key, codes, segments.stream().map(Segment::id).toList()));
    }

    /**
     * How many customers each segment has.
     *
     * @return the sizes in the order of the strategy, 0 for empty segments
     */
    public Map<Segment, Integer> sizes() {
        int[] counts = new int[segments.size()];
        for (int position : positions) {
            if (position >= 0) {
                counts[position]++;
            }
        }
        Map<Segment, Integer> sizes = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            sizes.put(segments.get(i), counts[i]);
        }
        return Collections.unmodifiableMap(sizes);
    }

    /**
     * The customers of a segment.
     *
     * @param segment  the segment
     * @return their ids in the order of the book
     */
    public List<String> members(Segment segment) {
        int wanted = segments.indexOf(segment);
        return wanted < 0 ? List.of() : where(row -> positions[row] == wanted);
    }

    /**
     * The pairs of segments whose conditions some customers both meet.
     *
     * @return the pairs with at least one customer, in the order of the strategy; none where a strategy cannot overlap or
     *     does not say
     */
    public List<Overlap> overlaps() {
        return overlaps;
    }

    /**
     * How many customers meet the conditions of more than one segment.
     *
     * @return the number; each is counted once
     */
    public int overlapping() {
        return overlapping;
    }

    /**
     * The customers that belong to no segment although nothing is missing.
     *
     * @return their ids in the order of the book
     */
    public List<String> gaps() {
        return where(row -> positions[row] == GAP);
    }

    /**
     * The customers that are in no segment for want of data.
     *
     * @return their ids in the order of the book
     */
    public List<String> undecided() {
        return where(row -> positions[row] == UNDECIDED);
    }

    /**
     * The customers for which the evaluation failed.
     *
     * @return their ids in the order of the book
     */
    public List<String> failed() {
        return where(row -> positions[row] == FAILED);
    }

    /**
     * The customers that are in a segment although data is missing to say whether one with priority is theirs.
     *
     * @return their ids in the order of the book
     */
    public List<String> provisional() {
        return where(provisional::get);
    }

    /**
     * Says whether every customer has a segment.
     *
     * @return true if there are neither gaps nor undecided or failed customers
     */
    public boolean isExhaustive() {
        return Arrays.stream(positions).allMatch(position -> position >= 0);
    }

    /**
     * Says whether no customer meets the conditions of two segments.
     *
     * @return true if there are no overlaps
     */
    public boolean isExclusive() {
        return overlaps.isEmpty();
    }

    private List<String> where(IntPredicate rows) {
        List<String> found = new ArrayList<>();
        IntStream.range(0, positions.length).filter(rows).forEach(row -> found.add(customerIds.get(row)));
        return Collections.unmodifiableList(found);
    }
}
