package dev.rapport.engagement.json;

import dev.rapport.engagement.milestone.AlertLimits;
import dev.rapport.engagement.milestone.DateAttributeTrigger;
import dev.rapport.engagement.milestone.FollowUp;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.NoticeDeadlineTrigger;
import dev.rapport.engagement.milestone.RenewalTrigger;
import dev.rapport.engagement.milestone.Timing;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;

/**
 * The document {@code rapport/milestones}.
 *
 * <pre>{@code
 * Milestones policy = MilestonesDocument.KIND.read(JsonInput.read("milestones.json", in)).orThrow();
 * }</pre>
 */
public final class MilestonesDocument {

    private static final int LONGEST_LATENESS = 3_650;
    private static final int MOST_ALERTS = 10_000;

    /** The kinds of anchors of this library: {@code renewal}, {@code notice-deadline}, {@code date-attribute}. */
    public static final Variants<MilestoneTrigger> STANDARD_TRIGGERS = Variants.<MilestoneTrigger>named("trigger")
            .with("renewal", RenewalTrigger.class, fields -> in -> new RenewalTrigger())
            .with("notice-deadline", NoticeDeadlineTrigger.class, fields -> in -> new NoticeDeadlineTrigger())
            .with("date-attribute", DateAttributeTrigger.class, fields -> {
                var attribute = fields.required(
                        "attribute",
                        Shape.parsed("an attribute such as \"go-live.date\"", AttributeKey::date, AttributeKey::name),
                        DateAttributeTrigger::attribute);
                return in -> new DateAttributeTrigger(in.get(attribute));
            });

    private static final Shape<FollowUp> FOLLOW_UP = Shape.object("follow-up", fields -> {
        var after = fields.required("afterDays", Shape.integer().between(1, LONGEST_LATENESS), FollowUp::afterDays);
        var alerts = fields.required("alerts", Shape.code(), FollowUp::alerts);
        return in -> new FollowUp(in.get(after), in.get(alerts));
    });

    private static final Shape<AlertLimits> LIMITS = Shape.object("alert-limits", fields -> {
        var week = fields.required(
                "perOwnerAndWeek", Shape.integer().between(1, MOST_ALERTS), AlertLimits::perOwnerAndWeek);
        var digest = fields.required("digestFrom", Shape.integer().between(2, MOST_ALERTS), AlertLimits::digestFrom);
        return in -> new AlertLimits(in.get(week), in.get(digest));
    });

    /** The document with the triggers of this library. */
    public static final DocumentKind<Milestones> KIND = with(STANDARD_TRIGGERS);

    private MilestonesDocument() {}

    /**
     * The document with a host's own triggers.
     *
     * @param triggers  the triggers that can be named, by custom the standard ones and more
     * @return the kind of document
     */
    public static DocumentKind<Milestones> with(Variants<MilestoneTrigger> triggers) {
        Shape<Milestone> milestone = Shape.object("milestone", fields -> {
            var id = fields.required("id", Shape.code(), Milestone::id);
            var trigger = fields.required("trigger", triggers, Milestone::trigger);
            var steps = fields.required(
                    "steps", Shape.listOf(TimingShapes.STEP).notEmpty().unique(), Milestone::steps);
            var timing = fields.defaulted("timing", TimingShapes.TIMING, Timing.usual(), Milestone::timing);
            var late = fields.required(
                    "fireLateUpToDays", Shape.integer().between(0, LONGEST_LATENESS), Milestone::fireLateUpToDays);
            var moved = fields.required(
                    "reissueWhenMovedByDays",
                    Shape.integer().between(1, LONGEST_LATENESS),
                    Milestone::reissueWhenMovedByDays);
            var alerts = fields.required("alerts", Shape.code(), Milestone::alerts);
            var urgent = fields.defaulted("urgent", Shape.bool(), false, Milestone::urgent);
            var untouched = fields.optional("whenUntouched", FOLLOW_UP, Milestone::whenUntouched);
            return in -> Milestone.builder()
                    .id(in.get(id))
                    .trigger(in.get(trigger))
                    .steps(in.get(steps))
                    .timing(in.get(timing))
                    .fireLateUpToDays(in.get(late))
                    .reissueWhenMovedByDays(in.get(moved))
                    .alerts(in.get(alerts))
                    .urgent(in.get(urgent))
                    .whenUntouched(in.get(untouched))
                    .build();
        });
        return DocumentKind.of("milestones", 1, Milestones::header, fields -> {
            var milestones = fields.required(
                    "milestones",
                    Shape.listOf(milestone).notEmpty().uniqueBy("id", Milestone::id),
                    Milestones::milestones);
            var limits = fields.optional("limits", LIMITS, Milestones::limits);
            return (header, in) -> new Milestones(header, in.get(milestones), in.get(limits));
        });
    }
}
