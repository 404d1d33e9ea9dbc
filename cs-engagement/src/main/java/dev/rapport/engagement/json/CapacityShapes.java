package dev.rapport.engagement.json;

import dev.rapport.engagement.capacity.CapacityYear;
import dev.rapport.engagement.capacity.Hire;
import dev.rapport.engagement.capacity.PoolLoad;
import dev.rapport.engagement.capacity.RoleMonth;
import dev.rapport.engagement.capacity.RoleYear;
import dev.rapport.engagement.capacity.SegmentShare;
import dev.rapport.engagement.capacity.SegmentWorkload;
import dev.rapport.engagement.model.CostKind;
import dev.rapport.engagement.plan.PlanCapacity;
import dev.rapport.engagement.plan.RoleGap;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How it is written whether there are enough hours, over the year and month by month. */
final class CapacityShapes {

    private static final Shape<RoleGap> ROLE = Output.object("role-capacity", fields -> {
        fields.required("role", Shape.text(), RoleGap::role);
        fields.optional("answerable", Shape.text(), RoleGap::answerable);
        fields.required("hoursNeeded", Shape.decimal(), RoleGap::hoursNeeded);
        fields.required("hoursAvailable", Shape.decimal(), RoleGap::hoursAvailable);
        fields.required("people", Shape.integer(), RoleGap::people);
        fields.optionalInteger("hires", RoleGap::hires);
        fields.optional("costOfHires", Shape.money(), RoleGap::costOfHires);
    });

    private static final Shape<RoleMonth> MONTH = Output.object("role-month", fields -> {
        fields.required("from", Shape.date(), RoleMonth::from);
        fields.required("hoursNeeded", Shape.decimal(), RoleMonth::needed);
        fields.required("hoursThere", Shape.decimal(), RoleMonth::there);
        fields.required("asked", Output.mapOf(Shape.decimal()), CapacityShapes::asked);
    });

    private static final Shape<Hire> HIRE = Output.object("hire", fields -> {
        fields.required("people", Shape.integer(), Hire::people);
        fields.required("from", Shape.date(), Hire::neededFrom);
        fields.required("decideBy", Shape.date(), Hire::decideBy);
        fields.required("isLate", Shape.bool(), Hire::isLate);
    });

    private static final Shape<SegmentShare> SHARE = Output.object("segment-share", fields -> {
        fields.required("segment", Shape.text(), SegmentShare::segment);
        fields.required("hoursNeeded", Shape.decimal(), SegmentShare::needed);
        fields.required("hires", Shape.integer(), SegmentShare::hires);
    });

    private static final Shape<RoleYear> ROLE_YEAR = Output.object("role-year", fields -> {
        fields.required("role", Shape.text(), RoleYear::role);
        fields.required("hoursNeeded", Shape.decimal(), RoleYear::needed);
        fields.required("hoursThere", Shape.decimal(), RoleYear::there);
        fields.required("peak", Shape.date(), RoleYear::peak);
        fields.required("months", Shape.listOf(MONTH), RoleYear::months);
        fields.required("canTellHires", Shape.bool(), RoleYear::canTellHires);
        fields.required("hires", Shape.listOf(HIRE), RoleYear::hires);
        fields.required("segments", Shape.listOf(SHARE), RoleYear::segments);
    });

    private static final Shape<PoolLoad> POOL = Output.object("pool-load", fields -> {
        fields.required("pool", Shape.text(), PoolLoad::pool);
        fields.required("model", Shape.text(), PoolLoad::model);
        fields.required("people", Shape.integer(), PoolLoad::people);
        fields.required("hoursNeeded", Shape.decimal(), PoolLoad::needed);
        fields.required("hoursThere", Shape.decimal(), PoolLoad::there);
        fields.optionalNumber("share", PoolLoad::share);
    });

    private static final Shape<SegmentWorkload> WORKLOAD = Output.object("segment-workload", fields -> {
        fields.required("segment", Shape.text(), SegmentWorkload::segment);
        fields.required("model", Shape.text(), SegmentWorkload::model);
        fields.required("customers", Shape.integer(), SegmentWorkload::customers);
        fields.required("hours", Shape.listOf(Shape.decimal()), SegmentWorkload::hours);
        fields.required("hoursPerCustomer", Shape.listOf(Shape.decimal()), SegmentWorkload::hoursPerCustomer);
    });

    private static final Shape<CapacityYear> YEAR = Output.object("capacity-year", fields -> {
        fields.required("from", Shape.date(), CapacityYear::from);
        fields.required("source", Shape.text(), year -> year.outlook().source());
        fields.required("leadDays", Shape.integer(), year -> year.outlook().leadDays());
        fields.required("lastingMonths", Shape.integer(), year -> year.outlook().lastingMonths());
        fields.required("roles", Shape.listOf(ROLE_YEAR), CapacityYear::roles);
        fields.required("segments", Shape.listOf(WORKLOAD), CapacityYear::segments);
        fields.required("pools", Shape.listOf(POOL), CapacityYear::pools);
    });

    private CapacityShapes() {}

    private static Map<String, BigDecimal> asked(RoleMonth month) {
        Map<String, BigDecimal> asked = new LinkedHashMap<>();
        month.asked().forEach((kind, hours) -> asked.put(code(kind), hours));
        return asked;
    }

    static String code(CostKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static void declareCapacity(OutputFields<PlanCapacity> fields) {
        fields.required("roles", Shape.listOf(ROLE), PlanCapacity::roles);
        fields.required("year", YEAR, PlanCapacity::year);
    }
}
