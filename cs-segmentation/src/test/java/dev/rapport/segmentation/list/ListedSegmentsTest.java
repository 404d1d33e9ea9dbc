package dev.rapport.segmentation.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedSegmentsTest {

    private static final LocalDate TODAY = Row.TODAY;
    private static final AttributeKey<Double> SEATS = AttributeKey.number("seats");
    private static final SegmentationStrategy TIERS =
            ValueTiers.of(SEATS, Tier.from("small", 1), Tier.from("large", 100));

    private static Listing listing(String customer, String segment, LocalDate from, LocalDate until) {
        return Listing.of(customer, segment, "jo", "a reference", from, until);
    }

    private static ListedSegments large(Winner winner) {
        return ListedSegments.of(listing("c", "large", TODAY, TODAY.plusDays(30)))
                .beside(TIERS, winner);
    }

    private static Row customer(String id, double seats) {
        return Row.of(id).with(SEATS, seats);
    }

    @Test
    void listing_holdsFromItsFirstDay_untilItExpires() {
        Listing listing = listing("c", "large", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        assertThat(listing.holdsOn(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(listing.holdsOn(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(listing.holdsOn(LocalDate.of(2026, 1, 31))).isTrue();
        assertThat(listing.holdsOn(LocalDate.of(2026, 2, 1))).isFalse();
    }

    @Test
    void list_winsOrTheRuleDoes_asDeclared() {
        assertThat(large(Winner.LIST).assign(customer("c", 5).view()).value()).contains(Segment.of("large"));
        assertThat(large(Winner.RULE).assign(customer("c", 5).view()).value()).contains(Segment.of("small"));
        assertThat(large(Winner.LIST).assign(customer("d", 5).view()).value()).contains(Segment.of("small"));
    }

    @Test
    void list_speaksForThoseWhomTheRuleLeavesOut_whoeverWins() {
        for (Winner winner : Winner.values()) {
            Row missing = Row.of("c").with(SEATS, Reading.missing("not fed"));
            assertThat(large(winner).assign(missing.view()).value()).contains(Segment.of("large"));
            assertThat(large(winner).assign(customer("c", 0).view()).value()).contains(Segment.of("large"));
            assertThat(large(winner).assign(customer("d", 0).view()).value()).isEmpty();
        }
    }

    @Test
    void reasons_nameOwnerReasonAndExpiry_andKeepWhatTheRuleSaid() {
        var reasons = large(Winner.LIST).assign(customer("c", 5).view()).reasons();
        assertThat(reasons.parts().get(0).reason()).contains("listed in large by jo until 2026-07-30: a reference");
        assertThat(reasons.parts().get(1).label()).contains("small");
        assertThat(large(Winner.RULE)
                        .assign(customer("c", 5).view())
                        .reasons()
                        .parts()
                        .get(0)
                        .reason())
                .contains("listed in large by jo until 2026-07-30: a reference; the rule wins");
    }

    @Test
    void expired_isNotListed() {
        ListedSegments list = ListedSegments.of(listing("c", "large", TODAY.minusDays(9), TODAY));
        assertThat(list.assign(customer("c", 5).view()).value()).isEmpty();
        assertThat(list.assign(customer("c", 5).view()).reasons().value()).hasValue(-1);
    }

    @Test
    void customer_isListedOnceAtATime() {
        Listing first = listing("c", "large", TODAY, TODAY.plusDays(3));
        ListedSegments.of(first, listing("c", "small", TODAY.plusDays(3), TODAY.plusDays(4)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListedSegments.of(first, listing("c", "small", TODAY.plusDays(2), TODAY.plusDays(4))))
                .withMessage("customer (c) must be listed once at a time: c in large from 2026-06-30 until 2026-07-03,"
                        + " and c in small from 2026-07-02 until 2026-07-04.");
    }

    @Test
    void segmentThatIsNotThere_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListedSegments.beside(
                        TIERS, Winner.LIST, List.of(), List.of(listing("c", "larg", TODAY, TODAY.plusDays(3)))))
                .withMessageContaining("segment (larg) of customer (c) must be one of [small, large].")
                .withMessageContaining("Maybe \"large\".");
    }

    @Test
    void listing_thatEndsBeforeItBegins_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> listing("c", "large", TODAY, TODAY))
                .withMessageContaining("until (2026-06-30) must be after from (2026-06-30)");
    }
}
