package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.CurrentStage;
import dev.rapport.engagement.lifecycle.Finding;
import dev.rapport.engagement.lifecycle.Journey;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;

/**
 * How the stages of customers are written, and what is wrong with their way there. The order of the fields is stable; a
 * field without a value is left out.
 */
public final class LifeCycleJson {

    /** The stage that a customer is in. */
    public static final Shape<CurrentStage> CURRENT_STAGE = Output.object("current-stage", fields -> {
        fields.required("customer", Shape.text(), CurrentStage::customerId);
        fields.optional("product", Shape.text(), CurrentStage::product);
        fields.required("stage", Shape.text(), current -> current.stage().id());
        fields.required("department", Shape.text(), current -> current.stage().department());
        fields.required("accountable", Shape.text(), current -> current.stage().accountable());
        fields.required("since", Shape.date(), CurrentStage::since);
        fields.required("days", Shape.integer(), CurrentStage::days);
        fields.optionalInteger("expectedDays", current -> current.stage().expectedDays());
        fields.required("stuck", Shape.bool(), CurrentStage::stuck);
        fields.optional("reason", Shape.text(), current -> current.reasons().reason());
    });

    /** Something wrong with the way of a customer. */
    public static final Shape<Finding> FINDING = Output.object("life-cycle-finding", fields -> {
        fields.required("customer", Shape.text(), Finding::customerId);
        fields.optional("product", Shape.text(), Finding::product);
        fields.required("kind", Shape.oneOf(Finding.Kind.class), Finding::kind);
        fields.required("on", Shape.date(), Finding::on);
        fields.required("text", Shape.text(), Finding::text);
    });

    /** Where a customer stands with each product. */
    public static final Shape<Journey> JOURNEY = Output.object("journey", fields -> {
        fields.required("currentStages", Shape.listOf(CURRENT_STAGE), Journey::currentStages);
        fields.required("findings", Shape.listOf(FINDING), Journey::findings);
    });

    private LifeCycleJson() {}
}
