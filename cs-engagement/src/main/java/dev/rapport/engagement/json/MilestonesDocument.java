package dev.rapport.engagement.json;

import dev.rapport.engagement.milestone.AlertLimits;
import dev.rapport.engagement.milestone.FollowUp;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.Timing;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import dev.rapport.segmentation.json.AttributeShapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.joda.money.CurrencyUnit;

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

    /**
     * The kinds of anchors of this library; conditions may name the attributes of the standard model. Of the types {@code
     * renewal}, {@code notice-deadline}, {@code last-safe-day}, {@code price-uplift}, {@code anniversary}, {@code
     * date-attribute}, {@code stage}, {@code go-live}, {@code adoption-target}, {@code credit-burn-out}, {@code
     * sponsor-silence}, {@code goal-due}, {@code review} and {@code condition}.
     */
    public static final Variants<MilestoneTrigger> STANDARD_TRIGGERS = triggersOver(standardAttributes());

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

    private static List<AttributeKey<?>> standardAttributes() {
        List<AttributeKey<?>> keys = new ArrayList<>(CustomerAttributes.all());
        StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR)).forEach(derived -> keys.add(derived.key()));
        return keys;
    }

    /**
     * The kinds of anchors of this library, where it is known what is fed.
     *
     * @param attributes  the attributes that conditions may name: of each its past must be known, so none that are laid
     *     over a book
     * @return the types
     */
    public static Variants<MilestoneTrigger> triggersOver(Collection<? extends AttributeKey<?>> attributes) {
        return TriggerShapes.standard(AttributeShapes.of(attributes));
    }

    /**
     * The document with the triggers of this library, where it is known what is fed.
     *
     * @param attributes  the attributes that conditions may name
     * @return the kind of document
     */
    public static DocumentKind<Milestones> over(Collection<? extends AttributeKey<?>> attributes) {
        return with(triggersOver(attributes));
    }

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
