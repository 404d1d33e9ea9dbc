package dev.rapport.segmentation.list;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.problem.Nearest;
import dev.rapport.segmentation.segment.CombinedStrategy;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Segments by a list that people keep, alone or beside a strategy. A listing counts on the days on which it holds, by the
 * date of the cut: before it begins and once it has expired the customer is not listed. Immutable.
 *
 * <pre>{@code
 * SegmentationStrategy tiers = ListedSegments.of(
 *                 Listing.of("c-17", "strategic", "jo@host.example", "lighthouse", JANUARY_1, JULY_1))
 *         .beside(valueTiers, Winner.LIST);
 * }</pre>
 */
public final class ListedSegments implements CombinedStrategy {

    private static final String CODE = "segment";
    private static final String CHOICE = "listing";

    private final List<Segment> declared;
    private final List<Listing> listings;
    private final Optional<Rival> rival;
    private final List<Segment> segments;
    private final Map<String, Segment> byId;
    private final Map<String, List<Listing>> byCustomer;

    /** The strategy beside the list, and who wins. */
    private record Rival(SegmentationStrategy strategy, Winner winner) {}

    private ListedSegments(List<Segment> declared, List<Listing> listings, Optional<Rival> rival) {
        this.declared = List.copyOf(declared);
        this.listings = List.copyOf(listings);
        this.rival = rival;
        this.byId = segments(this.declared, rival);
        this.segments = List.copyOf(byId.values());
        this.byCustomer = new TreeMap<>();
        for (Listing listing : this.listings) {
            add(listing);
        }
    }

    private static Map<String, Segment> segments(List<Segment> declared, Optional<Rival> rival) {
        Map<String, Segment> byId = new LinkedHashMap<>();
        List<Segment> all = new ArrayList<>();
        rival.ifPresent(beside -> all.addAll(beside.strategy().segments()));
        all.addAll(declared);
        for (Segment segment : all) {
            if (byId.put(segment.id(), segment) != null) {
                throw new IllegalArgumentException("segment (" + segment + ") must be defined once.");
            }
        }
        return byId;
    }

    private void add(Listing listing) {
        if (!byId.containsKey(listing.segmentId())) {
            String advice = Nearest.advice(listing.segmentId(), byId.keySet());
            throw new IllegalArgumentException("segment (" + listing.segmentId() + ") of customer ("
                    + listing.customerId() + ") must be one of " + byId.keySet() + "."
                    + (advice.isEmpty() ? "" : "\n" + advice + "."));
        }
        List<Listing> own = byCustomer.computeIfAbsent(listing.customerId(), id -> new ArrayList<>());
        for (Listing other : own) {
            if (listing.overlaps(other)) {
                throw new IllegalArgumentException("customer (" + listing.customerId()
                        + ") must be listed once at a time: " + other + ", and " + listing + ".");
            }
        }
        own.add(listing);
    }

    /**
     * A list alone. Its segments are those that it names, in the order of their first mention; who is not on it has none.
     *
     * @param listings  the listings, at least one
     * @return the strategy
     * @throws IllegalArgumentException if a customer is listed twice at a time
     */
    public static ListedSegments of(Listing... listings) {
        List<Segment> mentioned = new ArrayList<>();
        for (Listing listing : listings) {
            Segment segment = Segment.of(listing.segmentId());
            if (!mentioned.contains(segment)) {
                mentioned.add(segment);
            }
        }
        return of(mentioned, List.of(listings));
    }

