package dev.rapport.segmentation.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final AttributeKey<Double> SEATS = AttributeKey.number("seats");
    private static final AttributeKey<Double> USERS = AttributeKey.number("users");
    private static final AttributeKey<String> COUNTRY = AttributeKey.text("country");

    private static final SegmentationStrategy BY_SEATS =
            ValueTiers.of(SEATS, Tier.from("small", 1), Tier.from("large", 100));
    private static final SegmentationStrategy BY_USERS =
            ValueTiers.of(USERS, Tier.from("small", 1), Tier.from("large", 100));
    private static final SegmentationStrategy REGIONS = RuleSegmentation.of(
            Rule.of("dach", Condition.oneOf(COUNTRY, "DE")), Rule.of("west", Condition.oneOf(COUNTRY, "FR")));

    private static Row row(double seats, double users, String country) {
        return Row.of("c").with(SEATS, seats).with(USERS, users).with(COUNTRY, country);
    }

    private static String assign(SegmentationStrategy strategy, Row row) {
        Segmentation whole = Segmentation.of(strategy, Row.book(row));
        Decision<Segment> decision = strategy.assign(row.view());
        assertThat(decision.reasons().foldsToItsValue()).isTrue();
        assertThat(decision.reasons().label()).isEqualTo(decision.value().map(Segment::id));
        assertThat(whole.segment(0)).isEqualTo(decision.value());
        return decision.value()
                .map(Segment::id)
                .orElse(whole.gaps().isEmpty() ? whole.failed().isEmpty() ? "undecided" : "failed" : "gap");
    }

    @Test
    void crossProduct_isASegmentForEachCombination() {
        CrossProduct cells = CrossProduct.of(BY_SEATS, REGIONS);
        assertThat(cells.segments())
                .extracting(Segment::id)
                .containsExactly("small.dach", "small.west", "large.dach", "large.west");
        assertThat(assign(cells, row(150, 1, "DE"))).isEqualTo("large.dach");
        assertThat(assign(cells, row(99, 1, "FR"))).isEqualTo("small.west");
    }

    @Test
    void crossProduct_withoutASegmentOfOne_saysWhy() {
        CrossProduct cells = CrossProduct.of(BY_SEATS, REGIONS);
        assertThat(assign(cells, row(150, 1, "US"))).isEqualTo("gap");
        assertThat(assign(cells, row(150, 1, "DE").with(SEATS, Reading.missing("not fed"))))
                .isEqualTo("undecided");
        assertThat(assign(cells, row(150, 1, "DE").with(SEATS, Reading.failed("broken"))))
                .isEqualTo("failed");
    }

    @Test
    void reasons_areThoseOfEveryStrategy() {
        Explanation reasons = CrossProduct.of(BY_SEATS, REGIONS)
                .assign(row(150, 1, "DE").view())
                .reasons();
        assertThat(reasons.parts()).extracting(Explanation::code).containsExactly("choice", "tier", "segment");
        assertThat(reasons.find(part -> part.evidence().isPresent())).hasSize(3);
    }

    @Test
    void firstMatch_passesOverStrategiesWithoutAnAnswer() {
        FirstMatch first = FirstMatch.of(REGIONS, BY_SEATS);
        assertThat(assign(first, row(150, 1, "FR"))).isEqualTo("west");
        assertThat(assign(first, row(150, 1, "US"))).isEqualTo("large");
        assertThat(assign(first, row(0, 1, "US"))).isEqualTo("gap");
        assertThat(assign(first, row(0, 1, "US").with(COUNTRY, Reading.missing("not fed"))))
                .isEqualTo("undecided");
    }

    @Test
    void priorityOrder_takesTheHighest_whateverTheOrderOfStrategies() {
        PriorityOrder order = PriorityOrder.of(List.of("large", "dach"), REGIONS, BY_SEATS);
        assertThat(order.segments()).extracting(Segment::id).containsExactly("large", "dach", "west", "small");
        assertThat(assign(order, row(150, 1, "DE"))).isEqualTo("large");
        assertThat(assign(order, row(50, 1, "DE"))).isEqualTo("dach");
        assertThat(assign(order, row(50, 1, "FR"))).isEqualTo("west");
        assertThat(assign(order, row(50, 1, "US"))).isEqualTo("small");
    }

    @Test
    void priority_ofNoSegment_isRefused_withWhatWasMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorityOrder.of(List.of("larg"), BY_SEATS))
                .withMessage("priority (larg) must be the id of a segment, [large, small].\nMaybe \"large\".");
    }

    @Test
    void vote_goesToMostOfTheWeight_abstentionsCountAgainstTheBar() {
        WeightedVote vote = WeightedVote.of(0.5, new Vote(BY_SEATS, 2), new Vote(BY_USERS, 1), new Vote(REGIONS, 1));
        assertThat(assign(vote, row(150, 1, "US"))).isEqualTo("large");
        assertThat(assign(vote, row(1, 150, "US"))).isEqualTo("small");
        assertThat(assign(vote, row(0, 150, "US"))).isEqualTo("gap");
        Row missing = row(0, 150, "US").with(SEATS, Reading.missing("not fed"));
        assertThat(assign(vote, missing)).isEqualTo("undecided");
        assertThat(vote.assign(missing.view()).reasons().parts().get(0).reason())
                .contains("large has 1.000 of 4.000 votes, needs 2.000");
    }

    @Test
    void vote_thatIsEven_goesToTheFirstSegment() {
        WeightedVote vote = WeightedVote.of(0, new Vote(BY_SEATS, 1), new Vote(BY_USERS, 1));
        assertThat(assign(vote, row(1, 150, "US"))).isEqualTo("small");
        assertThat(assign(vote, row(150, 1, "US"))).isEqualTo("small");
    }

    @Test
    void segmentsOfOneId_mustBeTheSame() {
        SegmentationStrategy other = ValueTiers.of(USERS, new Tier(Segment.of("small", "Tiny"), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstMatch.of(BY_SEATS, other))
                .withMessageContaining("segment (small) must be the same wherever it comes");
    }

    @Test
    void merged_goWhereTheyAreDeclaredToGo() {
        MergedSegments merged = MergedSegments.of(REGIONS, Map.of("west", "elsewhere"), Segment.of("elsewhere"));
        assertThat(merged.segments()).extracting(Segment::id).containsExactly("dach", "elsewhere");
        assertThat(assign(merged, row(1, 1, "FR"))).isEqualTo("elsewhere");
        assertThat(assign(merged, row(1, 1, "DE"))).isEqualTo("dach");
        assertThat(assign(merged, row(1, 1, "US"))).isEqualTo("gap");
    }

    @Test
    void merging_intoWhatIsMergedItself_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergedSegments.of(BY_SEATS, Map.of("small", "large", "large", "small")))
                .withMessageContaining("must be one of []");
    }

    @Test
    void missingAttributes_areSaidOnce() {
        Book book = Row.book(Row.of("c").with(USERS, 1.0));
        assertThat(CrossProduct.of(BY_SEATS, BY_SEATS, BY_USERS).check(book).render())
                .containsOnlyOnce("seats");
    }

    @Test
    void smallSegments_areFoundInABook_andThenStand() {
        Row[] rows = new Row[12];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Row.of("c" + i).with(COUNTRY, i < 2 ? "FR" : "DE");
        }
        Segmentation sizes = Segmentation.of(REGIONS, Row.book(rows));
        Segment other = Segment.of("other");
        MergedSegments merged = MergedSegments.small(REGIONS, sizes, 3, LeftoverRule.INTO_REST, other);
        assertThat(merged.into()).isEqualTo(Map.of("west", "other"));
        assertThat(merged.added()).containsExactly(other);
        assertThat(merged.assign(rows[0].view()).reasons().parts().get(0).reason())
                .contains("merged from west");
        assertThat(MergedSegments.small(REGIONS, sizes, 2, LeftoverRule.INTO_REST, other)
                        .segments())
                .isEqualTo(REGIONS.segments());
        assertThat(MergedSegments.small(REGIONS, sizes, 3, LeftoverRule.INTO_LARGEST, other)
                        .into())
                .isEqualTo(Map.of("west", "dach"));
    }
}
