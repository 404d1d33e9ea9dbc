package dev.rapport.engagement.pack;

import dev.rapport.model.customer.Ticket;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The support of a year.
 *
 * @param opened  how many tickets were opened in it
 * @param open  how many are open at its end, whenever they were opened
 * @param averages  how they went
 */
public record TicketSummary(long opened, long open, Averages averages) {

    /**
     * How the tickets of a year went, each a mean over those that tell.
     *
     * @param firstResponseHours  hours to the first response
     * @param resolutionHours  hours to the resolution
     * @param satisfaction  how satisfied the customer was, 1 to 5
     */
    public record Averages(
            OptionalDouble firstResponseHours, OptionalDouble resolutionHours, OptionalDouble satisfaction) {}

    static TicketSummary of(List<Ticket> tickets, LocalDate from, LocalDate to, ZoneId zone) {
        List<Ticket> ofYear = tickets.stream()
                .filter(ticket ->
                        !LocalDate.ofInstant(ticket.entry().at(), zone).isBefore(from))
                .toList();
        return new TicketSummary(
                ofYear.size(),
                tickets.stream()
                        .filter(ticket ->
                                ticket.closedOn().map(day -> day.isAfter(to)).orElse(true))
                        .count(),
                new Averages(
                        mean(ofYear.stream().map(Ticket::firstResponseHours).toList()),
                        mean(ofYear.stream().map(Ticket::resolutionHours).toList()),
                        mean(ofYear.stream().map(Ticket::satisfaction).toList())));
    }

    private static OptionalDouble mean(List<OptionalDouble> numbers) {
        return numbers.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }
}
