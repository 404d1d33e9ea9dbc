package dev.rapport.engagement.json;

import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.escalation.Recurrence;
import dev.rapport.model.json.JsonOut;

/**
 * Writes escalations and how causes recur. The order of the fields is stable; a field without a value is left out.
 */
public final class EscalationJson {

    private EscalationJson() {}

    /**
     * Writes an escalation.
     *
     * @param escalation  the escalation
     * @param out  where it is written as one JSON value
     */
    public static void write(Escalation escalation, JsonOut out) {
        out.object(fields -> {
            fields.field("customer", escalation.customerId());
            fields.field("cause", escalation.route().cause());
            fields.field("department", escalation.route().department());
            fields.field("role", escalation.route().role());
            escalation.accountable().ifPresent(member -> fields.field("accountable", member));
            fields.field("because", escalation.because());
            fields.field("raisedAt", escalation.raisedAt());
            fields.field("deadline", escalation.route().deadline().toString());
            fields.field("actBy", escalation.actBy());
            fields.field("overdue", escalation.overdue());
            escalation.arr().ifPresent(arr -> fields.field("arr", arr.toString()));
            fields.field("reason", escalation.route().reason());
            fields.array(
                    "signs",
                    signs -> escalation
                            .signs()
                            .forEach(sign -> signs.object(item -> item.field("series", sign.series())
                                    .field("id", sign.id())
                                    .field("since", sign.since())
                                    .field("text", sign.text()))));
        });
    }

    /**
     * Writes how often a cause occurs.
     *
     * @param recurrence  the recurrence
     * @param out  where it is written as one JSON value
     */
    public static void write(Recurrence recurrence, JsonOut out) {
        out.object(fields -> {
            fields.field("cause", recurrence.cause());
            recurrence.department().ifPresent(department -> fields.field("department", department));
            fields.field("customers", (long) recurrence.customers());
            fields.field("signs", (long) recurrence.signs());
            fields.field("open", (long) recurrence.open());
            fields.field("arr", recurrence.arr().toString());
            fields.field("withoutArr", (long) recurrence.withoutArr());
        });
    }
}
