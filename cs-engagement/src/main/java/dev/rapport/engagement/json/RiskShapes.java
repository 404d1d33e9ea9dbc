package dev.rapport.engagement.json;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Section;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.atrisk.AtRiskList.BeyondCapacity;
import dev.rapport.health.atrisk.AtRiskList.Suppressed;
import dev.rapport.health.atrisk.AtRiskList.Unranked;
import dev.rapport.health.atrisk.OwnerHours;
import dev.rapport.health.atrisk.SavePlay;
import dev.rapport.model.customer.Play;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.joda.money.Money;

/** How the at-risk list is written. */
final class RiskShapes {

    /** The list beside the plan that it is in, which knows who belongs to whom. */
    record RiskOfPlan(AtRiskList list, Plan plan) {

        private List<Line> lines(List<AtRisk> risks) {
            return risks.stream()
                    .map(risk -> new Line(risk, plan.family(risk.customerId())))
                    .toList();
        }
    }

    private record Line(AtRisk risk, Optional<FamilyRevenue> family) {}

    private static final Shape<Line> AT_RISK = Output.object("at-risk", fields -> {
        fields.part(Line::risk, RiskShapes::declareLine);
        fields.optional("family", FamilyShapes.SHORT, Line::family);
    });

    private static final Shape<BeyondCapacity> BEYOND_CAPACITY = Output.object("beyond-capacity", fields -> {
        fields.part(BeyondCapacity::line, RiskShapes::declareLine);
        fields.optionalNumber("missingHours", BeyondCapacity::missingHours);
    });

    private static final Shape<Play> RUNNING = Output.object("running-play", fields -> {
        fields.required("play", Shape.text(), Play::play);
        fields.required("owner", Shape.text(), Play::owner);
        fields.required("startedOn", Shape.date(), Play::startedOn);
        fields.optional("reviewOn", Shape.date(), Play::reviewOn);
        fields.required("expiresOn", Shape.date(), Play::expiresOn);
    });

    private static final Shape<Suppressed> SUPPRESSED = Output.object("suppressed", fields -> {
        fields.part(Suppressed::line, RiskShapes::declareLine);
        fields.required("running", RUNNING, Suppressed::running);
        fields.required("reviewDue", Shape.bool(), Suppressed::reviewDue);
    });

    private static final Shape<Unranked> UNRANKED = Output.object("unranked", fields -> {
        fields.required("customer", Shape.text(), Unranked::customerId);
        fields.required("reasons", Shape.listOf(Shape.text()), Unranked::reasons);
    });

    private static final Shape<OwnerHours> HOURS = Output.object("owner-hours", fields -> {
        fields.required("owner", Shape.text(), OwnerHours::owner);
        fields.required("perWeek", Shape.number(), hours -> hours.use().perWeek());
        fields.required("running", Shape.number(), hours -> hours.use().running());
        fields.required("planned", Shape.number(), hours -> hours.use().planned());
        fields.optionalPart(OwnerHours::cut, cut -> {
            cut.required("firstBeyond", Shape.text(), where -> where.first().customerId());
            cut.required("missingHours", Shape.number(), OwnerHours.Cut::missingHours);
            cut.optional("gain", Shape.money(), OwnerHours.Cut::gain);
        });
    });

    /** Lines and the list they are of. */
    private record Group(AtRiskList list, List<AtRisk> lines) {

        Optional<Money> sum(AtRisk.Stake stake) {
            return lines.stream().anyMatch(line -> line.stake() == stake)
                    ? Optional.of(list.atStake(lines, stake))
                    : Optional.empty();
        }
    }

    private static final Shape<Group> TOTAL = Output.object("at-risk-total", fields -> {
        fields.required("customers", Shape.integer(), group -> group.lines().size());
        fields.optional("arr", Shape.money(), group -> group.sum(AtRisk.Stake.ARR));
        fields.optional("residualValue", Shape.money(), group -> group.sum(AtRisk.Stake.RESIDUAL_VALUE));
        fields.required("expectedLoss", Shape.money(), group -> group.list().expectedLoss(group.lines()));
    });

