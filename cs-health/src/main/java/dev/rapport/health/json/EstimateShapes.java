package dev.rapport.health.json;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.Estimate.Known;
import dev.rapport.health.estimate.IntervalMethod;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How numbers with their intervals are written. */
final class EstimateShapes {

    static final Shape<Estimate> ESTIMATE = Output.object("estimate", fields -> {
        fields.optionalPart(Estimate::known, EstimateShapes::declareKnown);
        fields.optional("notEnoughData", Shape.text(), Estimate::whyNot);
        fields.required(
                "observations",
                Shape.longInteger(),
                estimate -> estimate.basis().observations());
        fields.required(
                "clusters", Shape.longInteger(), estimate -> estimate.basis().clusters());
        fields.optional(
                "effective",
                Shape.number(),
                estimate -> estimate.known().map(known -> known.basis().effective()));
    });

    private EstimateShapes() {}

    private static void declareKnown(OutputFields<Known> fields) {
        fields.required("value", Shape.number(), Known::value);
        fields.required("low", Shape.number(), known -> known.interval().low());
        fields.required("high", Shape.number(), known -> known.interval().high());
        fields.required(
                "level", Shape.number(), known -> known.interval().confidence().level());
        fields.required(
                "method",
                Shape.oneOf(IntervalMethod.class),
                known -> known.interval().confidence().method());
    }
}
