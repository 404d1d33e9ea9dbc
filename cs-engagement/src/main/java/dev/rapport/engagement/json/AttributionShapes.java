package dev.rapport.engagement.json;

import dev.rapport.engagement.attribution.AttributedCustomer;
import dev.rapport.engagement.attribution.AttributedCustomer.Ruling;
import dev.rapport.engagement.attribution.OwnerInterval;
import dev.rapport.engagement.attribution.OwnerRetention;
import dev.rapport.engagement.plan.AttributionReport;
import dev.rapport.engagement.plan.AttributionReport.Period;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How it is written whose revenue was kept. */
final class AttributionShapes {

    private static final Shape<OwnerRetention> OWNER = Output.object("owner-retention", fields -> {
        fields.required("owner", Shape.text(), OwnerRetention::owner);
        fields.required("customers", Shape.integer(), owner -> owner.customers().size());
        fields.required("base", Shape.money(), OwnerRetention::base);
        fields.required("kept", Shape.money(), OwnerRetention::kept);
        fields.optionalNumber("nrr", OwnerRetention::net);
    });

    private static final Shape<OwnerInterval> INTERVAL = Output.object("owner-interval", fields -> {
        fields.required("owner", Shape.text(), OwnerInterval::owner);
        fields.required("from", Shape.date(), OwnerInterval::from);
        fields.optional("to", Shape.date(), OwnerInterval::to);
    });

    /** A customer in a period. */
    private record Row(AttributedCustomer of, Period in) {}

    private static final Shape<Row> CUSTOMER = Output.object("attributed-customer", fields -> {
        fields.required("customer", Shape.text(), row -> row.of().change().customerId());
        fields.required("ruling", Shape.oneOf(Ruling.class), row -> row.of().ruling());
        fields.required("counts", Shape.bool(), row -> row.of().ruling().counts());
        fields.optional("owner", Shape.text(), row -> row.of().owner());
        fields.required("base", Shape.money(), row -> row.of().change().base());
        fields.required("kept", Shape.money(), row -> row.of().change().kept());
        fields.required("intervals", Shape.listOf(INTERVAL), row -> row.in().intervalsOf(row.of()));
    });

    private static final Shape<Period> PERIOD = Output.object("attribution-period", fields -> {
        fields.required("from", Shape.date(), period -> period.span().from());
        fields.required("to", Shape.date(), period -> period.span().to());
        fields.required(
                "owners", Shape.listOf(OWNER), period -> period.attribution().owners());
        fields.required(
                "customers",
                Shape.listOf(CUSTOMER),
                period -> period.attribution().customers().stream()
                        .map(customer -> new Row(customer, period))
                        .toList());
    });

    private AttributionShapes() {}

    static void declareAttribution(OutputFields<AttributionReport> fields) {
        fields.required("role", Shape.text(), report -> report.policy().role());
        fields.required("source", Shape.text(), report -> report.policy().source());
        fields.required("periods", Shape.listOf(PERIOD), AttributionReport::periods);
    }
}
