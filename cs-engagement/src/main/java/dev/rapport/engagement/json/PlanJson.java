package dev.rapport.engagement.json;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.overview.PlanOverview;
import dev.rapport.engagement.plan.DepartmentDigest;
import dev.rapport.engagement.plan.MarginOutlook;
import dev.rapport.engagement.plan.ModelProposal;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.PlanCapacity;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.engagement.plan.Section;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.json.MovementJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a plan is written: the document {@code rapport/plan}. The order of the fields is stable; amounts are texts such as
 * {@code EUR 1200.00}; a field without a value is left out; a section whose data is not fed is an object with {@code
 * missing} alone, a section that is incomplete has it beside its content. Personal data is withheld: neither its values
 * nor how many points it gives or takes are told.
 *
 * <pre>{@code
 * JsonLayout.PRETTY.write(writer, out -> PlanJson.write(plan, out));
 * }</pre>
 */
public final class PlanJson {

    private static final int VERSION = 1;

    private static final Sensitivity SHOWN = Sensitivity.INTERNAL;

    static final ExplanationText WORDS = ExplanationText.showing(SHOWN);

    private static final Shape<Plan> HEADLINE = Output.object("headline", fields -> {
        fields.required("customers", Shape.integer(), plan -> plan.customers().size());
        fields.required(
                "formerCustomers",
                Shape.integer(),
                plan -> plan.formerCustomers().size());
        fields.required("arr", Shape.money(), Plan::arr);
        fields.optional(
                "expectedLoss",
                Shape.money(),
                plan -> plan.atRisk().value().map(list -> list.expectedLoss(list.changeable())));
        fields.optional(
                "decisionsAhead",
                Shape.integer(),
                plan -> plan.decisions()
                        .value()
                        .map(decisions -> decisions.ahead().size()));
        fields.optional(
                "deadlinesMissed",
                Shape.integer(),
                plan -> plan.decisions()
                        .value()
                        .map(decisions -> decisions.missed().size()));
    });

    private static final Shape<Remark> REMARK = Output.object("remark", fields -> {
        fields.required("code", Shape.text(), Remark::code);
        fields.required("count", Shape.longInteger(), Remark::count);
        fields.required("text", Shape.text(), Remark::text);
    });

    private static final Shape<Plan> DATA = Output.object("data", fields -> {
        fields.required("remarks", Shape.listOf(REMARK), Plan::remarks);
        fields.required("failures", Shape.listOf(REMARK), Plan::failures);
        fields.required(
                "customersWithoutHealth",
                Shape.longInteger(),
                plan -> plan.segments().stream()
                        .mapToLong(SegmentLine::customersWithoutHealth)
                        .sum());
        fields.required(
                "customersWithoutArr",
                Shape.longInteger(),
                plan -> plan.segments().stream()
                        .mapToLong(SegmentLine::customersWithoutArr)
                        .sum());
    });

    /** The whole plan. */
    public static final Shape<Plan> PLAN = Output.object("plan", PlanJson::declare);

    private PlanJson() {}

    /**
     * Writes a plan.
     *
     * @param plan  the plan
     * @param out  where it is written as one JSON value
     */
    public static void write(Plan plan, JsonOut out) {
        PLAN.write(plan, out);
    }

