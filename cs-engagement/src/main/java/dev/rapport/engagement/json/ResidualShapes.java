package dev.rapport.engagement.json;

import dev.rapport.health.residual.ResidualValues;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;
import java.util.Map;
import java.util.TreeMap;

/** How the models behind residual values are written. */
final class ResidualShapes {

    static final Shape<ResidualValues> RESIDUAL_VALUES = Output.object("residual-values", fields -> {
        fields.required("model", Shape.text(), values -> values.model().name());
        fields.required(
                "parameters",
                Output.mapOf(Shape.number()),
                values -> LifetimeShapes.estimates(values.model().parameters()));
        fields.required(
                "amountParameters",
                Output.mapOf(Shape.number()),
                values -> LifetimeShapes.estimates(values.amounts().parameters()));
        fields.required(
                "horizonDays",
                Shape.integer(),
                values -> values.policy().outlook().days());
        fields.required(
                "yearlyDiscountRate",
                Shape.number(),
                values -> values.policy().outlook().yearlyRate());
        fields.required("customers", Shape.integer(), values -> values.values().size());
        fields.required("withoutValueByReason", Output.mapOf(Shape.integer()), ResidualShapes::unvalued);
    });

    private ResidualShapes() {}

    private static Map<String, Integer> unvalued(ResidualValues values) {
        Map<String, Integer> counts = new TreeMap<>();
        values.unvalued().values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
        return counts;
    }
}
