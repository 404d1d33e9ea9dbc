package dev.rapport.engagement.escalation;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.shape.DocumentHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<String> causes = new HashSet<>();
        for (Route route : routes()) {
            if (!causes.add(route.cause())) {
                throw new IllegalArgumentException("routes must have different causes, was twice " + route.cause());
            }
        }
        requireRoute("causeOfEscalatedTickets", causeOfEscalatedTickets(), causes);
        requireRoute("causeOfOverdueInvoices", causeOfOverdueInvoices(), causes);
        if (overdueDays() < 1 || windowDays() < 1) {
            throw new IllegalArgumentException("overdueDays (" + overdueDays() + ") and windowDays (" + windowDays()
                    + ") must be at least 1.");
        }
    }

    private static void requireRoute(String field, String cause, Set<String> causes) {
        if (!causes.contains(cause)) {
            throw new IllegalArgumentException(field + " (" + cause + ") must be a cause with a route.");
        }
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
