package dev.rapport.engagement.json;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.CoverageFinding;
import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.coverage.Placement;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.lifecycle.LifeCycleReport;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.plan.ArrBridge;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.PlanChanges;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.engagement.plan.Section;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.json.JsonOut;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.joda.money.Money;

/**
 * Writes a plan. The order of the fields is stable; amounts are texts such as {@code EUR 1200.00}; a field without a value
 * is left out; a section whose data is not fed is an object with {@code missing} alone.
 */
public final class PlanJson {

    private static final int VERSION = 1;
    private static final int REASONS = 3;
    private static final double BASELINE = 100;
    private static final ExplanationText WORDS = ExplanationText.showing(Sensitivity.INTERNAL);

    private final Plan plan;

    private PlanJson(Plan plan) {
        this.plan = plan;
    }

    /**
     * Writes a plan.
     *
     * @param plan  the plan
     * @param out  where it is written as one JSON value
     */
    public static void write(Plan plan, JsonOut out) {
        out.object(new PlanJson(plan)::writeFields);
    }

    private void writeFields(JsonOut out) {
        out.field("format", "rapport/plan");
        out.field("version", (long) VERSION);
        out.field("date", plan.date());
        out.object(
                "asOf",
                asOf -> asOf.field("validAt", plan.asOf().validAt())
                        .field("knownAt", plan.asOf().knownAt())
                        .field("zone", plan.zone().getId()));
        out.field("currency", plan.currency().getCode());
        out.field("horizonDays", (long) plan.horizonDays());
        out.object(
                "policies",
                policies -> plan.policies()
                        .forEach((kind, policy) -> policies.object(
                                kind, fields -> fields.field("id", policy.id()).field("revision", policy.revision()))));
        out.object("headline", this::writeHeadline);
        out.array("segments", segments -> plan.segments().forEach(line -> writeSegment(line, segments)));
        out.object("segmentation", fields -> writeSegmentation(plan.segmentation(), fields));
        out.object(
                "furtherSegmentations",
                all -> plan.furtherSegmentations()
                        .forEach((id, segmentation) ->
                                all.object(id, fields -> writeSegmentation(segmentation, fields))));
        section("atRisk", plan.atRisk(), PlanJson::writeAtRisk, out);
        section("decisions", plan.decisions(), PlanJson::writeDecisions, out);
        section(
                "milestones",
                plan.milestones(),
                (fired, fields) ->
                        fields.array("fired", list -> fired.forEach(firing -> OccurrenceJson.write(firing, list))),
                out);
        section("economics", plan.economics(), PlanJson::writeEconomics, out);
        section("coverage", plan.coverage(), PlanJson::writeCoverage, out);
        section(
                "assignments",
                plan.assignments(),
                (byRole, fields) -> byRole.forEach(
                        (role, assignment) -> fields.object(role, one -> writeAssignment(assignment, one))),
                out);
        section("escalations", plan.escalations(), PlanJson::writeEscalations, out);
        section("lifeCycle", plan.lifeCycle(), PlanJson::writeLifeCycle, out);
        plan.changes().ifPresent(changes -> out.object("changes", fields -> writeChanges(changes, fields)));
        out.array("customers", customers -> plan.customers().forEach(line -> writeCustomer(line, customers)));
        out.object("data", this::writeData);
    }

    private void writeHeadline(JsonOut out) {
        out.field("customers", (long) plan.customers().size());
        out.field("formerCustomers", (long) plan.formerCustomers().size());
        money("arr", plan.arr(), out);
        plan.atRisk().value().ifPresent(list -> money("expectedLoss", list.expectedLoss(list.changeable()), out));
        plan.decisions().value().ifPresent(decisions -> {
            out.field("decisionsAhead", (long) decisions.ahead().size());
            out.field("deadlinesMissed", (long) decisions.missed().size());
        });
    }

    private static void writeSegment(SegmentLine line, JsonOut out) {
        out.object(fields -> {
            fields.field("id", line.segment().map(Segment::id).orElse("none"));
            fields.field("name", line.segment().map(Segment::name).orElse("In no segment"));
            fields.field("customers", (long) line.customers().size());
            money("arr", line.arr(), fields);
            fields.object(
                    "customersByBand",
                    bands -> line.customersByBand().forEach((band, customers) -> bands.field(band, (long) customers)));
            fields.object("arrByBand", bands -> line.arrByBand().forEach((band, arr) -> money(band, arr, bands)));
            fields.field("completeness", line.completeness());
            line.expectedLoss().ifPresent(loss -> money("expectedLoss", loss, fields));
            line.economics().ifPresent(economics -> writeEconomics(economics, fields));
        });
    }

