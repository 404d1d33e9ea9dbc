package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.shape.FieldValues;
import dev.rapport.model.shape.Fields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.clustering.Cluster;
import dev.rapport.segmentation.clustering.ClusterMeasure;
import dev.rapport.segmentation.clustering.ClusterModel;
import dev.rapport.segmentation.clustering.ComparedAttribute;
import dev.rapport.segmentation.clustering.Feature;
import dev.rapport.segmentation.clustering.FittedOn;
import dev.rapport.segmentation.rfm.RfmCuts;
import dev.rapport.segmentation.rfm.RfmName;
import dev.rapport.segmentation.rfm.RfmSegmentation;
import dev.rapport.segmentation.segment.Segment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Strategies that were found in a customer base: clusters and RFM. */
final class FittedShapes {

    private static final Shape<List<Double>> CUTS = Shape.listOf(Shape.number()).notEmpty();

    private static final Shape<RfmName.Range> RANGE = Shape.pairOf(
            Shape.integer().atLeast(1),
            RfmName.Range::from,
            Shape.integer().atLeast(1),
            RfmName.Range::to,
            RfmName.Range::new);

    private static final Shape<RfmName> NAME = Shape.object("rfm-name", fields -> {
        Function<FieldValues, Segment> segment = StrategyShapes.segment(fields, RfmName::segment);
        var recency = fields.required("recency", RANGE, RfmName::recency);
        var value = fields.required("value", RANGE, RfmName::value);
        return in -> new RfmName(segment.apply(in), in.get(recency), in.get(value));
    });

    private static final Shape<Cluster> CLUSTER = Shape.object("cluster", fields -> {
        Function<FieldValues, Segment> segment = StrategyShapes.segment(fields, Cluster::segment);
        var centre = fields.required("centre", Shape.mapOf(Shape.literal()), FittedShapes::literals);
        return in -> new Cluster(segment.apply(in), values(in.get(centre)));
    });

    private static final Shape<FittedOn> FITTED_ON = Shape.object("fitted-on", fields -> {
        var method = fields.required("method", Shape.text().notBlank(), FittedOn::method);
        var customers = fields.required("customers", Shape.integer().atLeast(1), FittedOn::customers);
        var objective = fields.required("objective", Shape.number().atLeast(0.0), FittedOn::objective);
        return in -> new FittedOn(in.get(method), in.get(customers), in.get(objective));
    });

    private FittedShapes() {}

    static Function<FieldValues, ClusterModel> clusters(Fields<ClusterModel> fields, AttributeShapes attributes) {
        Shape<ComparedAttribute> compared = Shape.object("compared-attribute", one -> {
            var key = one.required(
                    "attribute",
                    attributes.ofKind(
                            AttributeKind.NUMBER, AttributeKind.MONEY, AttributeKind.BOOLEAN, AttributeKind.TEXT),
                    (ComparedAttribute attribute) -> attribute.feature().key());
            var scale = one.defaulted("scale", Shape.number().above(0.0), 1.0, ComparedAttribute::scale);
            return in -> new ComparedAttribute(new Feature(in.get(key)), in.get(scale));
        });
        var measure = fields.required("measure", Shape.oneOf(ClusterMeasure.class), ClusterModel::measure);
        var lambda = fields.defaulted("lambda", Shape.number().atLeast(0.0), 1.0, ClusterModel::lambda);
        var currency = fields.optional("currency", Literals.CURRENCY, ClusterModel::currency);
        var list = fields.required("attributes", Shape.listOf(compared).notEmpty(), ClusterModel::attributes);
        var clusters = fields.required(
                "clusters",
                Shape.listOf(CLUSTER)
                        .notEmpty()
                        .uniqueBy("id", cluster -> cluster.segment().id()),
                ClusterModel::clusters);
        var fittedOn = fields.optional("fittedOn", FITTED_ON, ClusterModel::fittedOn);
        return in -> {
            ClusterModel model = ClusterModel.of(in.get(measure), in.get(currency), in.get(list), in.get(clusters))
                    .withLambda(in.get(lambda));
            return in.get(fittedOn).map(model::withFittedOn).orElse(model);
        };
    }

    static Function<FieldValues, RfmSegmentation> rfm(Fields<RfmSegmentation> fields) {
        var recency = fields.required("recency", CUTS, rfm -> rfm.cuts().recency());
        var frequency = fields.required("frequency", CUTS, rfm -> rfm.cuts().frequency());
        var monetary = fields.required("monetary", CUTS, rfm -> rfm.cuts().monetary());
        var currency = fields.required("currency", Literals.CURRENCY, RfmSegmentation::currency);
        var names = fields.defaulted(
                "names",
                Shape.listOf(NAME).uniqueBy("id", name -> name.segment().id()),
                List.of(),
                RfmSegmentation::names);
        return in -> {
            RfmCuts cuts = new RfmCuts(in.get(recency), in.get(frequency), in.get(monetary));
            return in.get(names).isEmpty()
                    ? RfmSegmentation.ofCells(cuts, in.get(currency))
                    : RfmSegmentation.of(cuts, in.get(currency), in.get(names));
        };
    }

    private static Map<String, Object> values(Map<String, Object> literals) {
        Map<String, Object> values = new TreeMap<>();
        literals.forEach((name, literal) ->
                values.put(name, literal instanceof BigDecimal number ? (Object) number.doubleValue() : literal));
        return values;
    }

    private static Map<String, Object> literals(Cluster cluster) {
        Map<String, Object> literals = new TreeMap<>();
        cluster.centre()
                .forEach((name, value) ->
                        literals.put(name, value instanceof Double number ? new BigDecimal(number.toString()) : value));
        return literals;
    }
}
