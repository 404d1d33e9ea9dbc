package dev.rapport.model.testkit;

import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.time.AsOf;
import dev.rapport.model.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

class StandardAdapterTest extends ViewAdapterContract<Customer> {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private static Customer.Builder filled(String id) {
        return Customer.builder(id, JANUARY)
                .set(CustomerAttributes.NAME, "Name of " + id, JANUARY)
                .set(CustomerAttributes.INDUSTRY, "Retail", TimeRange.startingAt(JANUARY), MARCH)
                .set(CustomerAttributes.INDUSTRY, "Wholesale", TimeRange.startingAt(MAY), MAY)
                .add(
                        Contract.SERIES,
                        entry -> entry.id("contract")
                                .at(JANUARY)
                                .with(Contract.START, LocalDate.parse("2026-01-01"))
                                .with(Contract.ARR, Money.parse("EUR 12000")))
                .add(
                        Contract.SERIES,
                        entry -> entry.id("contract")
                                .at(MARCH)
                                .recordedAt(MAY)
                                .with(Contract.START, LocalDate.parse("2026-01-01"))
                                .with(Contract.ARR, Money.parse("EUR 15000")))
                .add(Usage.SERIES, entry -> entry.at(MARCH).with(Usage.QUANTITY, 7.0))
                .add(Usage.SERIES, entry -> entry.at(JANUARY).recordedAt(MAY).with(Usage.QUANTITY, 5.0))
                .add(Person.SERIES, entry -> entry.id("person").at(MARCH).with(Person.NAME, "Someone"));
    }

    @Override
    protected ViewAdapter<Customer> adapter() {
        return adapter(customers());
    }

    @Override
    protected ViewAdapter<Customer> adapter(List<Customer> customers) {
        return Customer.adapter(customers);
    }

    @Override
    protected List<Customer> customers() {
        return List.of(filled("acme").build(), filled("other").build());
    }

    @Override
    protected List<AsOf> cuts() {
        return List.of(
                AsOf.of(Instant.parse("2025-12-01T00:00:00Z")),
                AsOf.of(JANUARY),
                AsOf.of(Instant.parse("2026-04-01T00:00:00Z")),
                AsOf.of(MAY.plusNanos(1)),
                new AsOf(MAY.plusNanos(1), Instant.parse("2026-04-01T00:00:00Z")),
                new AsOf(Instant.parse("2026-02-01T00:00:00Z"), MAY.plusNanos(1)));
    }

    @Override
    protected Customer withFactsFrom(Customer customer, Instant recordedAt) {
        return filled(customer.id())
                .set(CustomerAttributes.INDUSTRY, "Mining", TimeRange.startingAt(JANUARY), recordedAt)
                .add(
                        Contract.SERIES,
                        entry -> entry.id("contract")
                                .at(JANUARY)
                                .recordedAt(recordedAt)
                                .with(Contract.START, LocalDate.parse("2025-01-01")))
                .add(
                        Usage.SERIES,
                        entry -> entry.at(JANUARY).recordedAt(recordedAt).with(Usage.QUANTITY, 3.0))
                .add(Person.SERIES, entry -> entry.id("late").at(JANUARY).recordedAt(recordedAt))
                .add(Ticket.SERIES, entry -> entry.id("first").at(JANUARY).recordedAt(recordedAt))
                .set(CustomerAttributes.REGION, "North", TimeRange.startingAt(JANUARY), recordedAt)
                .build();
    }
}
