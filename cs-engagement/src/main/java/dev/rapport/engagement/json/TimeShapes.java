package dev.rapport.engagement.json;

import dev.rapport.engagement.time.CustomerTime;
import dev.rapport.engagement.time.MemberTime;
import dev.rapport.engagement.time.SegmentTime;
import dev.rapport.engagement.time.TimeSpent;
import dev.rapport.model.organisation.Utilisation;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.math.BigDecimal;
import java.util.Map;

/** How the team's time is written. */
final class TimeShapes {

    private static final Shape<Map<String, BigDecimal>> HOURS = Output.mapOf(Shape.decimal());

    private static final Shape<MemberTime> MEMBER = Output.object("member-time", fields -> {
        fields.required("member", Shape.text(), MemberTime::memberId);
        fields.required("hours", Shape.decimal(), MemberTime::total);
        fields.required("hoursForCustomers", Shape.decimal(), MemberTime::forCustomers);
        fields.required("hoursWithoutCustomer", Shape.decimal(), MemberTime::withoutCustomer);
        fields.optional(
                "hoursAvailable",
                Shape.decimal(),
                member -> member.utilisation().map(Utilisation::available));
        fields.optionalNumber("utilisation", MemberTime::share);
        fields.required("overloaded", Shape.bool(), MemberTime::isOverloaded);
        fields.required("customers", Shape.integer(), MemberTime::customers);
        fields.required("byKind", HOURS, MemberTime::byKind);
        fields.required("bySegment", HOURS, MemberTime::bySegment);
    });

    private static final Shape<SegmentTime> SEGMENT = Output.object("segment-time", fields -> {
        fields.required("segment", Shape.text(), one -> one.segment().orElse("none"));
        fields.required("hours", Shape.decimal(), SegmentTime::spent);
        fields.optional("hoursPlanned", Shape.decimal(), SegmentTime::planned);
        fields.optionalNumber("ofPlanned", SegmentTime::share);
    });

    private static final Shape<CustomerTime> CUSTOMER = Output.object("customer-time", fields -> {
        fields.required("customer", Shape.text(), CustomerTime::customerId);
        fields.required("hours", Shape.decimal(), CustomerTime::hours);
        fields.required("members", Shape.listOf(Shape.text()), CustomerTime::members);
    });

    private TimeShapes() {}

    static void declareTime(OutputFields<TimeSpent> fields) {
        fields.required("from", Shape.date(), TimeSpent::from);
        fields.required("until", Shape.date(), TimeSpent::to);
        fields.required("hours", Shape.decimal(), TimeSpent::total);
        fields.required("hoursForCustomers", Shape.decimal(), TimeSpent::forCustomers);
        fields.required("hoursForFormerCustomers", Shape.decimal(), TimeSpent::forFormerCustomers);
        fields.required("hoursWithoutCustomer", Shape.decimal(), TimeSpent::withoutCustomer);
        fields.required("byKind", HOURS, TimeSpent::byKind);
        fields.required("members", Shape.listOf(MEMBER), TimeSpent::members);
        fields.required("segments", Shape.listOf(SEGMENT), TimeSpent::segments);
        fields.required("customers", Shape.listOf(CUSTOMER), TimeSpent::customers);
    }
}
