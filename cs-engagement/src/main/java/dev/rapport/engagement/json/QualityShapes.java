package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.JudgedSegmentation;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.json.SegmentationQualityJson;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How segmentations of a plan are written, and whether they are worth having. */
final class QualityShapes {

    /** A segmentation with who is held in it and how good it is. */
    record Judged(Segmentation segmentation, Map<String, String> held, JudgedSegmentation quality) {}

    private record Held(String customer, String reason) {}

    private static final Shape<JudgedSegmentation> QUALITY =
            Output.object("segmentation-quality", QualityShapes::declareQuality);

    private static final Shape<Held> HELD = Output.object("held-customer", fields -> {
        fields.required("customer", Shape.text(), Held::customer);
        fields.required("reason", Shape.text(), Held::reason);
    });

    static final Shape<Judged> SEGMENTATION = Output.object("segmentation", fields -> {
        SegmentationQualityJson.declareSegments(fields, Judged::segmentation);
        fields.required("held", Shape.listOf(HELD), QualityShapes::held);
        fields.required("quality", QUALITY, Judged::quality);
    });

    private QualityShapes() {}

    static Judged headline(Plan plan) {
        return new Judged(plan.segmentation(), plan.membership().held(), plan.quality());
    }

    static Map<String, Judged> further(Plan plan) {
        Map<String, Judged> further = new LinkedHashMap<>();
        plan.furtherQualities()
                .forEach((id, quality) ->
                        further.put(id, new Judged(quality.today().segmentation(), Map.of(), quality)));
        return further;
    }

    private static List<Held> held(Judged judged) {
        List<Held> held = new ArrayList<>();
        judged.held().forEach((customer, reason) -> held.add(new Held(customer, reason)));
        return held;
    }

    private static void declareQuality(OutputFields<JudgedSegmentation> fields) {
        fields.required("verdict", Shape.text(), JudgedSegmentation::verdict);
        fields.required("findings", Shape.listOf(SegmentationQualityJson.finding()), JudgedSegmentation::findings);
        SegmentationQualityJson.declareToday(fields, JudgedSegmentation::today);
        SegmentationQualityJson.declareOutcomes(fields, JudgedSegmentation::yearAgo, JudgedSegmentation::today);
    }
}
