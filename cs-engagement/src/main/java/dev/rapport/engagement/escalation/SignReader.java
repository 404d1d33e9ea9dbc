package dev.rapport.engagement.escalation;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds the signs of root causes in a customer's tickets, feedback and invoices. */
final class SignReader {

    private static final double HOURS_OF_DAY = 24;

    private final EscalationPolicy policy;
    private final CustomerView view;
    private final LocalDate today;
    private final LocalDate windowStart;
    private final List<Sign> signs = new ArrayList<>();

    private SignReader(EscalationPolicy policy, CustomerView view) {
        this.policy = policy;
        this.view = view;
        this.today = view.date();
        this.windowStart = today.minusDays(policy.windowDays() - 1L);
    }

    /** The signs by cause, then since when they are there. */
    static List<Sign> read(EscalationPolicy policy, CustomerView view) {
        SignReader reader = new SignReader(policy, view);
        view.series(Ticket.SERIES).forEach(reader::read);
        view.series(Feedback.SERIES).forEach(reader::read);
        view.series(Invoice.SERIES).forEach(reader::read);
        reader.signs.sort(Comparator.comparing(Sign::cause)
                .thenComparing(Sign::since)
                .thenComparing(Sign::series)
                .thenComparing(Sign::id));
        return List.copyOf(reader.signs);
    }

    private void read(Ticket ticket) {
        boolean open = ticket.closedOn().map(closed -> closed.isAfter(today)).orElse(true);
        boolean escalated = ticket.escalated().orElse(false);
        boolean severe = ticket.severity().filter(policy.severities()::contains).isPresent();
        Optional<String> cause = ticket.cause()
                .or(() -> escalated && open ? Optional.of(policy.causeOfEscalatedTickets()) : Optional.empty());
        boolean counts = open && (escalated || severe);
        if (cause.isPresent() && (counts || isInWindow(ticket.entry().at()))) {
            String text = (escalated ? "escalated " : "")
                    + ticket.severity().map(word -> word + " ").orElse("") + "ticket"
                    + (open ? " open for " + days(ticket.entry().at()) : " closed");
            add(Ticket.SERIES.name(), ticket.id(), cause.get(), ticket.entry().at(), counts, open ? OptionalDouble.empty() : daysToClose(ticket), text);
        }
    }

    private void read(Feedback feedback) {
        Instant at = feedback.entry().at();
        if (feedback.cause().isPresent() && isInWindow(at)) {
            Optional<LocalDate> acted = feedback.actedOn().filter(day -> !day.isAfter(today));
            boolean open = feedback.actedOn().isPresent()
                    ? acted.isEmpty()
                    : feedback.status().map(status -> !status.equals("acted")).orElse(true);
            String text =
                    "feedback" + feedback.theme().map(theme -> " on " + theme).orElse("") + ", "
                            + feedback.status().orElse("no status");
            add(Feedback.SERIES.name(), feedback.entry().id(), feedback.cause().get(), at, open, acted.map(day -> daysBetween(at, day)).orElse(OptionalDouble.empty()), text);
        }
    }

    private void read(Invoice invoice) {
        LocalDate counts = invoice.dueOn().plusDays(policy.overdueDays());
        boolean unpaid = invoice.paidOn().map(paid -> paid.isAfter(today)).orElse(true);
        if (unpaid && !counts.isAfter(today)) {
            long overdue = ChronoUnit.DAYS.between(invoice.dueOn(), today);
            Instant since = counts.atStartOfDay(view.zone()).toInstant();
            String text = "invoice of " + invoice.amount() + " overdue for " + overdue + " days";
            add(Invoice.SERIES.name(), invoice.entry().id(), policy.causeOfOverdueInvoices(), since, true, OptionalDouble.empty(), text);
        }
    }

    /**
     * By the hours that the facts tell; else by the days since the entry's time, which is that of a ticket's last version
     * where the source states a ticket anew when it is closed.
     */
    private OptionalDouble daysToClose(Ticket ticket) {
        return ticket.resolutionHours().isPresent()
                ? OptionalDouble.of(ticket.resolutionHours().getAsDouble() / HOURS_OF_DAY)
                : ticket.closedOn()
                        .map(closed -> daysBetween(ticket.entry().at(), closed))
                        .orElse(OptionalDouble.empty());
    }

    private OptionalDouble daysBetween(Instant from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(from, view.zone()), to);
        return days > 0 ? OptionalDouble.of((double) days) : OptionalDouble.empty();
    }

    private void add(String series, String id, String cause, Instant since, boolean open, OptionalDouble daysToClose, String text) {
        signs.add(Sign.builder()
                .series(series)
                .id(id)
                .cause(cause)
                .since(since)
                .open(open)
                .daysToClose(daysToClose)
                .text(text)
                .build());
    }

    private boolean isInWindow(Instant at) {
        return !LocalDate.ofInstant(at, view.zone()).isBefore(windowStart);
    }

    private String days(Instant since) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(since, view.zone()), today);
        return days == 1 ? "1 day" : days + " days";
    }
}
