package dev.rapport.model.derived;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.CustomerSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a customer began: the first day of the earliest contract, or, without a contract that has begun, the day of the
 * first entry of any series that this library names.
 */
public final class Relationship {

    private Relationship() {}

    /**
     * The day on which a customer began, as far as the cut knows.
     *
     * @param view  the customer
     * @return the day, not after {@code view.date()}; empty if the cut sees neither a contract nor any entry
     */
    public static Optional<LocalDate> startOf(CustomerView view) {
        LocalDate today = view.date();
        Optional<LocalDate> start = Optional.empty();
        for (Entry contract : view.entries(Contract.SERIES)) {
            LocalDate begun = contract.get(Contract.START);
            if (!begun.isAfter(today)) {
                start = Optional.of(earlier(start, begun));
            }
        }
        if (start.isPresent()) {
            return start;
        }
        for (SeriesKey<?> series : CustomerSeries.all()) {
            List<Entry> entries = view.entries(series);
            if (!entries.isEmpty()) {
                start = Optional.of(
                        earlier(start, LocalDate.ofInstant(entries.get(0).at(), view.zone())));
            }
        }
        return start;
    }

    /** Whether a customer was one already on a day, or had entries of a series by then. */
    static boolean hadBegun(CustomerView view, SeriesKey<?> series, LocalDate by) {
        return observedFrom(view, series).map(start -> !start.isAfter(by)).orElse(false);
    }

    /** The first day of which something about a series can be known: the customer's first, or that of an entry before. */
    static Optional<LocalDate> observedFrom(CustomerView view, SeriesKey<?> series) {
        List<Entry> entries = view.entries(series);
        Optional<LocalDate> start = startOf(view);
        return entries.isEmpty()
                ? start
                : Optional.of(earlier(start, LocalDate.ofInstant(entries.get(0).at(), view.zone())));
    }

    private static LocalDate earlier(Optional<LocalDate> a, LocalDate b) {
        return a.isPresent() && a.get().isBefore(b) ? a.get() : b;
    }
}
