package dev.rapport.segmentation.membership;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;

/** Who entered, left, moved and stayed between two cuts, or between two definitions. Immutable. */
public final class Movement {

    private final Membership before;
    private final Membership after;
    private final List<Move> moves;

    private Movement(Membership before, Membership after, List<Move> moves) {
        this.before = before;
        this.after = after;
        this.moves = List.copyOf(moves);
    }

    /**
     * Compares two memberships.
     *
     * @param before  who was where
     * @param after  who is where
     * @return what became of every customer of either
     */
    public static Movement between(Membership before, Membership after) {
        Set<String> ids = new TreeSet<>(before.book().customerIds());
        ids.addAll(after.book().customerIds());
        List<Move> moves = new ArrayList<>();
        ids.forEach(id -> moves.add(Causes.move(before, after, id)));
        return new Movement(before, after, moves);
    }

    /**
     * Who was where.
     *
     * @return the membership before
     */
    public Membership before() {
        return before;
    }

    /**
     * Who is where.
     *
     * @return the membership after
     */
    public Membership after() {
        return after;
    }

    /**
     * Every customer.
     *
     * @return what became of them, by customer id
     */
    public List<Move> all() {
        return moves;
    }

    /**
     * The customers whose segment differs.
     *
     * @return those who moved, entered or left, by customer id
     */
    public List<Move> moved() {
        return moves.stream().filter(move -> move.kind() != Move.Kind.STAYED).toList();
    }

    /**
     * The customers who went a way.
     *
     * @param kind  the way
     * @return the moves, by customer id
     */
    public List<Move> of(Move.Kind kind) {
        return moves.stream().filter(move -> move.kind() == kind).toList();
    }

    /**
     * Customers and amounts from segment to segment.
     *
     * @param amount  what is summed, such as ARR; amounts in another currency than the book's count as not known
     * @return what went from a segment (first key; empty for none) to another (second key), in the order of the strategies,
     *     none last; ways that nobody went are left out
     * @throws IllegalArgumentException if the books report in different currencies
     */
    public Map<Optional<Segment>, Map<Optional<Segment>, Moved>> matrix(AttributeKey<Money> amount) {
        if (!before.book().currency().equals(after.book().currency())) {
            throw new IllegalArgumentException("books must report in one currency, were "
                    + before.book().currency() + " and " + after.book().currency() + ".");
        }
        Map<Optional<Segment>, Map<Optional<Segment>, List<Move>>> ways = new HashMap<>();
        for (Move move : moves) {
            ways.computeIfAbsent(move.from(), from -> new HashMap<>())
                    .computeIfAbsent(move.to(), to -> new ArrayList<>())
                    .add(move);
        }
        Map<Optional<Segment>, Map<Optional<Segment>, Moved>> matrix = new LinkedHashMap<>();
        for (Optional<Segment> from : segments(before)) {
            Map<Optional<Segment>, List<Move>> own = ways.getOrDefault(from, Map.of());
            for (Optional<Segment> to : segments(after)) {
                List<Move> way = own.getOrDefault(to, List.of());
                if (!way.isEmpty()) {
                    matrix.computeIfAbsent(from, key -> new LinkedHashMap<>())
                            .put(
                                    to,
                                    new Moved(
                                            way.size(),
                                            sum(way, before.book(), amount),
                                            sum(way, after.book(), amount)));
                }
            }
        }
        return matrix;
    }

    private static Set<Optional<Segment>> segments(Membership membership) {
        Set<Optional<Segment>> segments = new LinkedHashSet<>();
        membership.strategy().segments().forEach(segment -> segments.add(Optional.of(segment)));
        segments.add(Optional.empty());
        return segments;
    }

    static Money sum(List<Move> moves, Book book, AttributeKey<Money> amount) {
        Money sum = Money.zero(book.currency());
        for (Move move : moves) {
            Optional<Money> own = amountOf(move.customerId(), book, amount);
            if (own.isPresent()) {
                sum = sum.plus(own.get());
            }
        }
        return sum;
    }

    static Optional<Money> amountOf(String customerId, Book book, AttributeKey<Money> amount) {
        return book.find(customerId)
                .flatMap(customer -> customer.find(amount))
                .filter(money -> money.getCurrencyUnit().equals(book.currency()));
    }

    /** How many moved. */
    @Override
    public String toString() {
        return moved().size() + " of " + moves.size() + " customers moved";
    }
}
