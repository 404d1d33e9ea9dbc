package dev.rapport.engagement.escalation;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * An escalation policy: which root cause goes where, and what counts as a sign of one.
 *
 * <p>Open are: tickets that name a cause and are escalated or of a listed severity; escalated tickets without a cause;
 * feedback that names a cause and is not acted on, if young enough; invoices that are overdue for long enough.
 */
@Value.Immutable
@ValueStyle
public abstract class EscalationPolicy {

    EscalationPolicy() {}

    /**
     * Starts a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The published default, see {@link StandardEscalation}.
     *
     * @return a complete policy
     */
    public static EscalationPolicy standard() {
        return StandardEscalation.policy();
    }

    /**
     * Who made it, and since when it holds.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * Where the causes go.
     *
     * @return the routes, at least one, with different causes
     */
    public abstract List<Route> routes();

    /**
     * Which open tickets count though nobody escalated them.
     *
     * @return severities such as urgent
     */
    public abstract List<String> severities();

    /**
     * The cause of escalated tickets that name none.
     *
     * @return a cause with a route
     */
    public abstract String causeOfEscalatedTickets();

    /**
     * The cause of overdue invoices.
     *
     * @return a cause with a route
     */
    public abstract String causeOfOverdueInvoices();

    /**
     * How long an invoice is overdue before it counts.
     *
     * @return a number of days, at least 1
     */
    public abstract int overdueDays();

    /**
     * How long feedback counts, and how far back causes are counted for recurrence.
     *
     * @return a number of days, at least 1
     */
    public abstract int windowDays();

    @Value.Check
    void check() {
        ProblemCollector problems = new ProblemCollector();
        Set<String> causes = new TreeSet<>();
        for (int i = 0; i < routes().size(); i++) {
            if (!causes.add(routes().get(i).cause())) {
                Location twice = Location.NONE.child("routes").child(i).child("cause");
                problems.error("duplicate", twice, Quote.text(routes().get(i).cause()) + " must have one route");
            }
        }
        requireRoute("causeOfEscalatedTickets", causeOfEscalatedTickets(), causes, problems);
        requireRoute("causeOfOverdueInvoices", causeOfOverdueInvoices(), causes, problems);
        requirePositive("overdueDays", overdueDays(), problems);
        requirePositive("windowDays", windowDays(), problems);
        problems.problems().orThrow();
    }

    private static void requireRoute(String field, String cause, Set<String> causes, ProblemCollector problems) {
        if (!causes.contains(cause)) {
            problems.add(Problem.error(
                            "unknown-cause",
                            Location.NONE.child(field),
                            "cause " + Quote.text(cause) + " must have a route; known: " + causes)
                    .withAdvice(Nearest.advice(cause, causes)));
        }
    }

    private static void requirePositive(String field, int days, ProblemCollector problems) {
        if (days < 1) {
            problems.error("out-of-range", Location.NONE.child(field), "must be >= 1, was " + days);
        }
    }

    /**
     * Holds the routes against an organisation.
     *
     * @param organisation  the organisation
     * @return an error for each department and role that it does not have, at its place in this document
     */
    public Problems against(Organisation organisation) {
        ProblemCollector problems = new ProblemCollector();
        for (int i = 0; i < routes().size(); i++) {
            Route route = routes().get(i);
            Location here = Location.NONE.child("routes").child(i);
            if (organisation.department(route.department()).isEmpty()) {
                String message = "organisation has no department " + Quote.text(route.department());
                problems.error("unknown-department", here.child("department"), message);
            }
            if (organisation.role(route.role()).isEmpty()) {
                problems.error(
                        "unknown-role", here.child("role"), "organisation has no role " + Quote.text(route.role()));
            }
        }
        return problems.problems();
    }

    /**
     * The route of a cause.
     *
     * @param cause  the cause
     * @return the route, or empty if the policy does not know the cause
     */
    public Optional<Route> find(String cause) {
        return routes().stream().filter(route -> route.cause().equals(cause)).findFirst();
    }

    /** Collects what a policy is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableEscalationPolicy.Builder {
        Builder() {}
    }
}
