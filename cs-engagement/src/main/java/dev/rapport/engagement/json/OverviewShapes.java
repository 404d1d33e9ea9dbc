package dev.rapport.engagement.json;

import dev.rapport.engagement.forecast.ForecastReview;
import dev.rapport.engagement.model.Verdict;
import dev.rapport.engagement.overview.DecisionMonth;
import dev.rapport.engagement.overview.DecisionMonth.Fate;
import dev.rapport.engagement.overview.Kept;
import dev.rapport.engagement.overview.PlanBridge;
import dev.rapport.engagement.overview.PlanOverview;
import dev.rapport.engagement.overview.PlanTrust;
import dev.rapport.engagement.overview.PlanVerdict;
import dev.rapport.engagement.overview.Proposal;
import dev.rapport.engagement.overview.Proposal.AmountRange;
import dev.rapport.engagement.overview.SegmentRow;
import dev.rapport.engagement.overview.SegmentRow.ModelMove;
import dev.rapport.engagement.overview.SegmentRow.Payback;
import dev.rapport.engagement.overview.SegmentRow.Price;
import dev.rapport.health.estimate.Interval;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.segment.Segment;
import java.util.List;

/** How the overview is written: the plan on one screen. */
final class OverviewShapes {

    private static final Shape<Interval> RANGE = Output.object("share-range", fields -> {
        fields.required("low", Shape.number(), Interval::low);
        fields.required("high", Shape.number(), Interval::high);
    });

    private static final Shape<Kept> KEPT = Output.object("share-kept-against-target", fields -> {
        fields.required("share", Shape.number(), Kept::share);
        fields.optional("range", RANGE, Kept::range);
        fields.optionalNumber("target", Kept::target);
        fields.optional("standing", Shape.oneOf(Kept.Standing.class), Kept::standing);
    });

    private static final Shape<PlanVerdict> VERDICT = Output.object("plan-verdict", fields -> {
        fields.required("customers", Shape.integer(), PlanVerdict::customers);
        fields.optional("arr", Shape.money(), PlanVerdict::arr);
        fields.optional("grr", KEPT, PlanVerdict::kept);
        fields.optionalNumber("nrr", PlanVerdict::net);
        fields.required("days", Shape.integer(), PlanVerdict::days);
        fields.optional("decided", Shape.money(), PlanVerdict::decided);
        fields.optional("expectedLoss", Shape.money(), PlanVerdict::expectedLoss);
        fields.optional("saveable", Shape.money(), PlanVerdict::saveable);
    });

    private static final Shape<AmountRange> AMOUNT_RANGE = Output.object("amount-range", fields -> {
        fields.required("low", Shape.money(), AmountRange::low);
        fields.required("high", Shape.money(), AmountRange::high);
    });

    static final Shape<Proposal> PROPOSAL = Output.object("proposal", fields -> {
        fields.required("action", Shape.oneOf(Proposal.Kind.class), Proposal::kind);
        fields.required("subject", Shape.text(), Proposal::subject);
        fields.optional("means", Shape.text(), Proposal::means);
        fields.optional("accountable", Shape.text(), Proposal::accountable);
        fields.required("deadline", Shape.date(), Proposal::deadline);
        fields.required("customers", Shape.listOf(Shape.text()), Proposal::customers);
        fields.required("arr", Shape.money(), Proposal::arr);
        fields.optionalNumber("hours", Proposal::hours);
        fields.optional("cost", Shape.money(), Proposal::cost);
        fields.optional("gain", Shape.money(), Proposal::gain);
        fields.optional("range", AMOUNT_RANGE, Proposal::range);
        fields.required("lossOtherwise", Shape.money(), Proposal::lossOtherwise);
        fields.optional("lossRange", AMOUNT_RANGE, Proposal::lossRange);
        fields.required("perWeek", Shape.number(), Proposal::perWeek);
    });

    private static final Shape<Payback> PAYBACK = Output.object("payback", fields -> {
        fields.required("verdict", Shape.oneOf(Verdict.class), Payback::verdict);
        fields.optionalNumber("marginShareAtLow", Payback::low);
        fields.optionalNumber("marginShareAtHigh", Payback::high);
    });

    static final Shape<ModelMove> MOVE = Output.object("model-move", fields -> {
        fields.required("what", Shape.oneOf(ModelMove.Kind.class), ModelMove::kind);
        fields.optional("model", Shape.text(), ModelMove::model);
        fields.optionalPart(ModelMove::price, OverviewShapes::declarePrice);
    });

