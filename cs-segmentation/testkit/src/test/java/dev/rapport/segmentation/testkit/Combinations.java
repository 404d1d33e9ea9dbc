package dev.rapport.segmentation.testkit;

import dev.rapport.segmentation.combination.CrossProduct;
import dev.rapport.segmentation.combination.FirstMatch;
import dev.rapport.segmentation.combination.MergedSegments;
import dev.rapport.segmentation.combination.PriorityOrder;
import dev.rapport.segmentation.combination.Vote;
import dev.rapport.segmentation.combination.WeightedVote;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.list.ListedSegments;
import dev.rapport.segmentation.list.Listing;
import dev.rapport.segmentation.list.Winner;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** Strategies made of others. */
final class Combinations {

    static final SegmentationStrategy TIERS = ValueTiers.of(
            Accounts.ARR,
            CurrencyUnit.EUR,
            Tier.lowest("small"),
            Tier.from("large", 40_000),
            Tier.from("huge", 100_000));
    static final SegmentationStrategy REGIONS = RuleSegmentation.of(
                    Rule.of("dach", Condition.oneOf(Accounts.COUNTRY, "DE", "AT")))
            .withRest(Segment.of("abroad"));
    static final SegmentationStrategy SIZES =
            ValueTiers.of(Accounts.SEATS, Tier.from("small", 10), Tier.from("large", 400), Tier.from("huge", 800));

    private Combinations() {}

    static CrossProduct cells() {
        return CrossProduct.of(TIERS, REGIONS, HostStrategy.byCountry());
    }

    static MergedSegments merged() {
        return MergedSegments.of(
                cells(),
                Map.of(
                        "huge.abroad.early",
                        "other",
                        "huge.abroad.late",
                        "other",
                        "small.dach.late",
                        "small.dach.early"),
                Segment.of("other"));
    }

    static ListedSegments listed(Winner winner) {
        LocalDate day = LocalDate.of(2026, 6, 30);
        return ListedSegments.beside(
                merged(),
                winner,
                List.of(Segment.of("lighthouse")),
                List.of(
                        Listing.of("a1000", "lighthouse", "jo", "reference", day, day.plusDays(1)),
                        Listing.of("a1001", "lighthouse", "jo", "was one", day.minusDays(9), day),
                        Listing.of("a1007", "other", "jo", "fails otherwise", day, day.plusDays(9))));
    }

    static SegmentationStrategy deep() {
        return FirstMatch.of(
                PriorityOrder.of(List.of("huge", "dach"), TIERS, REGIONS),
                WeightedVote.of(0.5, new Vote(TIERS, 2), new Vote(SIZES, 1)),
                listed(Winner.RULE));
    }
}
