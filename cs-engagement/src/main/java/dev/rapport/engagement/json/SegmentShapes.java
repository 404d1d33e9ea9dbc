package dev.rapport.engagement.json;

import dev.rapport.engagement.model.BreakEven;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.Verdict;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.segment.Overlap;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How segments are written: who is in them, how they are, what they cost and earn. */
final class SegmentShapes {

    private static final Shape<List<String>> TEXTS = Shape.listOf(Shape.text());

    private static final Shape<BreakEven> BREAK_EVEN = Output.object("break-even", fields -> {
        fields.required("overModel", Shape.text(), BreakEven::cheaperModel);
        fields.required("extraCost", Shape.decimal(), BreakEven::extraCost);
        fields.optional("retentionPoints", Shape.decimal(), BreakEven::points);
    });

    static final Shape<SegmentLine> SEGMENT = Output.object("segment", fields -> {
        fields.required(
                "id", Shape.text(), line -> line.segment().map(Segment::id).orElse("none"));
        fields.required(
                "name", Shape.text(), line -> line.segment().map(Segment::name).orElse("In no segment"));
        fields.required("customers", Shape.integer(), line -> line.customers().size());
        fields.required("arr", Shape.money(), SegmentLine::arr);
        fields.required("customersByBand", Output.mapOf(Shape.integer()), SegmentLine::customersByBand);
        fields.required("arrByBand", Output.mapOf(Shape.money()), SegmentLine::arrByBand);
        fields.required("completeness", Shape.number(), SegmentLine::completeness);
        fields.required("freshness", Shape.number(), SegmentLine::freshness);
        fields.optional("expectedLoss", Shape.money(), SegmentLine::expectedLoss);
        fields.optionalPart(SegmentLine::economics, SegmentShapes::declareEconomics);
    });

    private static final Shape<Overlap> OVERLAP = Output.object("overlap", fields -> {
        fields.required("first", Shape.text(), overlap -> overlap.first().id());
        fields.required("second", Shape.text(), overlap -> overlap.second().id());
        fields.required("customers", Shape.integer(), Overlap::customers);
    });

    private SegmentShapes() {}

    static <T> void declareSegmentation(OutputFields<T> fields, Function<T, Segmentation> get) {
        fields.required("sizes", Output.mapOf(Shape.integer()), get.andThen(SegmentShapes::sizes));
        fields.required("overlaps", Shape.listOf(OVERLAP), get.andThen(Segmentation::overlaps));
        fields.required("gaps", TEXTS, get.andThen(Segmentation::gaps));
        fields.required("undecided", TEXTS, get.andThen(Segmentation::undecided));
        fields.required("failed", TEXTS, get.andThen(Segmentation::failed));
    }

    private static Map<String, Integer> sizes(Segmentation segmentation) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        segmentation.sizes().forEach((segment, customers) -> sizes.put(segment.id(), customers));
        return sizes;
    }

    private static void declareEconomics(OutputFields<SegmentEconomics> fields) {
        fields.required("model", Shape.text(), SegmentEconomics::model);
        fields.required("hoursPerYear", Shape.decimal(), SegmentEconomics::hoursPerYear);
        fields.optional("costToServe", Shape.money(), SegmentEconomics::costToServe);
        fields.optionalNumber("costShare", SegmentEconomics::costShare);
        fields.optional("margin", Shape.money(), SegmentEconomics::margin);
        fields.optionalNumber("marginShare", SegmentEconomics::marginShare);
        fields.optional("breakEven", BREAK_EVEN, SegmentEconomics::breakEven);
        fields.required("verdict", Shape.oneOf(Verdict.class), SegmentEconomics::verdict);
        fields.required("verdictReason", Shape.text(), SegmentEconomics::verdictReason);
        fields.required("notes", TEXTS, SegmentEconomics::notes);
    }

    static void declareWhole(OutputFields<Economics> fields) {
        fields.required("customers", Shape.integer(), Economics::customers);
        fields.optional("arr", Shape.money(), Economics::arr);
        fields.required("hoursPerYear", Shape.decimal(), Economics::hoursPerYear);
        fields.optional("costToServe", Shape.money(), Economics::costToServe);
        fields.optional("grossProfit", Shape.money(), Economics::grossProfit);
        fields.optional("margin", Shape.money(), Economics::margin);
        fields.required("hoursByRole", Output.mapOf(Shape.decimal()), Economics::capacityByRole);
        fields.required("withoutModel", TEXTS, Economics::withoutModel);
    }
}
