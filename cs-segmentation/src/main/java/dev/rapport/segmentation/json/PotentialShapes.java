package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.shape.FieldValues;
import dev.rapport.model.shape.Fields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.potential.ArrPotential;
import dev.rapport.segmentation.potential.PeerGroup;
import dev.rapport.segmentation.potential.PeerProduct;
import dev.rapport.segmentation.potential.PeerProducts;
import dev.rapport.segmentation.potential.PeerRate;
import dev.rapport.segmentation.potential.PeerTrait;
import dev.rapport.segmentation.potential.PotentialRule;
import dev.rapport.segmentation.potential.PotentialTiers;
import java.util.List;
import java.util.function.Function;

/** Who is compared with whom, and tiers by potential with the figures of the peers. */
public final class PotentialShapes {

    private static final double MIDDLE = 0.5;

    private static final Shape<PeerRate> RATE = Shape.object("peer-rate", fields -> {
        var peers = fields.required("peers", Shape.integer().atLeast(1), PeerRate::peers);
        var arr = fields.required("arr", Shape.number().atLeast(0.0), PeerRate::arr);
        return in -> new PeerRate(in.get(peers), in.get(arr));
    });

    private static final Shape<PeerProduct> PRODUCT = Shape.object("peer-product", fields -> {
        var product = fields.required("product", Shape.text().notBlank(), PeerProduct::product);
        var adoption = fields.required("adoption", Shape.number().atLeast(0.0).atMost(1.0), PeerProduct::adoption);
        var arr = fields.required("arr", Shape.number().atLeast(0.0), PeerProduct::arr);
        return in -> new PeerProduct(in.get(product), in.get(adoption), in.get(arr));
    });

    private static final Shape<PeerProducts> PRODUCTS = Shape.object("peer-products", fields -> {
        var peers = fields.required("peers", Shape.integer().atLeast(0), PeerProducts::peers);
        var products = fields.required(
                "products", Shape.listOf(PRODUCT).uniqueBy("product", PeerProduct::product), PeerProducts::products);
        return in -> new PeerProducts(in.get(peers), in.get(products));
    });

    private static final Shape<PeerGroup> GROUP = Shape.object("peer-group", fields -> {
        var of = fields.required("of", Shape.listOf(Shape.text()), PeerGroup::of);
        var rates = fields.required("payForEach", Shape.mapOf(RATE), PeerGroup::rates);
        var products = fields.required("bought", PRODUCTS, PeerGroup::products);
        return in -> new PeerGroup(in.get(of), in.get(rates), in.get(products));
    });

    private PotentialShapes() {}

    /**
     * Who is compared with whom.
     *
     * @param attributes  the attributes that may be named
     * @return the rule as an object
     */
    public static Shape<PotentialRule> rule(AttributeShapes attributes) {
        Shape<PeerTrait> trait = trait(attributes);
        return Shape.object("potential-rule", fields -> {
            var peersBy = fields.required("peersBy", Shape.listOf(trait), PotentialRule::peersBy);
            var quantile = fields.defaulted(
                    "quantile", Shape.number().atLeast(0.0).atMost(1.0), MIDDLE, PotentialRule::quantile);
            var minimum = fields.required("minimumPeers", Shape.integer().atLeast(1), PotentialRule::minimumPeers);
            return in -> new PotentialRule(in.get(peersBy), in.get(quantile), in.get(minimum));
        });
    }

    private static Shape<PeerTrait> trait(AttributeShapes attributes) {
        return Shape.object("peer-trait", one -> {
            var key = one.required(
                    "attribute", attributes.ofKind(AttributeKind.TEXT, AttributeKind.NUMBER), PeerTrait::key);
            var cuts = one.defaulted("cuts", Shape.listOf(Shape.number()), List.of(), PeerTrait::cuts);
            return in -> new PeerTrait(in.get(key), in.get(cuts));
        });
    }

    static Function<FieldValues, PotentialTiers> tiers(Fields<PotentialTiers> fields, AttributeShapes attributes) {
        Shape<PeerTrait> trait = trait(attributes);
        var peersBy = fields.required(
                "peersBy", Shape.listOf(trait), all -> all.potential().rule().peersBy());
        var quantile = fields.required(
                "quantile",
                Shape.number().atLeast(0.0).atMost(1.0),
                all -> all.potential().rule().quantile());
        var minimum = fields.required(
                "minimumPeers",
                Shape.integer().atLeast(1),
                all -> all.potential().rule().minimumPeers());
        var currency = fields.required(
                "currency", Literals.CURRENCY, all -> all.potential().currency());
        var groups = fields.required(
                "peers", Shape.listOf(GROUP).notEmpty(), all -> all.potential().groups());
        var tiers = fields.required("tiers", StrategyShapes.TIERS, PotentialTiers::tiers);
        return in -> PotentialTiers.of(
                ArrPotential.of(
                        new PotentialRule(in.get(peersBy), in.get(quantile), in.get(minimum)),
                        in.get(currency),
                        in.get(groups)),
                in.get(tiers));
    }
}
