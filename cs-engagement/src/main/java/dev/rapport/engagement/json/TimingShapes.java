package dev.rapport.engagement.json;

import dev.rapport.engagement.milestone.MonthRule;
import dev.rapport.engagement.milestone.MonthRule.LeapDay;
import dev.rapport.engagement.milestone.MonthRule.MonthEnd;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.engagement.milestone.Timing;
import dev.rapport.model.shape.Shape;
import java.util.List;

/** How a milestone's steps and its counting of days are written. */
final class TimingShapes {

    static final Shape<Step> STEP = Shape.parsed(
            "a step such as \"30 days before\", \"3 business days before\", \"2 weeks after\" or \"on the day\"",
            Step::parse,
            Step::toString);

    static final Shape<Timing> TIMING = Shape.object("timing", fields -> {
        var zone = fields.defaulted("zone", Shape.oneOf(Timing.Zone.class), Timing.Zone.BOOK, Timing::zone);
        var calendars =
                fields.defaulted("calendars", Shape.listOf(Shape.code()).unique(), List.of(), Timing::calendars);
        var dispatch = fields.optional("dispatch", STEP, Timing::dispatch);
        var offDays =
                fields.defaulted("offDays", Shape.oneOf(Timing.OffDays.class), Timing.OffDays.KEEP, Timing::offDays);
        var monthEnd = fields.defaulted(
                "monthEnd",
                Shape.oneOf(MonthEnd.class),
                MonthEnd.SAME_DAY,
                timing -> timing.months().monthEnd());
        var leapDay = fields.defaulted(
                "leapDay",
                Shape.oneOf(LeapDay.class),
                LeapDay.FEBRUARY_28,
                timing -> timing.months().leapDay());
        return in -> Timing.builder()
                .zone(in.get(zone))
                .calendars(in.get(calendars))
                .dispatch(in.get(dispatch))
                .offDays(in.get(offDays))
                .months(new MonthRule(in.get(monthEnd), in.get(leapDay)))
                .build();
    });

    private TimingShapes() {}
}
