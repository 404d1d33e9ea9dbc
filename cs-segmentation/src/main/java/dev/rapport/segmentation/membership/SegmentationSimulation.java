package dev.rapport.segmentation.membership;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What a changed definition would do to a book, before it is published. Immutable.
 *
 * <pre>{@code
 * SegmentationSimulation simulation = SegmentationSimulation.of(current, proposed, book);
 * simulation.movers();
 * simulation.amountMoved(ARR);
 * simulation.owners(OWNER, ARR);
 * }</pre>
 */
public final class SegmentationSimulation {

    private final Membership current;
    private final Membership proposed;
    private final Book book;
    private final Movement movement;

    private SegmentationSimulation(Membership current, Membership proposed) {
        this.current = requireNonNull(current, "current");
        this.proposed = requireNonNull(proposed, "proposed");
        this.book = current.book();
        if (!book.customerIds().equals(proposed.book().customerIds())
                || !book.asOf().equals(proposed.book().asOf())) {
            throw new IllegalArgumentException(
                    "current and proposed must be of one book, were " + current + " and " + proposed + ".");
        }
        this.movement = Movement.between(current, proposed);
    }

    /**
     * Compares two definitions on one book.
     *
     * @param current  the definition that is in force
     * @param proposed  the changed one
     * @param book  the book
     * @return what would change
     * @throws dev.rapport.model.problem.InvalidDocumentException if one of them does not fit the book
     */
    public static SegmentationSimulation of(SegmentationStrategy current, SegmentationStrategy proposed, Book book) {
        return between(Membership.of(current, book), Membership.of(proposed, book));
    }

    /**
     * Compares two definitions on one book with what holds customers in their segments: both decided with the memory of what is
     * in force.
     *
     * @param current  who is where under the definition that is in force
     * @param proposed  who would be where under the changed one
     * @return what would change
     * @throws IllegalArgumentException if they are not of one book
     */
    public static SegmentationSimulation between(Membership current, Membership proposed) {
        return new SegmentationSimulation(current, proposed);
    }

    /**
     * What decides now.
     *
     * @return the definition that is in force
     */
    public SegmentationStrategy current() {
        return current.strategy();
    }

    /**
     * What would decide.
     *
     * @return the changed definition
     */
    public SegmentationStrategy proposed() {
        return proposed.strategy();
    }

    /**
     * Who would be held where they would not enter: they would move later, if nothing changes.
     *
     * @return what would hold them, by the ids of customers, sorted; none without memory
     */
    public Map<String, String> heldByProposed() {
        return proposed.held();
    }

    /**
     * What both definitions decided on.
     *
     * @return the book
     */
    public Book book() {
        return book;
    }

    /**
     * Everything that would change, with the matrix from segment to segment.
     *
     * @return the movement from the current definition to the proposed one
     */
    public Movement movement() {
        return movement;
    }

    /**
     * Who would move.
     *
     * @return the moves, by customer id
     */
    public List<Move> movers() {
        return movement.moved();
    }

    /**
     * Who would move, those with the most first.
     *
     * @param amount  what is looked at, such as ARR
     * @return the moves, by amount and then by customer id; customers of whom it is not known last
     */
    public List<Move> moversBy(AttributeKey<Money> amount) {
        Map<String, Money> amounts = new HashMap<>();
        for (Move move : movers()) {
            amountOf(move.customerId(), amount).ifPresent(own -> amounts.put(move.customerId(), own));
        }
        List<Move> sorted = new ArrayList<>(movers());
        sorted.sort(Comparator.comparing((Move move) -> !amounts.containsKey(move.customerId()))
                .thenComparing(
                        move -> amounts.getOrDefault(move.customerId(), Money.zero(book.currency())),
                        Comparator.reverseOrder()));
        return List.copyOf(sorted);
    }

    /**
     * What a customer has.
     *
     * @param customerId  the customer
     * @param amount  what is looked at, such as ARR
     * @return the amount; empty if it is not known or in another currency than the book's
     */
    public Optional<Money> amountOf(String customerId, AttributeKey<Money> amount) {
        return Movement.amountOf(customerId, book, amount);
    }

    /**
     * What the definition in force says of a customer.
     *
     * @param customerId  the customer
     * @return its segment, and why
     * @throws IllegalArgumentException if there is no such customer
     */
    public Decision<Segment> currentDecision(String customerId) {
        return current.decide(customer(customerId));
    }

    /**
     * What the changed definition says of a customer.
     *
     * @param customerId  the customer
     * @return its segment, and why
     * @throws IllegalArgumentException if there is no such customer
     */
    public Decision<Segment> proposedDecision(String customerId) {
        return proposed.decide(customer(customerId));
    }

    private CustomerView customer(String customerId) {
        return book.find(customerId)
                .orElseThrow(() -> new IllegalArgumentException("customer (" + customerId + ") must be in the book."));
    }

    /**
     * How much would move.
     *
     * @param amount  what is summed, such as ARR
     * @return the sum over all who would move
     */
    public Money amountMoved(AttributeKey<Money> amount) {
        return Movement.sum(movers(), book, amount);
    }

    /**
     * Whose customers would move.
     *
     * @param owner  the attribute that names the owner
     * @param amount  what is summed, such as ARR
     * @return the owners by name, customers without owner last
     */
    public List<TouchedOwner> owners(AttributeKey<String> owner, AttributeKey<Money> amount) {
        Map<String, List<Move>> byOwner = new TreeMap<>();
        List<Move> without = new ArrayList<>();
        for (Move move : movers()) {
            Optional<String> name = book.find(move.customerId()).flatMap(customer -> customer.find(owner));
            name.map(one -> byOwner.computeIfAbsent(one, key -> new ArrayList<>()))
                    .orElse(without)
                    .add(move);
        }
        List<TouchedOwner> touched = new ArrayList<>();
        byOwner.forEach((name, moves) ->
                touched.add(new TouchedOwner(Optional.of(name), moves.size(), Movement.sum(moves, book, amount))));
        if (!without.isEmpty()) {
            touched.add(new TouchedOwner(Optional.empty(), without.size(), Movement.sum(without, book, amount)));
        }
        return List.copyOf(touched);
    }

    /** How many would move. */
    @Override
    public String toString() {
        return movement.toString();
    }
}
