package dev.rapport.engagement.json;

import dev.rapport.health.lifetime.Parameter;
import dev.rapport.health.residual.ResidualValues;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the models behind residual values are written. */
final class ResidualShapes {

    static final Shape<ResidualValues> RESIDUAL_VALUES = Output.object("residual-values", fields -> {
        fields.required("model", Shape.text(), values -> values.model().name());
        fields.required(
                "parameters",
                Output.mapOf(Shape.number()),
                values -> estimates(values.model().parameters()));
        fields.required(
                "amountParameters",
                Output.mapOf(Shape.number()),
                values -> estimates(values.amounts().parameters()));
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

    private static Map<String, Double> estimates(List<Parameter> parameters) {
        Map<String, Double> estimates = new LinkedHashMap<>();
        parameters.forEach(parameter -> estimates.put(parameter.name(), parameter.estimate()));
        return estimates;
    }
}
