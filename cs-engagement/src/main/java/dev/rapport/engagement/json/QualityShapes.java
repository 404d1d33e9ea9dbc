package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.JudgedSegmentation;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.quality.Effectiveness;
import dev.rapport.segmentation.quality.Estimate;
import dev.rapport.segmentation.quality.Finding;
import dev.rapport.segmentation.quality.OutcomeOfSegment;
import dev.rapport.segmentation.quality.SegmentSize;
import dev.rapport.segmentation.quality.Separation;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How segmentations of a plan are written, and whether they are worth having. */
final class QualityShapes {

    /** A segmentation with who is held in it and how good it is. */
    record Judged(Segmentation segmentation, Map<String, String> held, JudgedSegmentation quality) {}

    private record Held(String customer, String reason) {}

    private static final Shape<SegmentSize> SIZE = Output.object("segment-size", fields -> {
        fields.required("segment", Shape.text(), size -> size.segment().id());
        fields.required("name", Shape.text(), size -> size.segment().name());
        fields.required("customers", Shape.integer(), SegmentSize::customers);
        fields.required("arr", Shape.money(), SegmentSize::revenue);
    });

    private static final Shape<OutcomeOfSegment> OUTCOME = Output.object("outcome-of-segment", fields -> {
        fields.required("segment", Shape.text(), outcome -> outcome.segment().id());
        fields.required("customers", Shape.integer(), OutcomeOfSegment::customers);
        fields.optionalNumber("mean", outcome -> finite(outcome.outcome().map(Estimate::mean)));
        fields.optionalNumber("low", outcome -> finite(outcome.outcome().map(Estimate::low)));
        fields.optionalNumber("high", outcome -> finite(outcome.outcome().map(Estimate::high)));
    });

    private static final Shape<Separation> SEPARATION = Output.object("separation", fields -> {
        fields.required("outcome", Shape.text(), Separation::name);
        fields.required("explained", Shape.number(), Separation::explained);
        fields.required("explainedBeyondChance", Shape.number(), Separation::explainedBeyondChance);
        fields.required("bySegment", Shape.listOf(OUTCOME), Separation::bySegment);
    });

    private static final Shape<Effectiveness> EFFECTIVENESS = Output.object("effectiveness", fields -> {
        fields.required("segment", Shape.text(), one -> one.segment().id());
        fields.required("value", Shape.number(), Effectiveness::value);
        fields.required("criterion", Shape.text(), Effectiveness::criterion);
    });

    private static final Shape<Finding> FINDING = Output.object("segmentation-finding", fields -> {
        fields.required("code", Shape.text(), Finding::code);
        fields.required("text", Shape.text(), Finding::text);
    });

    private static final Shape<JudgedSegmentation> QUALITY =
            Output.object("segmentation-quality", QualityShapes::declareQuality);

    private static final Shape<Held> HELD = Output.object("held-customer", fields -> {
        fields.required("customer", Shape.text(), Held::customer);
        fields.required("reason", Shape.text(), Held::reason);
    });

    static final Shape<Judged> SEGMENTATION = Output.object("segmentation", fields -> {
        SegmentShapes.declareSegmentation(fields, Judged::segmentation);
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
        fields.required("findings", Shape.listOf(FINDING), JudgedSegmentation::findings);
        fields.required(
                "exclusive",
                Shape.bool(),
                quality -> quality.today().segmentation().isExclusive());
        fields.required(
                "exhaustive",
                Shape.bool(),
                quality -> quality.today().segmentation().isExhaustive());
        fields.required("sizes", Shape.listOf(SIZE), quality -> quality.today().sizes());
        fields.required(
                "withoutRevenue", Shape.integer(), quality -> quality.today().withoutRevenue());
        fields.required(
                "giniOfCustomers", Shape.number(), quality -> quality.today().giniOfCustomers());
        fields.required(
                "giniOfSegments", Shape.number(), quality -> quality.today().giniOfSegments());
        fields.required(
                "herfindahlOfSegments",
                Shape.number(),
                quality -> quality.today().herfindahlOfSegments());
        fields.required(
                "separations",
                Shape.listOf(SEPARATION),
                quality -> quality.yearAgo().map(then -> then.separations()).orElse(List.of()));
        fields.required(
                "mostEffectiveFirst",
                Shape.listOf(EFFECTIVENESS),
                quality -> quality.yearAgo().orElse(quality.today()).mostEffectiveFirst());
    }

    private static OptionalDouble finite(Optional<Double> number) {
        return number.filter(Double::isFinite).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
