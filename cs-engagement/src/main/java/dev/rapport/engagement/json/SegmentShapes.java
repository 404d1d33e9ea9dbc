package dev.rapport.engagement.json;

import dev.rapport.engagement.model.BreakEven;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.Verdict;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.segment.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

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

    private SegmentShapes() {}

    private static void declareEconomics(OutputFields<SegmentEconomics> fields) {
        fields.required("model", Shape.text(), SegmentEconomics::model);
        fields.required("hoursPerYear", Shape.decimal(), SegmentEconomics::hoursPerYear);
        fields.optional("costToServe", Shape.money(), SegmentEconomics::costToServe);
        fields.optional("costByKind", Output.mapOf(Shape.money()), SegmentShapes::costByKind);
        fields.optionalNumber("costShare", SegmentEconomics::costShare);
        fields.optional("margin", Shape.money(), SegmentEconomics::margin);
        fields.optionalNumber("marginShare", SegmentEconomics::marginShare);
        fields.optional("breakEven", BREAK_EVEN, SegmentEconomics::breakEven);
        fields.required("verdict", Shape.oneOf(Verdict.class), SegmentEconomics::verdict);
        fields.required("verdictReason", Shape.text(), SegmentEconomics::verdictReason);
        fields.required("notes", TEXTS, SegmentEconomics::notes);
    }

    private static Optional<Map<String, Money>> costByKind(SegmentEconomics economics) {
        Map<String, Money> costs = new LinkedHashMap<>();
        economics.costByKind().forEach((kind, cost) -> costs.put(CapacityShapes.code(kind), cost));
        return Optional.of(costs).filter(known -> !known.isEmpty());
    }

    static void declareWhole(OutputFields<Economics> fields) {
        fields.required("customers", Shape.integer(), Economics::customers);
        fields.optional("arr", Shape.money(), Economics::arr);
        fields.required("hoursPerYear", Shape.decimal(), Economics::hoursPerYear);
        fields.optional("costToServe", Shape.money(), Economics::costToServe);
        fields.optional("grossProfit", Shape.money(), Economics::grossProfit);
        fields.optional("margin", Shape.money(), Economics::margin);
        fields.required("hoursByRole", Output.mapOf(Shape.decimal()), Economics::hoursByRole);
        fields.required("capacityByRole", Output.mapOf(Shape.decimal()), Economics::capacityByRole);
        fields.required("withoutModel", TEXTS, Economics::withoutModel);
    }
}
