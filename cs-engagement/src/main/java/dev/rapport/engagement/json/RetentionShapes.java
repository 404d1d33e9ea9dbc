package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.PlanRetention;
import dev.rapport.engagement.plan.PlanRetention.SegmentRetention;
import dev.rapport.health.json.RetentionJson;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Map;

/** How it is written what the book kept. */
final class RetentionShapes {

    private static final Shape<SegmentRetention> SEGMENT = Output.object("segment-retention", fields -> {
        fields.required("segment", Shape.text(), SegmentRetention::segment);
        fields.required("year", RetentionJson.WATERFALL, SegmentRetention::year);
        fields.required("rates", Shape.listOf(RetentionJson.RATES), SegmentRetention::rates);
    });

    private static final Shape<Map.Entry<String, String>> LEFT_OUT = Output.object("left-out-customer", fields -> {
        fields.required("customer", Shape.text(), Map.Entry::getKey);
        fields.required("reason", Shape.text(), Map.Entry::getValue);
    });

    private RetentionShapes() {}

    static void declareRetention(OutputFields<PlanRetention> fields) {
        fields.required("definition", RetentionJson.DEFINITION, PlanRetention::definition);
        fields.required("rates", Shape.listOf(RetentionJson.RATES), PlanRetention::rates);
        fields.optional("atCurrentRates", RetentionJson.RATES, PlanRetention::atCurrentRates);
        fields.required("year", RetentionJson.WATERFALL, PlanRetention::year);
        fields.required("months", Shape.listOf(RetentionJson.WATERFALL), PlanRetention::months);
        fields.required("segments", Shape.listOf(SEGMENT), PlanRetention::segments);
        fields.required("cohorts", RetentionJson.COHORTS, PlanRetention::cohorts);
        fields.required(
                "leftOut",
                Shape.listOf(LEFT_OUT),
                retention -> List.copyOf(retention.leftOut().entrySet()));
    }
}
