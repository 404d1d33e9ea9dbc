package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.CustomerOutcome;
import dev.rapport.engagement.lifecycle.RoadmapReport;
import dev.rapport.engagement.lifecycle.ValueOverPrice;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;

/** How the roadmap of value is written. */
final class RoadmapShapes {

    private static final Shape<ValueOverPrice> VALUE = Output.object("value-over-price", fields -> {
        fields.required("of", Shape.text(), ValueOverPrice::of);
        fields.required("customers", Shape.integer(), ValueOverPrice::customers);
        fields.required("outcomes", Shape.integer(), ValueOverPrice::outcomes);
        fields.required("notSet", Shape.integer(), ValueOverPrice::notSet);
        fields.required("behind", Shape.integer(), ValueOverPrice::behind);
        fields.required("reached", Shape.integer(), ValueOverPrice::reached);
        fields.required("confirmed", Shape.integer(), ValueOverPrice::confirmed);
        fields.required("confirmedValue", Shape.money(), ValueOverPrice::confirmedValue);
        fields.required("claimedValue", Shape.money(), ValueOverPrice::claimedValue);
        fields.required("price", Shape.money(), ValueOverPrice::price);
        fields.optionalNumber("ratio", ValueOverPrice::ratio);
    });

    /** Where a customer stands on an outcome. */
    static final Shape<CustomerOutcome> OUTCOME = Output.object("customer-outcome", fields -> {
        fields.required("customer", Shape.text(), CustomerOutcome::customerId);
        fields.required("outcome", Shape.text(), one -> one.outcome().id());
        fields.required("state", Shape.oneOf(CustomerOutcome.State.class), CustomerOutcome::state);
        fields.optionalNumber("baseline", CustomerOutcome::baseline);
        fields.optionalNumber("target", CustomerOutcome::target);
        fields.optionalNumber("realised", CustomerOutcome::realised);
        fields.optional("valuePerYear", Shape.money(), CustomerOutcome::valuePerYear);
    });

    static final Shape<RoadmapReport> ROADMAP = Output.object("roadmap", fields -> {
        fields.required("overall", VALUE, RoadmapReport::overall);
        fields.required("segments", Shape.listOf(VALUE), RoadmapReport::segments);
        fields.required("longTerm", Shape.listOf(VALUE), RoadmapReport::longTerm);
        fields.required("customers", Shape.listOf(VALUE), RoadmapReport::customers);
        fields.required("outcomes", Shape.listOf(OUTCOME), RoadmapReport::outcomes);
    });

    private RoadmapShapes() {}
}
