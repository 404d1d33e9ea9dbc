package dev.rapport.segmentation.json;

import dev.rapport.model.shape.FieldValues;
import dev.rapport.model.shape.Fields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.combination.CrossProduct;
import dev.rapport.segmentation.combination.FirstMatch;
import dev.rapport.segmentation.combination.MergedSegments;
import dev.rapport.segmentation.combination.PriorityOrder;
import dev.rapport.segmentation.combination.Vote;
import dev.rapport.segmentation.combination.WeightedVote;
import dev.rapport.segmentation.list.ListedSegments;
import dev.rapport.segmentation.list.Listing;
import dev.rapport.segmentation.list.Winner;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Strategies that are made of others, and lists. */
final class CombinedShapes {

    private static final Shape<List<Segment>> SEGMENTS =
            Shape.listOf(StrategyShapes.SEGMENT).uniqueBy("id", Segment::id).map(list -> list, list -> list);

    private static final Shape<Listing> LISTING = Shape.object("listing", fields -> {
        var customer = fields.required("customer", Shape.text().notBlank(), Listing::customerId);
        var segment = fields.required("segment", Shape.code(), Listing::segmentId);
        var owner = fields.required("owner", Shape.text().notBlank(), Listing::owner);
        var reason = fields.required("reason", Shape.text().notBlank(), Listing::reason);
        var from = fields.required("from", Shape.date(), Listing::from);
        var until = fields.required("until", Shape.date(), Listing::until);
        return in -> Listing.of(
                in.get(customer), in.get(segment), in.get(owner), in.get(reason), in.get(from), in.get(until));
    });

    private CombinedShapes() {}

    private static Shape<List<SegmentationStrategy>> several(Shape<SegmentationStrategy> strategy) {
        return Shape.listOf(strategy).notEmpty().map(list -> list, list -> list);
    }

    static Function<FieldValues, CrossProduct> crossProduct(
            Shape<SegmentationStrategy> strategy, Fields<CrossProduct> fields) {
        var strategies = fields.required("strategies", several(strategy), CrossProduct::strategies);
        return in -> CrossProduct.of(in.get(strategies));
    }

    static Function<FieldValues, FirstMatch> firstMatch(
            Shape<SegmentationStrategy> strategy, Fields<FirstMatch> fields) {
        var strategies = fields.required("strategies", several(strategy), FirstMatch::strategies);
        return in -> FirstMatch.of(in.get(strategies));
    }

    static Function<FieldValues, PriorityOrder> priorityOrder(
            Shape<SegmentationStrategy> strategy, Fields<PriorityOrder> fields) {
        var priority = fields.required(
                "priority", Shape.listOf(Shape.code()).notEmpty().unique(), PriorityOrder::priority);
        var strategies = fields.required("strategies", several(strategy), PriorityOrder::strategies);
        return in -> PriorityOrder.of(in.get(priority), in.get(strategies));
    }

    static Function<FieldValues, WeightedVote> weightedVote(
            Shape<SegmentationStrategy> strategy, Fields<WeightedVote> fields) {
        Shape<Vote> vote = Shape.object("vote", one -> {
            var weight = one.required("weight", Shape.number().above(0.0), Vote::weight);
            var voter = one.required("strategy", strategy, Vote::strategy);
            return in -> new Vote(in.get(voter), in.get(weight));
        });
        var atLeast = fields.defaulted("atLeast", Shape.number().atLeast(0.0).atMost(1.0), 0.0, WeightedVote::atLeast);
        var votes = fields.required("votes", Shape.listOf(vote).notEmpty(), WeightedVote::votes);
        return in -> WeightedVote.of(in.get(atLeast), in.get(votes));
    }

    static Function<FieldValues, MergedSegments> merged(
            Shape<SegmentationStrategy> strategy, Fields<MergedSegments> fields) {
        var into = fields.required("into", Shape.mapOf(Shape.code()), MergedSegments::into);
        var added = fields.defaulted("added", SEGMENTS, List.of(), MergedSegments::added);
        var whole = fields.required("strategy", strategy, MergedSegments::strategy);
        return in -> MergedSegments.of(in.get(whole), in.get(into), in.get(added));
    }

    static Function<FieldValues, ListedSegments> list(
            Shape<SegmentationStrategy> strategy, Fields<ListedSegments> fields) {
        var segments = fields.defaulted("segments", SEGMENTS, List.of(), ListedSegments::declared);
        var listings = fields.required("listings", Shape.listOf(LISTING), ListedSegments::listings);
        var wins = fields.optional("wins", Shape.oneOf(Winner.class), ListedSegments::winner);
        var rule = fields.optional("strategy", strategy, ListedSegments::strategy);
        return in -> list(in.get(segments), in.get(listings), in.get(wins), in.get(rule));
    }

    private static ListedSegments list(
            List<Segment> segments,
            List<Listing> listings,
            Optional<Winner> wins,
            Optional<SegmentationStrategy> strategy) {
        if (wins.isPresent() != strategy.isPresent()) {
            throw new IllegalArgumentException("\"wins\" and \"strategy\" must come together."
                    + "\nMaybe \"wins\": \"list\", which makes an exception to the strategy.");
        }
        return strategy.map(rule -> ListedSegments.beside(rule, wins.orElseThrow(), segments, listings))
                .orElseGet(() -> ListedSegments.of(segments, listings));
    }
}
