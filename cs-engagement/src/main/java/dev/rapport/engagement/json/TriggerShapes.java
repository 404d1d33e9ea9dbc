package dev.rapport.engagement.json;

import dev.rapport.engagement.milestone.DateAttributeTrigger;
import dev.rapport.engagement.milestone.LastSafeDayTrigger;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.milestone.NoticeDeadlineTrigger;
import dev.rapport.engagement.milestone.RenewalTrigger;
import dev.rapport.engagement.trigger.AdoptionTargetTrigger;
import dev.rapport.engagement.trigger.AnniversaryTrigger;
import dev.rapport.engagement.trigger.ConditionTrigger;
import dev.rapport.engagement.trigger.CreditBurnOutTrigger;
import dev.rapport.engagement.trigger.GoLiveTrigger;
import dev.rapport.engagement.trigger.GoalDueTrigger;
import dev.rapport.engagement.trigger.PriceUpliftTrigger;
import dev.rapport.engagement.trigger.ReviewTrigger;
import dev.rapport.engagement.trigger.SponsorSilenceTrigger;
import dev.rapport.engagement.trigger.StageTrigger;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.ConditionShapes;
import java.time.LocalDate;

/** What milestones are reckoned from, told apart by {@code type}. */
final class TriggerShapes {

    private static final int MOST_DAYS = 3_650;
    private static final int MOST_UNTRUE_DAYS = 400;
    private static final Shape<Integer> DAYS = Shape.integer().between(1, MOST_DAYS);
    private static final Shape<AttributeKey<LocalDate>> DATE =
            Shape.parsed("an attribute such as \"go-live.date\"", AttributeKey::date, AttributeKey::name);
    private static final Shape<AttributeKey<Double>> NUMBER =
            Shape.parsed("an attribute such as \"usage.active-share\"", AttributeKey::number, AttributeKey::name);

    private TriggerShapes() {}

    static Variants<MilestoneTrigger> standard(AttributeShapes attributes) {
        return conditions(useAndPeople(contracts(Variants.named("trigger"))), attributes);
    }

    private static Variants<MilestoneTrigger> contracts(Variants<MilestoneTrigger> triggers) {
        return triggers.with("renewal", RenewalTrigger.class, fields -> in -> new RenewalTrigger())
                .with("notice-deadline", NoticeDeadlineTrigger.class, fields -> in -> new NoticeDeadlineTrigger())
                .with("last-safe-day", LastSafeDayTrigger.class, fields -> {
                    var reserve = fields.required(
                            "reserveDays", Shape.integer().between(0, MOST_DAYS), LastSafeDayTrigger::reserveDays);
                    return in -> new LastSafeDayTrigger(in.get(reserve));
                })
                .with("price-uplift", PriceUpliftTrigger.class, fields -> in -> new PriceUpliftTrigger())
                .with("anniversary", AnniversaryTrigger.class, fields -> {
                    var attribute = fields.optional("attribute", DATE, AnniversaryTrigger::attribute);
                    return in -> new AnniversaryTrigger(in.get(attribute));
                })
                .with("date-attribute", DateAttributeTrigger.class, fields -> {
                    var attribute = fields.required("attribute", DATE, DateAttributeTrigger::attribute);
                    return in -> new DateAttributeTrigger(in.get(attribute));
                });
    }

    private static Variants<MilestoneTrigger> useAndPeople(Variants<MilestoneTrigger> triggers) {
        return triggers.with("stage", StageTrigger.class, fields -> {
                    var stage = fields.required("stage", Shape.code(), StageTrigger::stage);
                    var doneBy = fields.optional("doneBy", Shape.code(), StageTrigger::doneBy);
                    return in -> new StageTrigger(in.get(stage), in.get(doneBy));
                })
                .with("go-live", GoLiveTrigger.class, fields -> {
                    var within = fields.required("withinDays", DAYS, GoLiveTrigger::withinDays);
                    return in -> new GoLiveTrigger(in.get(within));
                })
                .with("adoption-target", AdoptionTargetTrigger.class, fields -> {
                    var attribute = fields.required("attribute", NUMBER, AdoptionTargetTrigger::attribute);
                    var atLeast = fields.required("atLeast", Shape.number(), AdoptionTargetTrigger::atLeast);
                    var within = fields.required("withinDays", DAYS, AdoptionTargetTrigger::withinDays);
                    return in -> new AdoptionTargetTrigger(in.get(attribute), in.get(atLeast), in.get(within));
                })
                .with("credit-burn-out", CreditBurnOutTrigger.class, fields -> {
                    var product = fields.required("product", Shape.text(), CreditBurnOutTrigger::product);
                    var rate = fields.required("rateDays", DAYS, CreditBurnOutTrigger::rateDays);
                    return in -> new CreditBurnOutTrigger(in.get(product), in.get(rate));
                })
                .with("sponsor-silence", SponsorSilenceTrigger.class, fields -> {
                    var role = fields.defaulted("role", Shape.code(), "sponsor", SponsorSilenceTrigger::role);
                    var days = fields.required("days", DAYS, SponsorSilenceTrigger::days);
                    return in -> new SponsorSilenceTrigger(in.get(role), in.get(days));
                })
                .with("review", ReviewTrigger.class, fields -> {
                    var rule = ReviewsDocument.declareRule(fields, "name", ReviewTrigger::rule);
                    return in -> new ReviewTrigger(rule.apply(in));
                })
                .with("goal-due", GoalDueTrigger.class, fields -> {
                    var kind = fields.optional("kind", Shape.code(), GoalDueTrigger::kind);
                    return in -> new GoalDueTrigger(in.get(kind));
                });
    }

    private static Variants<MilestoneTrigger> conditions(
            Variants<MilestoneTrigger> triggers, AttributeShapes attributes) {
        return triggers.with("condition", ConditionTrigger.class, fields -> {
            var name = fields.required("name", Shape.code(), ConditionTrigger::name);
            var when = fields.required("when", ConditionShapes.standard(attributes), ConditionTrigger::condition);
            var untrue = fields.defaulted(
                    "untrueDays", Shape.integer().between(1, MOST_UNTRUE_DAYS), 1, ConditionTrigger::untrueDays);
            return in -> ConditionTrigger.of(in.get(name), in.get(when), in.get(untrue));
        });
    }
}