    private static void declarePrice(OutputFields<Price> fields) {
        fields.required("extraCost", Shape.money(), Price::extraCost);
        fields.optionalNumber("retentionPoints", Price::points);
    }

    private static final Shape<SegmentRow> SEGMENT = Output.object("overview-segment", fields -> {
        fields.required(
                "segment", Shape.text(), row -> row.segment().map(Segment::id).orElse("none"));
        declareRow(fields);
        fields.optional("pays", PAYBACK, SegmentRow::payback);
        fields.optional("move", MOVE, SegmentRow::move);
    });

    private static final Shape<SegmentRow> WHOLE = Output.object("overview-whole", OverviewShapes::declareRow);

    private static void declareRow(OutputFields<SegmentRow> fields) {
        fields.required("customers", Shape.integer(), SegmentRow::customers);
        fields.required("arr", Shape.money(), SegmentRow::arr);
        fields.optional("grr", KEPT, SegmentRow::kept);
        fields.optional("costToServe", Shape.money(), SegmentRow::costToServe);
        fields.optionalNumber("costShare", SegmentRow::costShare);
        fields.optional("margin", Shape.money(), SegmentRow::margin);
    }

    private static final Shape<DecisionMonth> MONTH = Output.object("decision-month", fields -> {
        fields.required("month", Shape.text(), month -> month.month().toString());
        fields.required("arr", Shape.money(), DecisionMonth::arr);
        fields.required("safe", Shape.money(), month -> month.arr(Fate.SAFE));
        fields.required("atRisk", Shape.money(), month -> month.arr(Fate.AT_RISK));
        fields.required("tooLate", Shape.money(), month -> month.arr(Fate.TOO_LATE));
        fields.required("notKnown", Shape.money(), month -> month.arr(Fate.NOT_KNOWN));
    });

    private static final Shape<PlanBridge> BRIDGE = Output.object("overview-bridge", fields -> {
        fields.required("since", Shape.date(), bridge -> bridge.bridge().from());
        fields.required("opening", Shape.money(), bridge -> bridge.bridge().opening());
        fields.required("steps", Shape.listOf(ForecastShapes.STEP), PlanBridge::steps);
        fields.required("closing", Shape.money(), bridge -> bridge.bridge().closing());
        fields.optional(
                "forecastClosing", Shape.money(), bridge -> bridge.review().map(ForecastReview::expectedClosing));
        fields.optional("worstClosing", Shape.money(), bridge -> bridge.review().map(ForecastReview::worstClosing));
        fields.optional("bestClosing", Shape.money(), bridge -> bridge.review().map(ForecastReview::bestClosing));
    });

    private static final Shape<PlanTrust> TRUST = Output.object("trust", fields -> {
        fields.required("customersWithoutHealth", Shape.integer(), PlanTrust::customersWithoutHealth);
        fields.optionalNumber("shareOfArrWithoutHealth", PlanTrust::shareWithoutHealth);
        fields.required("customersWithoutArr", Shape.integer(), PlanTrust::customersWithoutArr);
        fields.required("rowsRejected", Shape.longInteger(), PlanTrust::rowsRejected);
        fields.optionalInteger("customersWithoutOwner", PlanTrust::customersWithoutOwner);
    });

    static final Shape<PlanOverview> OVERVIEW = Output.object("overview", fields -> {
        fields.required("verdict", VERDICT, PlanOverview::verdict);
        fields.required("decisions", Shape.listOf(PROPOSAL), PlanOverview::decisions);
        fields.required("criterion", Shape.text(), overview -> Proposal.CRITERION);
        fields.required("compared", Shape.integer(), PlanOverview::compared);
        fields.required("segments", Shape.listOf(SEGMENT), PlanOverview::segments);
        fields.required("whole", WHOLE, PlanOverview::whole);
        fields.required(
                "months", PlanJson.section("months-section", OverviewShapes::declareMonths), PlanOverview::months);
        fields.optional("bridge", BRIDGE, PlanOverview::bridge);
        fields.required("trust", TRUST, PlanOverview::trust);
    });

    private OverviewShapes() {}

    private static void declareMonths(OutputFields<List<DecisionMonth>> fields) {
        fields.required("months", Shape.listOf(MONTH), months -> months);
    }
}
