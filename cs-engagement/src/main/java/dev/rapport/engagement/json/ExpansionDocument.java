package dev.rapport.engagement.json;

import dev.rapport.engagement.expansion.ArrEstimate;
import dev.rapport.engagement.expansion.ArrEstimate.MissingProducts;
import dev.rapport.engagement.expansion.ArrEstimate.MoreSeats;
import dev.rapport.engagement.expansion.ArrEstimate.ShareOfArr;
import dev.rapport.engagement.expansion.ExpansionCause;
import dev.rapport.engagement.expansion.ExpansionPolicy;
import dev.rapport.engagement.expansion.Refusals;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.ConditionShapes;
import dev.rapport.segmentation.json.PotentialShapes;
import java.util.Collection;
import java.util.Set;

/**
 * The document {@code rapport/expansion}.
 *
 * <pre>{@code
 * ExpansionPolicy policy = ExpansionDocument.over(attributes).read(JsonInput.read("expansion.json", in)).orThrow();
 * }</pre>
 */
public final class ExpansionDocument {

    private static final int LONGEST = 3_650;
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 200;

    private static final Shape<Set<String>> KINDS = Shape.listOf(Shape.code())
            .unique()
            .map(Set::copyOf, set -> set.stream().sorted().toList());

    private static final Shape<Refusals> REFUSALS = Shape.object("refusals", fields -> {
        var outcomes = fields.required(
                "outcomes", KINDS.described("Kinds of outcomes that refuse an offer"), Refusals::outcomes);
        var touchpoints = fields.required(
                "touchpoints", KINDS.described("Kinds of touchpoints that refuse an offer"), Refusals::touchpoints);
        var days = fields.required(
                "coolOffDays",
                Shape.integer().between(1, LONGEST).described("How long nothing is offered after a refusal"),
                Refusals::coolOffDays);
        return in -> new Refusals(in.get(outcomes), in.get(touchpoints), in.get(days));
    });

    private static final Variants<ArrEstimate> ESTIMATE = Variants.<ArrEstimate>named("arr-estimate")
            .with("more-seats", MoreSeats.class, fields -> {
                var share = fields.required(
                        "usedShare",
                        Shape.number().between(0.01, 1.0).described("The share of the seats that is in use afterwards"),
                        MoreSeats::usedShare);
                return in -> new MoreSeats(in.get(share));
            })
            .with("missing-products", MissingProducts.class, fields -> {
                var least = fields.required(
                        "leastAdoption",
                        Shape.number()
                                .between(0.0, 1.0)
                                .described("The share of comparable customers that must have a product"),
                        MissingProducts::leastAdoption);
                return in -> new MissingProducts(in.get(least));
            })
            .with("share-of-arr", ShareOfArr.class, fields -> {
                var share = fields.required("share", Shape.number().above(0.0).atMost(MOST), ShareOfArr::share);
                return in -> new ShareOfArr(in.get(share));
            });

    private ExpansionDocument() {}

    /**
     * The kind, over the attributes that conditions may name.
     *
     * @param attributes  those that a book provides and those that are laid over it
     * @return the kind
     */
    public static DocumentKind<ExpansionPolicy> over(Collection<? extends AttributeKey<?>> attributes) {
        AttributeShapes known = AttributeShapes.of(attributes);
        Shape<Condition> condition = ConditionShapes.standard(known).check((one, place) -> {
            try {
                one.compile();
            } catch (IllegalArgumentException e) {
                place.error(
                        "no-such-segment",
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        });
        Shape<ExpansionCause> cause = Shape.object("expansion-cause", fields -> {
            var id = fields.required("id", Shape.code(), ExpansionCause::id);
            var name = fields.required("name", Shape.text().notBlank().maxLength(LONGEST_NAME), ExpansionCause::name);
            var when = fields.required("when", condition, ExpansionCause::when);
            var estimate = fields.required("estimate", ESTIMATE, ExpansionCause::estimate);
            var source = fields.required(
                    "source", Shape.text().notBlank().described("Where the figures are from"), ExpansionCause::source);
            return in -> ExpansionCause.builder()
                    .id(in.get(id))
                    .name(in.get(name))
                    .when(in.get(when))
                    .estimate(in.get(estimate))
                    .source(in.get(source))
                    .build();
        });
        return DocumentKind.of("expansion", 1, ExpansionPolicy::header, fields -> {
            var source = fields.required(
                    "source",
                    Shape.text().notBlank().described("Where the figures are from that are no cause's"),
                    ExpansionPolicy::source);
            var gate = fields.required("gate", condition, ExpansionPolicy::gate);
            var refusals = fields.required("refusals", REFUSALS, ExpansionPolicy::refusals);
            var peers = fields.required("peers", PotentialShapes.rule(known), ExpansionPolicy::peers);
            var causes = fields.required(
                    "causes",
                    Shape.listOf(cause).notEmpty().uniqueBy("id", ExpansionCause::id),
                    ExpansionPolicy::causes);
            return (header, in) -> ExpansionPolicy.builder()
                    .header(header)
                    .source(in.get(source))
                    .gate(in.get(gate))
                    .refusals(in.get(refusals))
                    .peers(in.get(peers))
                    .causes(in.get(causes))
                    .build();
        });
    }
}