    private static void writeEconomics(SegmentEconomics economics, JsonOut out) {
        out.field("model", economics.model());
        out.field("hoursPerYear", economics.hoursPerYear());
        economics.costToServe().ifPresent(cost -> money("costToServe", cost, out));
        economics.costShare().ifPresent(share -> out.field("costShare", share));
        economics.margin().ifPresent(margin -> money("margin", margin, out));
        economics.marginShare().ifPresent(share -> out.field("marginShare", share));
        economics
                .breakEven()
                .ifPresent(breakEven -> out.object("breakEven", fields -> {
                    fields.field("overModel", breakEven.cheaperModel());
                    fields.field("extraCost", breakEven.extraCost());
                    breakEven.points().ifPresent(points -> fields.field("retentionPoints", points));
                }));
        out.field("verdict", word(economics.verdict()));
        out.field("verdictReason", economics.verdictReason());
        out.array("notes", notes -> economics.notes().forEach(notes::value));
    }

    private static void writeSegmentation(Segmentation segmentation, JsonOut out) {
        out.object(
                "sizes",
                sizes -> segmentation
                        .sizes()
                        .forEach((segment, customers) -> sizes.field(segment.id(), (long) customers)));
        out.array(
                "overlaps",
                overlaps -> segmentation
                        .overlaps()
                        .forEach(overlap -> overlaps.object(
                                fields -> fields.field("first", overlap.first().id())
                                        .field("second", overlap.second().id())
                                        .field("customers", (long) overlap.customers()))));
        out.array("gaps", gaps -> segmentation.gaps().forEach(gaps::value));
        out.array("undecided", ids -> segmentation.undecided().forEach(ids::value));
        out.array("failed", ids -> segmentation.failed().forEach(ids::value));
    }

    private static void writeAtRisk(AtRiskList list, JsonOut out) {
        money("expectedLoss", list.expectedLoss(list.changeable()), out);
        out.array("lines", lines -> writeRisks(list.lines(), lines));
        out.array("tooLate", lines -> writeRisks(list.tooLate(), lines));
        out.array("lockedIn", lines -> writeRisks(list.lockedIn(), lines));
        out.array(
                "unranked",
                lines -> list.unranked()
                        .forEach(line -> lines.object(fields -> fields.field("customer", line.customerId())
                                .array("reasons", reasons -> line.reasons().forEach(reasons::value)))));
    }

    private static void writeRisks(List<AtRisk> risks, JsonOut out) {
        for (AtRisk risk : risks) {
            out.object(fields -> {
                fields.field("customer", risk.customerId());
                fields.field("probability", risk.probability());
                money("arr", risk.atStake(), fields);
                money("expectedLoss", risk.expectedLoss(), fields);
                risk.decisionDate().ifPresent(date -> fields.field("decisionDate", date));
                risk.daysToDecision().ifPresent(days -> fields.field("daysToDecision", days));
                risk.daysToLastSafeDay().ifPresent(days -> fields.field("daysToLastSafeDay", days));
                fields.array(
                        "because",
                        because -> risk.reasons()
                                .probability()
                                .find(leaf -> leaf.parts().isEmpty()
                                        && leaf.evidence().isPresent())
                                .forEach(leaf -> because.value(WORDS.line(leaf))));
            });
        }
    }

    private static void writeDecisions(DecisionsAhead decisions, JsonOut out) {
        out.array("ahead", list -> decisions.ahead().forEach(decision -> OccurrenceJson.write(decision, list)));
        out.array("missed", list -> decisions.missed().forEach(decision -> OccurrenceJson.write(decision, list)));
        out.array(
                "renewingSilently",
                list -> decisions.renewingSilently().forEach(decision -> OccurrenceJson.write(decision, list)));
        out.array("leaving", list -> decisions.leaving().forEach(decision -> OccurrenceJson.write(decision, list)));
    }