    private static void declare(OutputFields<Plan> fields) {
        fields.format("plan", VERSION);
        fields.required("date", Shape.date(), Plan::date);
        fields.required("asOf", Cut.SHAPE, plan -> new Cut(plan.asOf(), plan.zone()));
        fields.required("currency", Shape.text(), plan -> plan.currency().getCode());
        fields.required("horizonDays", Shape.integer(), Plan::horizonDays);
        fields.required("policies", Output.mapOf(HealthShapes.POLICY), Plan::policies);
        fields.required("overview", OverviewShapes.OVERVIEW, PlanOverview::of);
        fields.required("headline", HEADLINE, plan -> plan);
        fields.required("segments", Shape.listOf(SegmentShapes.SEGMENT), Plan::segments);
        fields.required("segmentation", QualityShapes.SEGMENTATION, QualityShapes::headline);
        fields.required("furtherSegmentations", Output.mapOf(QualityShapes.SEGMENTATION), QualityShapes::further);
        fields.required("families", section("families-section", FamilyShapes::declareFamilies), Plan::families);
        fields.required("atRisk", section("at-risk-section", RiskShapes::declareList), RiskShapes::section);
        fields.optional("churnGate", ChurnGateShapes.GATE, Plan::churnGate);
        fields.optional("residualValues", ResidualShapes.RESIDUAL_VALUES, Plan::residualValues);
        fields.required("alerts", section("alerts-section", AlertShapes::declareReport), Plan::alerts);
        fields.required(
                "overrides", section("overrides-section", OverrideShapes::declareReport), OverrideShapes::section);
        fields.required("decisions", section("decisions-section", OccurrenceJson::declareDecisions), Plan::decisions);
        fields.required("forecast", section("forecast-section", ForecastShapes::declareForecast), Plan::forecast);
        fields.required("callList", section("call-list-section", CallShapes::declareList), Plan::callList);
        fields.required("expansions", section("expansions-section", ExpansionShapes::declareReport), Plan::expansions);
        fields.required("milestones", section("milestones-section", PlanJson::declareFirings), Plan::milestones);
        fields.required("economics", section("economics-section", SegmentShapes::declareWhole), Plan::economics);
        fields.required("outlook", section("outlook-section", OutlookShapes::declareOutlook), MarginOutlook::of);
        fields.required("evaluation", section("evaluation-section", ModelShapes::declareProposal), ModelProposal::of);
        fields.required(
                "experiments", section("experiments-section", ExperimentShapes::declareResults), Plan::experiments);
        fields.required("capacity", section("capacity-section", CapacityShapes::declareCapacity), PlanCapacity::of);
        fields.required("coverage", section("coverage-section", TeamShapes::declareCoverage), Plan::coverage);
        fields.required(
                "assignments", section("assignments-section", TeamShapes::declareAssignments), Plan::assignments);
        fields.required("flex", section("flex-section", FlexShapes::declareFlex), Plan::flex);
        fields.required("sponsors", section("sponsors-section", FlexShapes::declareSponsors), Plan::sponsors);
        fields.required("time", section("time-section", TimeShapes::declareTime), Plan::time);
        fields.required("team", section("team-section", TeamReportShapes::declareTeam), Plan::team);
        fields.required("surveys", section("surveys-section", SurveySectionShapes::declareSurveys), Plan::surveys);
        fields.required("retention", section("retention-section", RetentionShapes::declareRetention), Plan::retention);
        fields.required("losses", section("losses-section", LossSectionShapes::declareLosses), Plan::losses);
        fields.required(
                "escalations", section("escalations-section", EscalationJson::declareReport), Plan::escalations);
        fields.required("lifeCycle", section("life-cycle-section", LifeCycleShapes::declareLifeCycle), Plan::lifeCycle);
        fields.required("scope", section("scope-section", ScopeShapes::declareScope), Plan::scope);
        fields.required("reviews", section("reviews-section", ReviewShapes::declareReviews), Plan::reviews);
        fields.required("voice", section("voice-section", VoiceShapes::declareVoice), Plan::voice);
        fields.required("digests", Shape.listOf(VoiceShapes.DIGEST), DepartmentDigest::of);
        fields.optional("changes", ChangeShapes.CHANGES, Plan::changes);
        fields.optional(
                "segmentMoves",
                Output.mapOf(MovementJson.shape()),
                plan -> Optional.of(plan.segmentMoves()).filter(moves -> !moves.isEmpty()));
        fields.required("customers", Shape.listOf(CustomerShapes.CUSTOMER), Plan::customers);
        fields.required("data", DATA, plan -> plan);
    }

    private static void declareFirings(OutputFields<List<LedgerEntry>> fields) {
        fields.required("fired", Shape.listOf(OccurrenceJson.ALERT), fired -> fired);
    }

    static boolean isShown(AttributeKey<?> key) {
        return key.sensitivity().compareTo(SHOWN) <= 0;
    }

    static boolean isShown(ScoreChange.Part part) {
        return part.sensitivity().compareTo(SHOWN) <= 0;
    }

    static <T> Shape<Section<T>> section(String name, Consumer<OutputFields<T>> content) {
        return Output.object(name, fields -> {
            fields.listUnlessEmpty("missing", Shape.text(), Section::missing);
            fields.optionalPart(Section::value, content);
        });
    }
}
