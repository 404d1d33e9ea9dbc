package dev.rapport.engagement.escalation;

import dev.rapport.model.shape.DocumentHeader;

/**
 * The preset {@code escalation-standard}.
 *
 * <p>That causes go to the department that can remove them, and the first two routes, are from "Vice President of Customer
 * Success", the article that this library's brief quotes: "If the customers cannot achieve their use case, you need to pay
 * attention to the CSMs and the onboarding team. If the product expectations are not met, the attention then diverts to
 * the sales." The other routes follow the same rule; all deadlines are ours, and a start to argue from: a working day
 * where the customer cannot work, three where they can, a week where the answer is a plan.
 */
final class StandardEscalation {

    private StandardEscalation() {}

    static EscalationPolicy policy() {
        return EscalationPolicy.builder()
                .header(
                        DocumentHeader.of("escalation-standard", "1")
                                .withDescription(
                                        "Preset: each cause goes to the department that can remove it. Routes of the first two"
                                                + " causes after \"Vice President of Customer Success\"; deadlines are Rapport's own."))
                .addRoutes(route(
                        "use-case-not-achieved",
                        "customer-success",
                        "csm",
                        "3 business days",
                        "The CSM and the onboarding team lead the customer to what they bought it for."))
                .addRoutes(route(
                        "expectations-not-met",
                        "sales",
                        "account-executive",
                        "3 business days",
                        "What was promised in the sale is set right by who promised it."))
                .addRoutes(route(
                        "onboarding-stalled",
                        "onboarding",
                        "onboarding",
                        "3 business days",
                        "Time to first value is the onboarding team's to deliver."))
                .addRoutes(route(
                        "training",
                        "onboarding",
                        "onboarding",
                        "5 business days",
                        "People who were never shown how do not use it."))
                .addRoutes(route(
                        "defect",
                        "engineering",
                        "head-of-engineering",
                        "8 working hours",
                        "Only engineering can mend the product."))
                .addRoutes(route(
                        "performance",
                        "engineering",
                        "head-of-engineering",
                        "8 working hours",
                        "A slow or unavailable product stops the customer's own work."))
                .addRoutes(route(
                        "gap",
                        "product",
                        "head-of-product",
                        "5 business days",
                        "What the product lacks is built or declined by product, and the customer is told which."))
                .addRoutes(route(
                        "integration",
                        "services",
                        "solution-architect",
                        "3 business days",
                        "Connecting the customer's systems is the services team's craft."))
                .addRoutes(route(
                        "configuration",
                        "onboarding",
                        "onboarding",
                        "3 business days",
                        "Whoever set it up sets it right, and checks who else was set up like that."))
                .addRoutes(route(
                        "data-quality",
                        "services",
                        "solution-architect",
                        "5 business days",
                        "What goes in wrong is found where the customer's data comes in."))
                .addRoutes(route(
                        "third-party",
                        "services",
                        "solution-architect",
                        "5 business days",
                        "Somebody of ours must talk to the other supplier; the customer should not have to."))
                .addRoutes(route(
                        "support-failure",
                        "support",
                        "support-lead",
                        "8 working hours",
                        "Late or wrong answers are support's to make good, and the lead's to prevent."))
                .addRoutes(route(
                        "payment",
                        "finance",
                        "head-of-finance",
                        "5 business days",
                        "Finance knows what is owed and can agree on terms; the CSM is told, not sent to collect."))
                .addRoutes(route(
                        "price", "sales", "account-executive", "5 business days", "Terms are sales' to negotiate."))
                .addRoutes(route(
                        "sponsor-left",
                        "customer-success",
                        "csm",
                        "3 business days",
                        "The CSM finds and wins the next sponsor before the renewal is decided."))
                .addSeverities("urgent")
                .causeOfEscalatedTickets("support-failure")
                .causeOfOverdueInvoices("payment")
                .overdueDays(30)
                .windowDays(180)
                .build();
    }

    private static Route route(String cause, String department, String role, String deadline, String reason) {
        return Route.builder()
                .cause(cause)
                .department(department)
                .role(role)
                .deadline(Deadline.parse(deadline))
                .reason(reason)
                .build();
    }
}