    private static void writeEconomics(Economics economics, JsonOut out) {
        out.field("customers", (long) economics.customers());
        economics.arr().ifPresent(arr -> money("arr", arr, out));
        out.field("hoursPerYear", economics.hoursPerYear());
        economics.costToServe().ifPresent(cost -> money("costToServe", cost, out));
        economics.grossProfit().ifPresent(profit -> money("grossProfit", profit, out));
        economics.margin().ifPresent(margin -> money("margin", margin, out));
        out.object(
                "hoursByRole", roles -> economics.capacityByRole().forEach((role, hours) -> roles.field(role, hours)));
        out.array("withoutModel", ids -> economics.withoutModel().forEach(ids::value));
    }

    private static void writeCoverage(Coverage coverage, JsonOut out) {
        out.array("findings", findings -> coverage.findings().forEach(finding -> writeFinding(finding, findings)));
        out.array("loads", loads -> coverage.loads().forEach(load -> writeLoad(load, loads)));
        out.object(
                "hoursNobodyIsNamedFor",
                roles -> new java.util.TreeMap<>(coverage.unassigned())
                        .forEach((role, hours) -> roles.field(role, hours)));
        out.array("notJudged", ids -> coverage.notJudged().forEach(ids::value));
    }

    private static void writeFinding(CoverageFinding finding, JsonOut out) {
        out.object(fields -> {
            fields.field("kind", word(finding.kind()));
            fields.field("customer", finding.customerId());
            fields.field("role", finding.role());
            fields.array("owners", owners -> finding.owners().forEach(owners::value));
            finding.since().ifPresent(since -> fields.field("since", since));
            finding.until().ifPresent(until -> fields.field("until", until));
            fields.field("message", finding.message());
        });
    }

    private static void writeLoad(MemberLoad load, JsonOut out) {
        out.object(fields -> {
            fields.field("member", load.memberId());
            fields.field("hoursNeeded", load.needed());
            fields.field("hoursAvailable", load.available());
            load.share().ifPresent(share -> fields.field("load", share));
            fields.field("overloaded", load.isOverloaded());
        });
    }

    private static void writeAssignment(Assignment assignment, JsonOut out) {
        out.array("placements", placements -> {
            for (Placement placement : assignment.placements()) {
                placements.object(fields -> {
                    fields.field("customer", placement.customerId());
                    fields.field("member", placement.memberId());
                    fields.field("why", placement.why());
                    placement
                            .nextBest()
                            .ifPresent(next -> fields.object(
                                    "nextBest",
                                    other -> other.field("member", next.memberId())
                                            .field("why", next.reason())));
                });
            }
        });
        out.array(
                "unplaced",
                list -> assignment
                        .unplaced()
                        .forEach(unplaced -> list.object(fields ->
                                fields.field("customer", unplaced.customerId()).field("reason", unplaced.reason()))));
    }

    private static void writeEscalations(EscalationReport report, JsonOut out) {
        out.array("escalations", list -> report.escalations().forEach(one -> EscalationJson.write(one, list)));
        out.array("recurrences", list -> report.recurrences().forEach(one -> EscalationJson.write(one, list)));
        out.array("unknownCauses", list -> report.unknownCauses().forEach(one -> EscalationJson.write(one, list)));
    }

    private static void writeLifeCycle(LifeCycleReport report, JsonOut out) {
        out.object(
                "customersByStage",
                stages -> report.countByStage().forEach((stage, customers) -> stages.field(stage, (long) customers)));
        out.array("stuck", list -> report.stuck().forEach(standing -> LifeCycleJson.write(standing, list)));
        out.array("findings", list -> report.findings().forEach(finding -> LifeCycleJson.write(finding, list)));
        out.array("withoutStage", ids -> report.withoutStage().forEach(ids::value));
    }

