package dev.rapport.engagement.json;

import dev.rapport.engagement.coverage.SponsorPlan;
import dev.rapport.engagement.model.FlexHelp;
import dev.rapport.engagement.model.FlexReport;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How help on triggers and executive sponsors are written. */
final class FlexShapes {

    private static final Shape<FlexHelp.Triggered> TRIGGERED = Output.object("triggered", fields -> {
        fields.required("customer", Shape.text(), FlexHelp.Triggered::customerId);
        fields.required("because", Shape.listOf(Shape.text()), FlexHelp.Triggered::because);
    });

    private static final Shape<FlexHelp> HELP = Output.object("flex-help", fields -> {
        fields.required("model", Shape.text(), FlexHelp::model);
        fields.required("rule", Shape.text(), help -> help.rule().id());
        fields.required("role", Shape.text(), help -> help.rule().role());
        fields.required("hoursEach", Shape.decimal(), help -> help.rule().hoursEach());
        fields.required(
                "atMostHoursPerYear", Shape.decimal(), help -> help.rule().atMostHoursPerYear());
        fields.required("spentHours", Shape.decimal(), FlexHelp::spent);
        fields.required("hours", Shape.decimal(), FlexHelp::hours);
        fields.optional("cost", Shape.money(), FlexHelp::cost);
        fields.optional("costAtMost", Shape.money(), FlexHelp::costAtMost);
        fields.required("helped", Shape.listOf(TRIGGERED), FlexHelp::helped);
        fields.required("beyond", Shape.listOf(TRIGGERED), FlexHelp::beyond);
    });

    private static final Shape<SponsorPlan.Sponsored> SPONSORED = Output.object("sponsored", fields -> {
        fields.required("customer", Shape.text(), SponsorPlan.Sponsored::customerId);
        fields.required("sponsor", Shape.text(), SponsorPlan.Sponsored::member);
        fields.required("because", Shape.text(), SponsorPlan.Sponsored::because);
    });

    private FlexShapes() {}

    static void declareFlex(OutputFields<FlexReport> fields) {
        fields.required("helps", Shape.listOf(HELP), FlexReport::helps);
    }

    static void declareSponsors(OutputFields<SponsorPlan> fields) {
        fields.required("atMostEach", Shape.integer(), plan -> plan.policy().atMostEach());
        fields.required("load", Output.mapOf(Shape.integer()), SponsorPlan::load);
        fields.required("sponsored", Shape.listOf(SPONSORED), SponsorPlan::sponsored);
        fields.required("without", Shape.listOf(Shape.text()), SponsorPlan::without);
    }
}