    private static final Shape<AtRiskList> TOTALS = Output.object("at-risk-totals", fields -> {
        fields.required("lines", TOTAL, list -> new Group(list, list.lines()));
        fields.required(
                "beyondCapacity",
                TOTAL,
                list -> new Group(
                        list,
                        list.beyondCapacity().stream().map(BeyondCapacity::line).toList()));
        fields.required(
                "suppressed",
                TOTAL,
                list -> new Group(
                        list, list.suppressed().stream().map(Suppressed::line).toList()));
        fields.required("tooLate", TOTAL, list -> new Group(list, list.tooLate()));
        fields.required("lockedIn", TOTAL, list -> new Group(list, list.lockedIn()));
    });

    private RiskShapes() {}

    private static void declareLine(OutputFields<AtRisk> fields) {
        fields.required("customer", Shape.text(), AtRisk::customerId);
        fields.required("probability", Shape.number(), AtRisk::probability);
        fields.optional("arr", Shape.money(), line -> stake(line, AtRisk.Stake.ARR));
        fields.optional("residualValue", Shape.money(), line -> stake(line, AtRisk.Stake.RESIDUAL_VALUE));
        fields.required("expectedLoss", Shape.money(), AtRisk::expectedLoss);
        fields.optional("decisionDate", Shape.date(), AtRisk::decisionDate);
        fields.optional("daysToDecision", Shape.longInteger(), line -> boxed(line.daysToDecision()));
        fields.optional("lastSafeDay", Shape.date(), AtRisk::lastSafeDay);
        fields.optional("daysToLastSafeDay", Shape.longInteger(), line -> boxed(line.daysToLastSafeDay()));
        fields.optional("play", Shape.text(), line -> line.play().map(SavePlay::code));
        fields.optional(
                "hours",
                Shape.number(),
                line -> line.play().map(play -> play.effort().hours()));
        fields.optionalNumber("saveable", AtRisk::saveable);
        fields.optional("expectedSaved", Shape.money(), AtRisk::expectedSaved);
        fields.optional("savedPerHour", Shape.money(), AtRisk::savedPerHour);
        fields.optional("owner", Shape.text(), AtRisk::owner);
        fields.part(AtRisk::reasons, reasons -> {
            reasons.required("because", Shape.listOf(Shape.text()), all -> words(all.probability()));
            reasons.optional(
                    "playBecause", Shape.listOf(Shape.text()), all -> all.play().map(RiskShapes::words));
        });
    }

    private static Optional<Money> stake(AtRisk line, AtRisk.Stake stake) {
        return line.stake() == stake ? Optional.of(line.atStake()) : Optional.empty();
    }

    private static Optional<Long> boxed(OptionalLong days) {
        return days.isPresent() ? Optional.of(days.getAsLong()) : Optional.empty();
    }

    private static List<String> words(Explanation reasons) {
        return reasons.find(leaf -> leaf.parts().isEmpty() && leaf.evidence().isPresent()).stream()
                .map(PlanJson.WORDS::line)
                .toList();
    }

    static Section<RiskOfPlan> section(Plan plan) {
        Section<AtRiskList> section = plan.atRisk();
        return new Section<>(section.value().map(list -> new RiskOfPlan(list, plan)), section.missing());
    }

    static void declareList(OutputFields<RiskOfPlan> fields) {
        fields.required(
                "expectedLoss",
                Shape.money(),
                risk -> risk.list().expectedLoss(risk.list().changeable()));
        fields.required("totals", TOTALS, RiskOfPlan::list);
        fields.required(
                "lines", Shape.listOf(AT_RISK), risk -> risk.lines(risk.list().lines()));
        fields.required(
                "bySavedPerHour",
                Shape.listOf(Shape.text()),
                risk -> risk.list().bySavedPerHour().stream()
                        .map(AtRisk::customerId)
                        .toList());
        fields.required(
                "beyondCapacity",
                Shape.listOf(BEYOND_CAPACITY),
                risk -> risk.list().beyondCapacity());
        fields.required("hours", Shape.listOf(HOURS), risk -> risk.list().hours());
        fields.required(
                "suppressed", Shape.listOf(SUPPRESSED), risk -> risk.list().suppressed());
        fields.required(
                "tooLate", Shape.listOf(AT_RISK), risk -> risk.lines(risk.list().tooLate()));
        fields.required(
                "lockedIn",
                Shape.listOf(AT_RISK),
                risk -> risk.lines(risk.list().lockedIn()));
        fields.required("unranked", Shape.listOf(UNRANKED), risk -> risk.list().unranked());
    }
}
