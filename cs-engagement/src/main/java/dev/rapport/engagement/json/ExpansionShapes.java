package dev.rapport.engagement.json;

import dev.rapport.engagement.expansion.ExpansionReport;
import dev.rapport.engagement.expansion.HeldBack;
import dev.rapport.engagement.expansion.Opportunity;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How it is written what customers could be offered. */
final class ExpansionShapes {

    private static final Shape<Opportunity> LINE = line(ExplanationText.showing(Sensitivity.INTERNAL));

    private static final Shape<HeldBack> HELD = Output.object("held-back", fields -> {
        fields.required("customer", Shape.text(), HeldBack::customerId);
        fields.required("cause", Shape.text(), HeldBack::cause);
        fields.required("arr", Shape.money(), HeldBack::arr);
        fields.required("why", Shape.oneOf(HeldBack.Why.class), HeldBack::why);
        fields.required("words", Shape.text(), HeldBack::words);
    });

    private ExpansionShapes() {}

    /** An opportunity, with as much of its reasons as may be seen. */
    static Shape<Opportunity> line(ExplanationText words) {
        return Output.object("opportunity", fields -> {
            fields.required("customer", Shape.text(), Opportunity::customerId);
            fields.required("segment", Shape.text(), Opportunity::segment);
            fields.required("cause", Shape.text(), line -> line.cause().id());
            fields.required("name", Shape.text(), line -> line.cause().name());
            fields.required("arr", Shape.money(), Opportunity::arr);
            fields.required("derivation", Shape.listOf(Shape.text()), Opportunity::derivation);
            fields.required("reasons", Shape.listOf(Shape.text()), line -> words.lines(line.reasons()));
        });
    }

    static void declareReport(OutputFields<ExpansionReport> fields) {
        fields.required("source", Shape.text(), report -> report.policy().source());
        fields.required("arr", Shape.money(), ExpansionReport::arr);
        fields.required("bySegment", Output.mapOf(Shape.money()), ExpansionReport::bySegment);
        fields.required("byCause", Output.mapOf(Shape.money()), ExpansionReport::byCause);
        fields.required("unknown", Output.mapOf(Shape.integer()), ExpansionReport::unknown);
        fields.required("lines", Shape.listOf(LINE), ExpansionReport::lines);
        fields.required("heldBack", Shape.listOf(HELD), ExpansionReport::heldBack);
    }
}
