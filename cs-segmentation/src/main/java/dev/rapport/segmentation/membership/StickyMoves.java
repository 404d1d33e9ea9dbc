package dev.rapport.segmentation.membership;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Standing;
import dev.rapport.model.memory.Subject;
import dev.rapport.model.time.AsOf;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What keeps customers from moving back and forth between segments. Immutable.
 *
 * <ul>
 *   <li><strong>leaving</strong>: a second strategy with the same segments, for those who are in: a customer stays in a segment as
 *       long as that strategy still says so, and enters another by the first one;
 *   <li><strong>confirmations</strong>: on how many evaluations in a row a customer must be found elsewhere;
 *   <li><strong>minimum stay</strong>: how many days a segment lasts before the next move.
 * </ul>
 *
 * <p>None of them delays that a customer has no segment, or has one again. Every cut that is decided and remembered is an
 * evaluation: the caller chooses the dates. Deciding a cut again changes nothing.
 *
 * <pre>{@code
 * StickyMoves sticky = StickyMoves.tiers(tiers, 0.1).confirmations(2).minimumStay(90); // enter at 40,000, leave below 36,000
 * Membership today = sticky.decide("tiers", book, memory);
 * memory = memory.with(today.toRemember());
 * }</pre>
 */
public final class StickyMoves {

    /** No segment id: those begin with a letter or digit. */
    private static final String NONE = "-";

    private static final String ASPECT = "segment";
    private static final String ELSEWHERE = "segment-elsewhere";

    private final SegmentationStrategy entering;
    private final SegmentationStrategy leaving;
    private final int confirmations;
    private final int minimumStayDays;
    private final HeldWords words;

    private StickyMoves(
            SegmentationStrategy entering, SegmentationStrategy leaving, int confirmations, int minimumStayDays) {
        this.entering = requireNonNull(entering, "entering");
        this.leaving = requireNonNull(leaving, "leaving");
        this.confirmations = confirmations;
        this.minimumStayDays = minimumStayDays;
        this.words = new HeldWords(leaving);
        if (confirmations < 1) {
            throw new IllegalArgumentException("confirmations (" + confirmations + ") must be at least 1.");
        }
        if (minimumStayDays < 0) {
            throw new IllegalArgumentException("minimumStayDays (" + minimumStayDays + ") must be at least 0.");
        }
        if (!entering.segments().equals(leaving.segments())) {
            throw new IllegalArgumentException("entering and leaving must have the same segments, were "
                    + entering.segments() + " and " + leaving.segments() + ".");
        }
    }

    /**
     * Moves without delay; the other methods add what holds customers.
     *
     * @param strategy  the strategy
     * @return the moves
     */
    public static StickyMoves of(SegmentationStrategy strategy) {
        return new StickyMoves(strategy, strategy, 1, 0);
    }

    /**
     * Tiers that are entered at their threshold and left below it by a margin.
     *
     * @param tiers  the tiers, with thresholds of at least 0
     * @param margin  the margin as a share of the threshold, at least 0 and below 1
     * @return the moves
     * @throws IllegalArgumentException if the margin is not, or a threshold is negative
     */
    public static StickyMoves tiers(ValueTiers tiers, double margin) {
        if (!(margin >= 0 && margin < 1)) {
            throw new IllegalArgumentException("margin (" + margin + ") must be at least 0 and below 1.");
        }
        BigDecimal left = BigDecimal.ONE.subtract(BigDecimal.valueOf(margin));
        List<Tier> lower = new ArrayList<>();
        for (Tier tier : tiers.tiers()) {
            if (tier.from().filter(from -> from.signum() < 0).isPresent()) {
                throw new IllegalArgumentException("threshold of tier (" + tier.segment()
                        + ") must be at least 0, as it is left below a share of it.");
            }
            lower.add(new Tier(tier.segment(), tier.from().map(from -> from.multiply(left))));
        }
        return of(tiers).leaving(ValueTiers.of(tiers.key(), tiers.currency(), lower));
    }

    /**
     * The same with another strategy for those who are in.
     *
     * @param strategy  says how long a customer stays; with the same segments
     * @return the new moves
     * @throws IllegalArgumentException if the segments differ
     */
    public StickyMoves leaving(SegmentationStrategy strategy) {
        return new StickyMoves(entering, strategy, confirmations, minimumStayDays);
    }

