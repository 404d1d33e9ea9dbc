package dev.rapport.engagement.json;

import dev.rapport.engagement.escalation.DepartmentLoad;
import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.escalation.Recurrence;
import dev.rapport.engagement.escalation.Sign;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/**
 * How escalations and recurring causes are written. The order of the fields is stable; a field without a value is left
 * out.
 */
public final class EscalationJson {

    private static final Shape<Sign> SIGN = Output.object("sign", fields -> {
        fields.required("series", Shape.text(), Sign::series);
        fields.required("id", Shape.text(), Sign::id);
        fields.required("since", Shape.instant(), Sign::since);
        fields.required("text", Shape.text(), Sign::text);
    });

    /** An escalation. */
    public static final Shape<Escalation> ESCALATION = Output.object("escalation", fields -> {
        fields.required("customer", Shape.text(), Escalation::customerId);
        fields.required("cause", Shape.text(), escalation -> escalation.route().cause());
        fields.required(
                "department", Shape.text(), escalation -> escalation.route().department());
        fields.required("role", Shape.text(), escalation -> escalation.route().role());
        fields.optional("accountable", Shape.text(), Escalation::accountable);
        fields.required("because", Shape.text(), Escalation::because);
        fields.required("raisedAt", Shape.instant(), Escalation::raisedAt);
        fields.required(
                "deadline",
                Shape.text(),
                escalation -> escalation.route().deadline().toString());
        fields.required("actBy", Shape.instant(), Escalation::actBy);
        fields.required("overdue", Shape.bool(), Escalation::overdue);
        fields.optional("arr", Shape.money(), Escalation::arr);
        fields.required("reason", Shape.text(), escalation -> escalation.route().reason());
        fields.required("signs", Shape.listOf(SIGN), Escalation::signs);
    });

    /** How often a cause occurs. */
    public static final Shape<Recurrence> RECURRENCE = Output.object("recurrence", fields -> {
        fields.required("cause", Shape.text(), Recurrence::cause);
        fields.optional("department", Shape.text(), Recurrence::department);
        fields.required("customers", Shape.integer(), Recurrence::customers);
        fields.required("signs", Shape.integer(), Recurrence::signs);
        fields.required("open", Shape.integer(), Recurrence::open);
        fields.required("arr", Shape.money(), Recurrence::arr);
        fields.required("withoutArr", Shape.integer(), Recurrence::withoutArr);
        fields.optionalNumber("medianDaysToClose", Recurrence::medianDaysToClose);
    });

    private static final Shape<DepartmentLoad> DEPARTMENT = Output.object("department-load", fields -> {
        fields.required("department", Shape.text(), DepartmentLoad::department);
        fields.required("open", Shape.integer(), DepartmentLoad::open);
        fields.required("overdue", Shape.integer(), DepartmentLoad::overdue);
        fields.required("withoutAccountable", Shape.integer(), DepartmentLoad::withoutAccountable);
        fields.required("customers", Shape.integer(), DepartmentLoad::customers);
        fields.required("arr", Shape.money(), DepartmentLoad::arr);
    });

    private EscalationJson() {}

    static void declareReport(OutputFields<EscalationReport> fields) {
        fields.required("escalations", Shape.listOf(ESCALATION), EscalationReport::escalations);
        fields.required("departments", Shape.listOf(DEPARTMENT), EscalationReport::departments);
        fields.required("recurrences", Shape.listOf(RECURRENCE), EscalationReport::recurrences);
        fields.required("unknownCauses", Shape.listOf(RECURRENCE), EscalationReport::unknownCauses);
    }
}