    private static void writeChanges(PlanChanges changes, JsonOut out) {
        ArrBridge bridge = changes.bridge();
        out.field("since", bridge.from());
        out.object("arrBridge", fields -> {
            money("start", bridge.start(), fields);
            money("currency", bridge.currency(), fields);
            for (ArrBridge.Kind kind : ArrBridge.Kind.values()) {
                money(word(kind), bridge.total(kind), fields);
            }
            money("end", bridge.end(), fields);
            fields.array(
                    "movements",
                    list -> bridge.movements()
                            .forEach(movement -> list.object(one -> {
                                one.field("customer", movement.customerId());
                                one.field("kind", word(movement.kind()));
                                money("amount", movement.amount(), one);
                            })));
        });
        out.array(
                "bandMoves",
                list -> changes.bands()
                        .forEach((move, customers) -> list.object(fields -> fields.field("from", move.from())
                                .field("to", move.to())
                                .field("customers", (long) customers))));
        out.array(
                "movers",
                list -> changes.movers()
                        .forEach(mover -> list.object(fields -> {
                            fields.field("customer", mover.customerId());
                            writeChange(mover.change(), fields);
                        })));
    }

    /**
     * Writes why a score moved.
     *
     * @param change  the change
     * @param out  an object that is being written, which receives the fields
     */
    public static void writeChange(ScoreChange change, JsonOut out) {
        change.before().value().ifPresent(value -> out.field("from", value));
        change.after().value().ifPresent(value -> out.field("to", value));
        out.array(
                "parts",
                list -> change.parts()
                        .forEach(part -> list.object(fields -> {
                            fields.field("points", part.points());
                            fields.array(
                                    "steps",
                                    steps -> part.steps()
                                            .forEach(step -> steps.object(one -> {
                                                one.field("kind", word(step.kind()));
                                                step.attribute()
                                                        .ifPresent(
                                                                attribute -> one.field("attribute", attribute.name()));
                                                one.array(
                                                        "measures",
                                                        codes -> step.codes().forEach(codes::value));
                                            })));
                        })));
    }

    private void writeCustomer(CustomerLine line, JsonOut out) {
        out.object(fields -> {
            fields.field("id", line.customerId());
            line.name().ifPresent(name -> fields.field("name", name));
            line.segment().ifPresent(segment -> fields.field("segment", segment));
            fields.object("furtherSegments", further -> line.furtherSegments().forEach(further::field));
            line.arr().ifPresent(arr -> money("arr", arr, fields));
            fields.field("band", line.health().band());
            line.health().score().ifPresent(score -> fields.field("score", score));
            fields.field("completeness", line.health().completeness());
            line.health().bandBefore().ifPresent(band -> fields.field("bandBefore", band));
            line.churnRisk().ifPresent(risk -> fields.field("churnRisk", risk));
            line.nextDecision().ifPresent(date -> fields.field("nextDecision", date));
            fields.array("owners", owners -> line.owners().forEach(owners::value));
            fields.array(
                    "reasons",
                    reasons -> line.health().reasons().contributions(BASELINE).stream()
                            .filter(contribution -> contribution.points() < 0)
                            .limit(REASONS)
                            .forEach(contribution -> reasons.object(reason -> reason.field(
                                            "measure", contribution.leaf().code())
                                    .field("points", contribution.points())
                                    .field("because", WORDS.line(contribution.leaf())))));
            fields.array("missing", missing -> line.health().missing().forEach(leaf -> missing.value(leaf.code())));
            fields.array(
                    "notApplicable", codes -> line.health().notApplicable().forEach(leaf -> codes.value(leaf.code())));
        });
    }

    private void writeData(JsonOut out) {
        out.array("remarks", list -> writeRemarks(plan.remarks(), list));
        out.array("failures", list -> writeRemarks(plan.failures(), list));
        long unknown = plan.customers().stream()
                .filter(line -> !line.health().isKnown())
                .count();
        out.field("customersWithoutHealth", unknown);
        out.field(
                "customersWithoutArr",
                plan.customers().stream().filter(line -> line.arr().isEmpty()).count());
    }

    private static void writeRemarks(List<Remark> remarks, JsonOut out) {
        for (Remark remark : remarks) {
            out.object(fields -> fields.field("code", remark.code())
                    .field("count", remark.count())
                    .field("text", remark.text()));
        }
    }

    private static <T> void section(
            String name, Section<T> section, BiConsumer<? super T, JsonOut> content, JsonOut out) {
        out.object(name, fields -> {
            if (!section.missing().isEmpty()) {
                fields.array("missing", missing -> section.missing().forEach(missing::value));
            }
            section.value().ifPresent(value -> content.accept(value, fields));
        });
    }

    private static void money(String name, Money amount, JsonOut out) {
        out.field(name, amount.toString());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
