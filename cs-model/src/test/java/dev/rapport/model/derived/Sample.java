package dev.rapport.model.derived;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;

/** One customer in Berlin, day by day, as of 30 June 2026. */
final class Sample {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private final Customer.Builder customer =
            Customer.builder("acme", TODAY.minusYears(20).atStartOfDay(ZONE).toInstant());
    private final Customer.Builder other =
            Customer.builder("other", TODAY.minusYears(20).atStartOfDay(ZONE).toInstant());
    private final List<DerivedAttribute<?>> derived = new ArrayList<>();
    private Reckoning reckoning = EUR;

    /** A customer whose first contract began so many days ago. */
    static Sample customerFor(int days) {
        return new Sample().contract(days);
    }

    static Sample empty() {
        return new Sample();
    }

    private Sample contract(int days) {
        return add(Contract.SERIES, days, c -> c.id("c-1").with(Contract.START, TODAY.minusDays(days)));
    }

    /** An entry at the start of the day so many days ago. */
    Sample add(SeriesKey<?> series, int daysAgo, Consumer<EntryBuilder> entry) {
        return addAt(series, TODAY.minusDays(daysAgo).atStartOfDay(ZONE).toInstant(), entry);
    }

    Sample addAt(SeriesKey<?> series, Instant at, Consumer<EntryBuilder> entry) {
        customer.add(series, e -> {
            e.at(at);
            entry.accept(e);
        });
        return this;
    }

    Sample usage(int daysAgo, double quantity) {
        return add(Usage.SERIES, daysAgo, u -> u.with(Usage.QUANTITY, quantity));
    }

    <T> Sample set(AttributeKey<T> key, T value) {
        customer.set(key, value, TODAY.minusDays(1).atStartOfDay(ZONE).toInstant());
        return this;
    }

    /** Feeds a series for another customer only. */
    Sample feeding(SeriesKey<?> series, Consumer<EntryBuilder> entry) {
        other.add(series, e -> {
            e.at(TODAY.minusYears(1), ZONE);
            entry.accept(e);
        });
        return this;
    }

    Sample feedingUsage() {
        return feeding(Usage.SERIES, u -> u.with(Usage.QUANTITY, 1.0));
    }

    Sample in(Reckoning other) {
        reckoning = other;
        return this;
    }

    Sample derive(DerivedAttribute<?> attribute) {
        derived.add(attribute);
        return this;
    }

    Book book() {
        List<Customer> customers = List.of(customer.build(), other.build());
        return Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(reckoning))
                .derive(derived)
                .in(ZONE, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    CustomerView view() {
        return book().find("acme").orElseThrow();
    }

    <T> Reading<T> read(AttributeKey<T> key) {
        return view().read(key);
    }

    Reading<Double> read(Derivation<Double> derivation) {
        AttributeKey<Double> key = AttributeKey.number("asked");
        return derive(derivation.as(key)).read(key);
    }
}
