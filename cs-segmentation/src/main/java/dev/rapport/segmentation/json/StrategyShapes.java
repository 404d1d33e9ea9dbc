package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.FieldValues;
import dev.rapport.model.shape.Fields;
import dev.rapport.model.shape.Place;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import dev.rapport.segmentation.clustering.ClusterModel;
import dev.rapport.segmentation.combination.CrossProduct;
import dev.rapport.segmentation.combination.FirstMatch;
import dev.rapport.segmentation.combination.MergedSegments;
import dev.rapport.segmentation.combination.PriorityOrder;
import dev.rapport.segmentation.combination.WeightedVote;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.list.ListedSegments;
import dev.rapport.segmentation.potential.PotentialTiers;
import dev.rapport.segmentation.rfm.RfmSegmentation;
import dev.rapport.segmentation.segment.Rule;
import dev.rapport.segmentation.segment.RuleSegmentation;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentReferences;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Strategies in documents, told apart by their {@code type}. */
public final class StrategyShapes {

    static final Shape<Segment> SEGMENT = Shape.object("segment", fields -> segment(fields, part -> part));

    private static final Shape<Tier> TIER = Shape.object("tier", fields -> {
        Function<FieldValues, Segment> segment = segment(fields, Tier::segment);
        var from = fields.optional("from", Shape.decimal(), Tier::from);
        return in -> new Tier(segment.apply(in), in.get(from));
    });

    static final Shape<List<Tier>> TIERS = Shape.listOf(TIER)
            .notEmpty()
            .uniqueBy("id", tier -> tier.segment().id())
            .check(StrategyShapes::checkThresholds)
            .map(list -> list, list -> list);

    private StrategyShapes() {}

    /**
     * The strategies of this library. A host adds its own types with {@code with}.
     *
     * @param attributes  the attributes that may be named
     * @param conditions  the types of conditions
     * @return the types
     */
    public static Variants<SegmentationStrategy> standard(AttributeShapes attributes, Shape<Condition> conditions) {
        return Variants.<SegmentationStrategy>named("strategy")
                .with("rules", RuleSegmentation.class, fields -> {
                    var rules = fields.required(
                            "segments",
                            Shape.listOf(rule(conditions))
                                    .notEmpty()
                                    .uniqueBy("id", rule -> rule.segment().id())
                                    .check(StrategyShapes::checkReferences),
                            RuleSegmentation::rules);
                    var rest = fields.optional("rest", SEGMENT, RuleSegmentation::rest);
                    return in -> {
                        RuleSegmentation strategy = RuleSegmentation.of(in.get(rules));
                        return in.get(rest).map(strategy::withRest).orElse(strategy);
                    };
                })
                .with("value-tiers", ValueTiers.class, fields -> {
                    var key = fields.required(
                            "attribute", attributes.ofKind(AttributeKind.NUMBER, AttributeKind.MONEY), ValueTiers::key);
                    var currency = fields.optional("currency", Literals.CURRENCY, ValueTiers::currency);
                    var tiers = fields.required("tiers", TIERS, ValueTiers::tiers);
                    return in -> ValueTiers.of(in.get(key), in.get(currency), in.get(tiers));
                })
                .with("potential-tiers", PotentialTiers.class, fields -> PotentialShapes.tiers(fields, attributes))
                .with("clusters", ClusterModel.class, fields -> FittedShapes.clusters(fields, attributes))
                .with("rfm", RfmSegmentation.class, FittedShapes::rfm)
                .with("list", ListedSegments.class, CombinedShapes::list)
                .with("cross-product", CrossProduct.class, CombinedShapes::crossProduct)
                .with("first-match", FirstMatch.class, CombinedShapes::firstMatch)
                .with("priority-order", PriorityOrder.class, CombinedShapes::priorityOrder)
                .with("weighted-vote", WeightedVote.class, CombinedShapes::weightedVote)
                .with("merged", MergedSegments.class, CombinedShapes::merged);
    }

    private static Shape<Rule> rule(Shape<Condition> conditions) {
        return Shape.object("rule", fields -> {
            Function<FieldValues, Segment> segment = segment(fields, Rule::segment);
            var condition = fields.required("when", conditions, Rule::condition);
            return in -> new Rule(segment.apply(in), in.get(condition));
        });
    }

    /** Declares the fields of a segment in an object that has one. The name is the id where it is absent. */
    static <T> Function<FieldValues, Segment> segment(Fields<T> fields, Function<T, Segment> get) {
        var id = fields.required("id", Shape.code(), get.andThen(Segment::id));
        var name = fields.optional("name", Shape.text().notBlank(), get.andThen(StrategyShapes::ownName));
        var description = fields.optional("description", Shape.text(), get.andThen(Segment::description));
        return in -> new Segment(in.get(id), in.get(name).orElse(in.get(id)), in.get(description));
    }

    private static Optional<String> ownName(Segment segment) {
        return Optional.of(segment.name()).filter(name -> !name.equals(segment.id()));
    }

    private static void checkReferences(List<Rule> rules, Place place) {
        SegmentReferences references;
        try {
            references = SegmentReferences.of(rules);
        } catch (IllegalArgumentException e) {
            return; // a host's own condition that cannot be compiled, which is said when the rules are
        }
        Set<String> known = new TreeSet<>();
        rules.forEach(rule -> known.add(rule.segment().id()));
        List<List<String>> circles = references.circles();
        for (int i = 0; i < rules.size(); i++) {
            String id = rules.get(i).segment().id();
            Place condition = place.at(i).at("when");
            for (String reference : references.of(id)) {
                if (!known.contains(reference)) {
                    condition.error(
                            "unknown-segment",
                            "unknown segment " + Quote.text(reference) + "; with a condition are: " + known,
                            Nearest.advice(reference, known));
                }
            }
            for (List<String> circle : circles) {
                if (circle.get(0).equals(id)) {
                    condition.error(
                            "circular-segment",
                            "segment must not be defined through itself: " + String.join(" -> ", circle));
                }
            }
        }
    }

    private static void checkThresholds(List<Tier> tiers, Place place) {
        for (int i = 1; i < tiers.size(); i++) {
            Optional<BigDecimal> from = tiers.get(i).from();
            Optional<BigDecimal> before = tiers.get(i - 1).from();
            if (from.isEmpty()) {
                place.at(i)
                        .at("from")
                        .error(
                                "missing-field",
                                "required field is missing: only the lowest tier, which comes first, can be without",
                                i == tiers.size() - 1 ? "Maybe the tiers stand highest first" : "");
            } else if (before.isPresent() && from.get().compareTo(before.get()) <= 0) {
                place.at(i)
                        .at("from")
                        .error(
                                "threshold-order",
                                "must be > " + before.get().toPlainString() + ", the threshold before it, was "
                                        + from.get().toPlainString(),
                                "Maybe the tiers stand highest first; the lowest comes first");
            }
        }
    }
}