    /**
     * The same with another number of evaluations.
     *
     * @param evaluations  on how many in a row a customer must be found elsewhere, at least 1
     * @return the new moves
     */
    public StickyMoves confirmations(int evaluations) {
        return new StickyMoves(entering, leaving, evaluations, minimumStayDays);
    }

    /**
     * The same with another minimum stay.
     *
     * @param days  how many days a segment lasts, at least 0
     * @return the new moves
     */
    public StickyMoves minimumStay(int days) {
        return new StickyMoves(entering, leaving, confirmations, days);
    }

    /**
     * Decides a book.
     *
     * @param policyId  under which the memory knows the segmentation, through all its revisions
     * @param book  the book
     * @param memory  what was decided before
     * @return who is where, who is held there by what, and what to remember
     * @throws dev.rapport.model.problem.InvalidDocumentException if a strategy does not fit the book
     */
    public Membership decide(String policyId, Book book, Memory memory) {
        Segmentation now = Segmentation.of(entering, book);
        leaving.check(book).orThrow();
        AsOf asOf = book.asOf();
        List<String> ids = book.customerIds();
        List<Optional<Segment>> decided = new ArrayList<>(ids.size());
        Map<String, String> held = new TreeMap<>();
        List<Remembered> toRemember = new ArrayList<>();
        for (int row = 0; row < ids.size(); row++) {
            String id = ids.get(row);
            Found found = find(policyId, book, row, now.segment(row), memory);
            decided.add(found.segment());
            if (!found.held().isEmpty()) {
                held.put(id, found.held());
            }
            String value = found.segment().map(Segment::id).orElse(NONE);
            memory.toRemember(new Subject(id, policyId, ASPECT), value, asOf).ifPresent(toRemember::add);
            Subject elsewhere = new Subject(id, policyId, ELSEWHERE);
            if (found.elsewhere() > 0 || memory.standing(elsewhere, asOf).isPresent()) {
                memory.toRemember(elsewhere, Integer.toString(found.elsewhere()), asOf)
                        .ifPresent(toRemember::add);
            }
        }
        return new Membership(entering, book, () -> byCustomer(ids, decided), held, toRemember);
    }

    private static Map<String, Segment> byCustomer(List<String> ids, List<Optional<Segment>> decided) {
        Map<String, Segment> segments = new TreeMap<>();
        for (int row = 0; row < ids.size(); row++) {
            String id = ids.get(row);
            decided.get(row).ifPresent(segment -> segments.put(id, segment));
        }
        return segments;
    }

    /** A segment, what holds a customer there or "", and on how many evaluations in a row it was found elsewhere. */
    private record Found(Optional<Segment> segment, String held, int elsewhere) {

        static Found at(Optional<Segment> segment) {
            return new Found(segment, "", 0);
        }
    }

    private Found find(String policyId, Book book, int row, Optional<Segment> now, Memory memory) {
        String id = book.customerIds().get(row);
        AsOf asOf = book.asOf();
        Optional<Standing> standing = memory.standing(new Subject(id, policyId, ASPECT), asOf);
        Optional<Segment> was = standing.flatMap(this::segment);
        if (now.isEmpty() || was.isEmpty() || now.equals(was)) {
            return Found.at(now);
        }
        CustomerView customer = book.customers().get(row);
        if (Segmentation.decide(leaving, customer).value().equals(was)) {
            return new Found(was, words.until(now.get(), was.get(), words.left(now.get(), was.get())), 0);
        }
        int elsewhere = Math.min(
                confirmations,
                1
                        + memory.standing(new Subject(id, policyId, ELSEWHERE), asOf)
                                .map(before -> Integer.parseInt(before.value()))
                                .orElse(0));
        if (elsewhere < confirmations) {
            return new Found(
                    was, words.until(now.get(), was.get(), words.confirmed(elsewhere, confirmations)), elsewhere);
        }
        LocalDate free =
                AsOf.of(standing.orElseThrow().since()).date(customer.zone()).plusDays(minimumStayDays);
        if (customer.date().isBefore(free)) {
            return new Found(was, words.until(now.get(), was.get(), words.stayed(free, minimumStayDays)), elsewhere);
        }
        return Found.at(now);
    }

    private Optional<Segment> segment(Standing standing) {
        return entering.segments().stream()
                .filter(segment -> segment.id().equals(standing.value()))
                .findFirst();
    }
}
