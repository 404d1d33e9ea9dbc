package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * States facts about one customer. What would have happened or been recorded after the end of the book is left out, so
 * the writers need not look where it is.
 */
final class Pen {

    private final Customer.Builder customer;

    Pen(Customer.Builder customer) {
        this.customer = customer;
    }

    static Instant instant(LocalDate date) {
        return date.atStartOfDay(SampleBook.ZONE).toInstant();
    }

    /** An event or a version of a record, recorded on the day. */
    void write(SeriesKey<?> series, String id, LocalDate on, Consumer<EntryBuilder> fields) {
        write(series, id, on, on, fields);
    }

    /** An event or a version of a record, recorded later. */
    void write(SeriesKey<?> series, String id, LocalDate on, LocalDate recordedOn, Consumer<EntryBuilder> fields) {
        if (on.isAfter(SampleBook.UNTIL) || recordedOn.isAfter(SampleBook.UNTIL)) {
            return;
        }
        customer.add(series, entry -> {
            entry.id(id).at(on, SampleBook.ZONE).recordedAt(instant(recordedOn)).source("sample");
            fields.accept(entry);
        });
    }

    Customer.Builder customer() {
        return customer;
    }

    /** The day on which somebody gets round to entering what happened on a day; mostly the same. */
    static LocalDate entered(LocalDate date, Dice dice) {
        boolean isLate = dice.chance(0.06);
        int days = dice.whole(1, 6);
        return isLate ? date.plusDays(days) : date;
    }
}
