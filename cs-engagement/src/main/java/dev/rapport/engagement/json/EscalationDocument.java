package dev.rapport.engagement.json;

import dev.rapport.engagement.escalation.Deadline;
import dev.rapport.engagement.escalation.EscalationPolicy;
import dev.rapport.engagement.escalation.Route;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;

/**
 * The document {@code rapport/escalation}.
 *
 * <pre>{@code
 * EscalationPolicy policy = EscalationDocument.KIND.read(JsonInput.read("escalation.json", in)).orThrow();
 * }</pre>
 */
public final class EscalationDocument {

    private static final int LONGEST = 3_650;
    private static final int LONGEST_REASON = 500;

    private static final Shape<Deadline> DEADLINE = Shape.parsed(
            "a deadline such as \"8 working hours\" or \"3 business days\"", Deadline::parse, Deadline::toString);

    private static final Shape<Route> ROUTE = Shape.object("route", fields -> {
        var cause = fields.required("cause", Shape.code(), Route::cause);
        var department = fields.required("department", Shape.code(), Route::department);
        var role = fields.required("role", Shape.code(), Route::role);
        var deadline = fields.required("deadline", DEADLINE, Route::deadline);
        var reason = fields.required("reason", Shape.text().notBlank().maxLength(LONGEST_REASON), Route::reason);
        return in -> Route.builder()
                .cause(in.get(cause))
                .department(in.get(department))
                .role(in.get(role))
                .deadline(in.get(deadline))
                .reason(in.get(reason))
                .build();
    });

    /** The document. */
    public static final DocumentKind<EscalationPolicy> KIND =
            DocumentKind.of("escalation", 1, EscalationPolicy::header, fields -> {
                var severities = fields.required(
                        "severities", Shape.listOf(Shape.code()).unique(), EscalationPolicy::severities);
                var tickets = fields.required(
                        "causeOfEscalatedTickets", Shape.code(), EscalationPolicy::causeOfEscalatedTickets);
                var invoices = fields.required(
                        "causeOfOverdueInvoices", Shape.code(), EscalationPolicy::causeOfOverdueInvoices);
                var overdue = fields.required(
                        "overdueDays", Shape.integer().between(1, LONGEST), EscalationPolicy::overdueDays);
                var window = fields.required(
                        "windowDays", Shape.integer().between(1, LONGEST), EscalationPolicy::windowDays);
                var routes = fields.required(
                        "routes",
                        Shape.listOf(ROUTE).notEmpty().uniqueBy("cause", Route::cause),
                        EscalationPolicy::routes);
                return (header, in) -> EscalationPolicy.builder()
                        .header(header)
                        .severities(in.get(severities))
                        .causeOfEscalatedTickets(in.get(tickets))
                        .causeOfOverdueInvoices(in.get(invoices))
                        .overdueDays(in.get(overdue))
                        .windowDays(in.get(window))
                        .routes(in.get(routes))
                        .build();
            });

    private EscalationDocument() {}
}