    /**
     * A list alone.
     *
     * @param segments  the segments, at least one
     * @param listings  who is in them
     * @return the strategy
     * @throws IllegalArgumentException if a customer is listed twice at a time, or in a segment that is not there
     */
    public static ListedSegments of(List<Segment> segments, List<Listing> listings) {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("segments must not be empty.");
        }
        return new ListedSegments(segments, listings, Optional.empty());
    }

    /**
     * A list beside a strategy, in whose segments customers are listed, or in further ones.
     *
     * @param strategy  the strategy
     * @param winner  what wins where both have a segment
     * @param further  segments that the strategy does not have
     * @param listings  who is in them
     * @return the strategy
     * @throws IllegalArgumentException if a customer is listed twice at a time, or in a segment that is not there
     */
    public static ListedSegments beside(
            SegmentationStrategy strategy, Winner winner, List<Segment> further, List<Listing> listings) {
        return new ListedSegments(
                further,
                listings,
                Optional.of(new Rival(requireNonNull(strategy, "strategy"), requireNonNull(winner, "winner"))));
    }

    /**
     * This list beside a strategy. Segments that the strategy has are its own.
     *
     * @param strategy  the strategy
     * @param winner  what wins where both have a segment
     * @return the new strategy
     */
    public ListedSegments beside(SegmentationStrategy strategy, Winner winner) {
        List<String> known = strategy.segments().stream().map(Segment::id).toList();
        List<Segment> further = declared.stream()
                .filter(segment -> !known.contains(segment.id()))
                .toList();
        return beside(strategy, winner, further, listings);
    }

    /**
     * The segments of the list.
     *
     * @return those that the strategy beside it does not have
     */
    public List<Segment> declared() {
        return declared;
    }

    /**
     * The list.
     *
     * @return the listings, expired ones included
     */
    public List<Listing> listings() {
        return listings;
    }

    /**
     * The strategy beside the list.
     *
     * @return the strategy; empty if the list is alone
     */
    public Optional<SegmentationStrategy> strategy() {
        return rival.map(Rival::strategy);
    }

    /**
     * What wins where both have a segment.
     *
     * @return the winner; empty if the list is alone
     */
    public Optional<Winner> winner() {
        return rival.map(Rival::winner);
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public List<SegmentationStrategy> strategies() {
        return strategy().map(List::of).orElse(List.of());
    }

    @Override
    public int position(String customerId, LocalDate day, int... parts) {
        int ruled = parts.length == 0 ? GAP : parts[0];
        Optional<Listing> listing = listing(customerId, day);
        return listing.isPresent() && (ruled < 0 || listWins())
                ? segments.indexOf(byId.get(listing.get().segmentId()))
                : ruled;
    }

    private boolean listWins() {
        return rival.isEmpty() || rival.get().winner() == Winner.LIST;
    }

    @Override
    public Decision<Segment> assign(CustomerView customer) {
        Optional<Listing> listing = listing(customer.customerId(), customer.date());
        if (rival.isEmpty()) {
            return decision(customer, listing.map(Listing::segmentId), words(listing), List.of());
        }
        Decision<Segment> ruled = Segmentation.decide(rival.get().strategy(), customer);
        if (listing.isPresent() && (ruled.value().isEmpty() || listWins())) {
            return decision(customer, listing.map(Listing::segmentId), words(listing), List.of(ruled.reasons()));
        }
        String reason = words(listing) + (listing.isPresent() ? "; the rule wins" : "; the rule decides");
        if (ruled.value().isPresent()) {
            return decision(customer, ruled.value().map(Segment::id), reason, List.of(ruled.reasons()));
        }
        return ruled;
    }

    private Optional<Listing> listing(String customerId, LocalDate day) {
        return byCustomer.getOrDefault(customerId, List.of()).stream()
                .filter(listing -> listing.holdsOn(day))
                .findFirst();
    }

    private static String words(Optional<Listing> listing) {
        return listing.map(one -> "listed in " + one.segmentId() + " by " + one.owner() + " until " + one.until() + ": "
                        + one.reason())
                .orElse("not listed");
    }

    private Decision<Segment> decision(
            CustomerView customer, Optional<String> segmentId, String reason, List<Explanation> parts) {
        List<String> labels = segments.stream().map(Segment::id).toList();
        double position = segmentId.map(labels::indexOf).orElse(-1);
        Explanation choice = Explanation.stated(CHOICE, position, reason);
        return new Decision<>(
                customer.customerId(),
                segmentId.flatMap(id -> Optional.ofNullable(byId.get(id))),
                Explanation.chosen(CODE, choice, labels, parts));
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ListedSegments other
                && declared.equals(other.declared)
                && listings.equals(other.listings)
                && rival.equals(other.rival);
    }

    @Override
    public int hashCode() {
        return Objects.hash(declared, listings, rival);
    }

    /** How long the list is. */
    @Override
    public String toString() {
        return listings.size() + " listings in " + segments;
    }
}
