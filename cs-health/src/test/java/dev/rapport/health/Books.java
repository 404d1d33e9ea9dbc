package dev.rapport.health;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** Small books of customers of the standard model. */
public final class Books {

    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    public static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

    private Books() {}

    public static Customer.Builder customer(String id) {
        return Customer.builder(id, EARLY);
    }

    public static Book of(Customer... customers) {
        return of(List.of(customers), TODAY);
    }

    public static Book of(List<Customer> customers, LocalDate date) {
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(date);
    }

    public static AttributeKey<Double> number(int i) {
        return AttributeKey.number("n" + i);
    }
}
