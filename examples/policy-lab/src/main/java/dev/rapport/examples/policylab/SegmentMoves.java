package dev.rapport.examples.policylab;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.membership.Move;
import dev.rapport.segmentation.membership.Moved;
import dev.rapport.segmentation.membership.SegmentationSimulation;
import dev.rapport.segmentation.membership.TouchedOwner;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** What a changed segmentation would move, in words for terminal and page. */
final class SegmentMoves {

    private static final int REASONS = 3;
    private static final MathContext SHORT = new MathContext(4);
    private static final ExplanationText TEXT = ExplanationText.showing(Sensitivity.INTERNAL);

    /** Customers that would go the same way. */
    record Way(Optional<Segment> from, Optional<Segment> to, Moved moved) {

        boolean isStay() {
            return from.map(Segment::id).equals(to.map(Segment::id));
        }
    }

    private final SegmentationSimulation simulation;
    private final Book book;

    SegmentMoves(SegmentationSimulation simulation) {
        this.simulation = simulation;
        this.book = simulation.book();
    }

    /** Every way that somebody goes, stays included, in the order of the segments. */
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        simulation
                .movement()
                .matrix(StandardAttributes.ARR)
                .forEach((from, line) -> line.forEach((to, moved) -> ways.add(new Way(from, to, moved))));
        return ways;
    }

    /** The segments of the definition in force; none last. */
    List<Optional<Segment>> currentSegments() {
        return segments(simulation.current());
    }

    /** The segments of the changed definition; none last. */
    List<Optional<Segment>> proposedSegments() {
        return segments(simulation.proposed());
    }

    private static List<Optional<Segment>> segments(SegmentationStrategy strategy) {
        List<Optional<Segment>> segments = new ArrayList<>();
        strategy.segments().forEach(segment -> segments.add(Optional.of(segment)));
        segments.add(Optional.empty());
        return segments;
    }

    /** By the values of an attribute, those with the most revenue first. */
    List<TouchedOwner> by(AttributeKey<String> attribute) {
        List<TouchedOwner> touched = new ArrayList<>(simulation.owners(attribute, StandardAttributes.ARR));
        touched.sort(Comparator.comparing(TouchedOwner::amount, Comparator.reverseOrder()));
        return touched;
    }

    List<Move> movers() {
        return simulation.moversBy(StandardAttributes.ARR);
    }

    String moved() {
        return tally(movers().size(), simulation.amountMoved(StandardAttributes.ARR));
    }

    String all() {
        Money arr = ways().stream().map(way -> way.moved().after()).reduce(Money.zero(book.currency()), Money::plus);
        return tally(book.size(), arr);
    }

    String tally(int customers, Money arr) {
        return PageText.count(customers)
                + (customers == 1 ? " customer" : " customers")
                + (money(arr).isEmpty() ? "" : ", " + money(arr));
    }

    /** Nothing where the book tells nobody's revenue. */
    String money(Money arr) {
        return book.provides().attributes().contains(StandardAttributes.ARR) ? PageText.money(arr) : "";
    }

    String arr(Move move) {
        return simulation
                .amountOf(move.customerId(), StandardAttributes.ARR)
                .map(this::money)
                .orElse("");
    }

    String name(Move move) {
        return book.find(move.customerId())
                .flatMap(view -> view.find(CustomerAttributes.NAME))
                .map(name -> name + " (" + move.customerId() + ")")
                .orElse(move.customerId());
    }

    static String words(Optional<Segment> segment) {
        return segment.map(Segment::id).orElse("no segment");
    }

    /** What the proposed definition has read of a customer, or says of it where it has read nothing. */
    List<String> why(Move move) {
        return simulation
                .proposedDecision(move.customerId())
                .reasons()
                .find(reason -> reason.parts().isEmpty())
                .stream()
                .map(leaf -> leaf.evidence()
                        .filter(read -> read.key().sensitivity() != Sensitivity.PERSONAL)
                        .map(read -> read.key().name() + " " + value(read.value()))
                        .orElseGet(() -> TEXT.line(leaf)))
                .distinct()
                .limit(REASONS)
                .toList();
    }

    private static String value(Object value) {
        if (value instanceof Money money) {
            return PageText.money(money);
        }
        return value instanceof Double number
                ? new BigDecimal(number, SHORT).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
