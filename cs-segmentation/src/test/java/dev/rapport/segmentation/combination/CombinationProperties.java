package dev.rapport.segmentation.combination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.condition.RandomConditions;
import dev.rapport.segmentation.list.ListedSegments;
import dev.rapport.segmentation.list.Listing;
import dev.rapport.segmentation.list.Winner;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Strategies within strategies: a whole book, part by part over columns, against its customers one by one. */
class CombinationProperties {

    private static final List<Segment> SEGMENTS = List.of(Segment.of("a"), Segment.of("b"), Segment.of("c"));

    /** A host's strategy: fails, lacks data, has none, or has a segment, by the end of the customer's id. */
    private record ByEnd(int shift) implements SegmentationStrategy {

        @Override
        public List<Segment> segments() {
            return SEGMENTS;
        }

        @Override
        public Requirements requirements() {
            return Requirements.none();
        }

        @Override
        public Decision<Segment> assign(CustomerView customer) {
            int end = (Integer.parseInt(customer.customerId()) + shift) % 6;
            if (end == 0) {
                throw new IllegalStateException("not this one");
            }
            Explanation reasons = end == 1 ? Explanation.missing("end", "unknown") : Explanation.stated("end", end, "so");
            return new Decision<>(
                    customer.customerId(), end < 3 ? Optional.empty() : Optional.of(SEGMENTS.get(end - 3)), reasons);
        }
    }

    /** The same strategy, of which nobody knows how it works, so that it is asked customer by customer. */
    private record Hidden(SegmentationStrategy strategy) implements SegmentationStrategy {

        @Override
        public List<Segment> segments() {
            return strategy.segments();
        }

        @Override
        public Requirements requirements() {
            return strategy.requirements();
        }

        @Override
        public Decision<Segment> assign(CustomerView customer) {
            return strategy.assign(customer);
        }
    }

    private static SegmentationStrategy leaf(Random random, RandomConditions conditions) {
        if (random.nextInt(4) == 0) {
            return new ByEnd(random.nextInt(6));
        }
        List<Rule> rules = new ArrayList<>();
        for (Segment segment : SEGMENTS.subList(random.nextInt(2), 3)) {
            rules.add(Rule.of(segment.id(), conditions.condition(1).condition()));
        }
        return RuleSegmentation.of(rules);
    }

    private static SegmentationStrategy strategy(Random random, RandomConditions conditions, int depth) {
        if (depth == 0) {
            return leaf(random, conditions);
        }
        SegmentationStrategy first = strategy(random, conditions, depth - 1);
        SegmentationStrategy second = strategy(random, conditions, depth - 1);
        List<Segment> own = first.segments();
        Segment some = own.get(random.nextInt(own.size()));
        Segment other = own.get(random.nextInt(own.size()));
        return switch (random.nextInt(6)) {
            // Of leaves alone: ids that are joined already could be joined to the same one twice
            case 0 -> CrossProduct.of(leaf(random, conditions), leaf(random, conditions));
            case 1 -> FirstMatch.of(first, second);
            case 2 -> PriorityOrder.of(List.of(some.id()), first, second);
            case 3 -> WeightedVote.of(
                    random.nextInt(3) / 2.0, new Vote(first, 1 + random.nextInt(3)), new Vote(second, 1));
            case 4 -> MergedSegments.of(first, some.equals(other) ? Map.of() : Map.of(some.id(), other.id()));
            default ->
                ListedSegments.beside(
                        first,
                        random.nextBoolean() ? Winner.LIST : Winner.RULE,
                        List.of(),
                        List.of(
                                listing("1003", some, 1),
                                listing("1004", other, 1),
                                listing("1005", some, 0)));
        };
    }

    /** A listing that holds on the day of the book, or has just expired. */
    private static Listing listing(String customerId, Segment segment, int days) {
        return Listing.of(
                customerId, segment.id(), "jo", "so", Row.TODAY.minusDays(5), Row.TODAY.plusDays(days));
    }

    @Property(tries = 300)
    void wholeBook_isAssignedAsItsCustomersAre_howeverStrategiesAreNested(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 40) int customers,
            @ForAll @IntRange(min = 0, max = 3) int depth,
            @ForAll @IntRange(min = 1, max = 3) int tasks) {
        Random random = new Random(seed);
        RandomConditions conditions = new RandomConditions(random);
        SegmentationStrategy strategy = strategy(random, conditions, depth);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            rows.add(conditions.row(Integer.toString(1000 + i)));
        }
        Book book = Row.book(RandomConditions.KEYS, rows);
        Segmentation whole = Segmentation.of(strategy, book, Runnable::run, tasks);
        Segmentation oneByOne = Segmentation.of(new Hidden(strategy), book);
        assertThat(whole.segmentByCustomer()).isEqualTo(oneByOne.segmentByCustomer());
        assertThat(whole.gaps()).isEqualTo(oneByOne.gaps());
        assertThat(whole.undecided()).isEqualTo(oneByOne.undecided());
        assertThat(whole.failed()).isEqualTo(oneByOne.failed());
    }
}
