package dev.rapport.segmentation.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Evidence;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.memory.Memory;
import dev.rapport.segmentation.list.ListedSegments;
import dev.rapport.segmentation.list.Listing;
import dev.rapport.segmentation.list.Winner;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovementTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final Optional<Segment> NONE = Optional.empty();
    private static final Optional<Segment> SMALL = Optional.of(Segment.of("small"));
    private static final Optional<Segment> LARGE = Optional.of(Segment.of("large"));

    private static ValueTiers tiers(int from) {
        return ValueTiers.of(Account.ARR, CurrencyUnit.EUR, Tier.from("small", 1), Tier.from("large", from));
    }

    private static Movement movement() {
        return Movement.between(
                Membership.of(
                        tiers(1000),
                        Account.book(
                                MARCH,
                                Account.of("grows", 900),
                                Account.of("stays", 500),
                                Account.of("goes", 2000),
                                Account.of("unknown", null),
                                Account.of("silent", 3000))),
                Membership.of(
                        tiers(1000),
                        Account.book(
                                JUNE,
                                Account.of("grows", 1100),
                                Account.of("stays", 600),
                                Account.of("comes", 50),
                                Account.of("unknown", 10),
                                Account.of("silent", null))));
    }

    private static Money euros(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    @Test
    void everyCustomer_enteredLeftMovedOrStayed() {
        assertThat(movement().of(Move.Kind.MOVED)).extracting(Move::customerId).containsExactly("grows");
        assertThat(movement().of(Move.Kind.ENTERED))
                .extracting(Move::customerId)
                .containsExactly("comes", "unknown");
        assertThat(movement().of(Move.Kind.LEFT)).extracting(Move::customerId).containsExactly("goes", "silent");
        assertThat(movement().of(Move.Kind.STAYED)).extracting(Move::customerId).containsExactly("stays");
        assertThat(movement().moved()).hasSize(5);
    }

    @Test
    void move_saysWhy() {
        assertThat(movement().moved())
                .extracting(Move::reason)
                .containsExactly(
                        "a new customer",
                        "no customer any more",
                        "arr: EUR 900.00 -> EUR 1100.00",
                        "arr: EUR 3000.00 -> nothing",
                        "arr: nothing -> EUR 10.00");
        assertThat(movement().of(Move.Kind.STAYED).get(0).causes()).isEmpty();
    }

    @Test
    void listingThatExpired_isTheReason() {
        Listing reference =
                Listing.of("a", "reference", "Vera", "spoke in Vienna", MARCH.minusDays(90), LocalDate.of(2026, 5, 1));
        ListedSegments list =
                ListedSegments.beside(tiers(1000), Winner.LIST, List.of(Segment.of("reference")), List.of(reference));
        Movement moved = Movement.between(
                Membership.of(list, Account.book(MARCH, Account.of("a", 500))),
                Membership.of(list, Account.book(JUNE, Account.of("a", 600))));
        assertThat(moved.moved())
                .singleElement()
                .satisfies(move -> assertThat(move.reason())
                        .isEqualTo(
                                "listed in reference by Vera until 2026-05-01: spoke in Vienna -> not listed; the rule"
                                        + " decides, arr: EUR 500.00 -> EUR 600.00"));
    }

    @Test
    void simulationOfWhatHolds_keepsThoseWhomTheProposedHolds_andMovesThoseItReleases() {
        StickyMoves current = StickyMoves.tiers(tiers(1000), 0.1);
        Memory memory = Memory.of(current.decide(
                        "tiers", Account.book(MARCH, Account.of("a", 1000), Account.of("b", 1000)), Memory.empty())
                .toRemember());
        var book = Account.book(JUNE, Account.of("a", 950), new Account("b", 1000, "ann"), Account.of("c", 950));
        Membership now = current.decide("tiers", book, memory);
        assertThat(now.held()).containsOnlyKeys("a");

        SegmentationSimulation released = SegmentationSimulation.between(now, Membership.of(tiers(1000), book));
        assertThat(released.movers()).extracting(Move::customerId).containsExactly("a");
        assertThat(released.movers())
                .singleElement()
                .satisfies(move -> assertThat(move.reason())
                        .isEqualTo("no longer held: would enter small; held in large until arr is below EUR 900"));
        assertThat(released.currentDecision("a").value()).isEqualTo(LARGE);
        assertThat(released.proposedDecision("a").value()).isEqualTo(SMALL);

        SegmentationSimulation higher = SegmentationSimulation.between(
                now, StickyMoves.tiers(tiers(1100), 0.1).decide("tiers", book, memory));
        assertThat(higher.movers()).extracting(Move::customerId).containsExactly("a");
        assertThat(higher.heldByProposed())
                .containsExactly(Map.entry("b", "would enter small; held in large until arr is below EUR 990"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentationSimulation.between(
                        now, Membership.of(tiers(1000), Account.book(MARCH, Account.of("a", 1)))))
                .withMessageStartingWith("current and proposed must be of one book, were ");
    }

    @Test
    void matrix_countsCustomersAndMoney_ofBothDates() {
        Map<Optional<Segment>, Map<Optional<Segment>, Moved>> matrix =
                movement().matrix(Account.ARR);
        assertThat(matrix.keySet()).containsExactly(SMALL, LARGE, NONE);
        assertThat(matrix.get(SMALL))
                .isEqualTo(Map.of(
                        SMALL, new Moved(1, euros(500), euros(600)), LARGE, new Moved(1, euros(900), euros(1100))));
        assertThat(matrix.get(LARGE)).isEqualTo(Map.of(NONE, new Moved(2, euros(5000), euros(0))));
        assertThat(matrix.get(NONE)).isEqualTo(Map.of(SMALL, new Moved(2, euros(0), euros(60))));
    }

    @Test
    void simulation_saysWhoMoves_howMuch_andWhoseCustomersTheyAre() {
        SegmentationSimulation simulation = SegmentationSimulation.of(
                tiers(1000),
                tiers(600),
                Account.book(
                        JUNE,
                        new Account("a", 700, "jo"),
                        new Account("b", 600, "jo"),
                        new Account("c", 800, null),
                        new Account("d", 599, "al"),
                        new Account("e", 1000, "al")));
        assertThat(simulation.movers())
                .extracting(Move::toString)
                .containsExactly("a: small -> large", "b: small -> large", "c: small -> large");
        assertThat(simulation.movers().get(0).reason()).isEqualTo("the definition changed");
        assertThat(simulation.amountMoved(Account.ARR)).isEqualTo(euros(2100));
        assertThat(simulation.owners(Account.OWNER, Account.ARR))
                .containsExactly(
                        new TouchedOwner(Optional.of("jo"), 2, euros(1300)),
                        new TouchedOwner(Optional.empty(), 1, euros(800)));
        assertThat(simulation).hasToString("3 of 5 customers moved");
        assertThat(simulation.moversBy(Account.ARR))
                .extracting(Move::customerId)
                .containsExactly("c", "a", "b");
        assertThat(simulation.amountOf("c", Account.ARR)).contains(euros(800));
        assertThat(simulation.currentDecision("c").value()).isEqualTo(SMALL);
        assertThat(simulation.proposedDecision("c").value()).isEqualTo(LARGE);
        assertThat(simulation.proposedDecision("c").reasons().evidence())
                .map(Evidence::value)
                .contains(euros(800));
    }

    @Test
    void moversOfUnknownAmount_comeLast_andOthersOfOneAmountById() {
        SegmentationSimulation simulation = SegmentationSimulation.of(
                new OneSegment(Segment.of("one")),
                new OneSegment(Segment.of("other")),
                Account.book(JUNE, Account.of("a", null), Account.of("b", 5), Account.of("c", 9), Account.of("d", 5)));
        assertThat(simulation.moversBy(Account.ARR))
                .extracting(Move::customerId)
                .containsExactly("c", "b", "d", "a");
        assertThat(simulation.amountMoved(Account.ARR)).isEqualTo(euros(19));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.currentDecision("nobody"))
                .withMessage("customer (nobody) must be in the book.");
    }

    @Test
    void sameDefinition_movesNobody() {
        assertThat(SegmentationSimulation.of(tiers(5), tiers(5), Account.book(JUNE, Account.of("a", 7)))
                        .movers())
                .isEmpty();
    }

    @Test
    void segmentInOtherWords_movesNobody() {
        SegmentationSimulation simulation = SegmentationSimulation.of(
                tiers(5),
                ValueTiers.of(
                        Account.ARR,
                        CurrencyUnit.EUR,
                        Tier.from("small", 1),
                        new Tier(
                                Segment.of("large", "Large").describedAs("those who pay"),
                                Optional.of(BigDecimal.valueOf(5)))),
                Account.book(JUNE, Account.of("a", 7), Account.of("b", 3)));
        assertThat(simulation.movers()).isEmpty();
        assertThat(simulation.movement().of(Move.Kind.STAYED)).hasSize(2);
    }

    /** Everybody is in one segment, whatever is known. */
    private record OneSegment(Segment segment) implements SegmentationStrategy {

        @Override
        public List<Segment> segments() {
            return List.of(segment);
        }

        @Override
        public Requirements requirements() {
            return Requirements.none();
        }

        @Override
        public Decision<Segment> assign(CustomerView customer) {
            return new Decision<>(
                    customer.customerId(), Optional.of(segment), Explanation.stated("one", 0, "there is no other"));
        }
    }

    private static Membership day(int day, @Nullable Integer euros) {
        return Membership.of(tiers(1000), Account.book(MARCH.plusDays(day), Account.of("a", euros)));
    }

    @Test
    void flapping_isTheShareOfMovesThatReturn_withinTheDays() {
        List<Membership> history =
                List.of(day(0, 900), day(10, 1100), day(20, 900), day(60, 1000), day(70, null), day(75, 900));
        assertThat(Flapping.of(history, 30)).isEqualTo(new Flapping(4, 2));
        assertThat(Flapping.of(history, 40).rate()).isEqualTo(0.75);
        assertThat(Flapping.of(history.subList(0, 1), 30).rate()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flapping.of(List.of(day(1, 1), day(1, 1)), 5))
                .withMessage("dates of history must rise: 2026-04-01 comes after 2026-04-01.");
    }
}
