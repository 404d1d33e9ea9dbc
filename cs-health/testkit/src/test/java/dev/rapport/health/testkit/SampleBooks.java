package dev.rapport.health.testkit;

import dev.rapport.health.HealthAttributes;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;

/** Three hundred customers whose numbers move from month to month. */
final class SampleBooks {

    static final AttributeKey<Double> USE = AttributeKey.number("use");
    static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor.present");
    static final List<AttributeKey<?>> KEYS = List.of(USE, SPONSOR, HealthAttributes.BAND, HealthAttributes.SCORE);

    private SampleBooks() {}

    static List<Book> books() {
        Random random = new Random(7);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            customers.add(customer("c" + i, random));
        }
        return List.of(1, 2, 3).stream()
                .map(month -> Facts.of(Customer.adapter(customers), customers)
                        .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                        .asOf(LocalDate.of(2026, month, 28)))
                .toList();
    }

    private static Customer customer(String id, Random random) {
        Customer.Builder builder = Customer.builder(id, Instant.parse("2025-12-01T00:00:00Z"));
        for (int month = 1; month <= 3; month++) {
            Instant at =
                    LocalDate.of(2026, month, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (random.nextInt(4) > 0) {
                builder.set(USE, random.nextDouble() * 100, at);
            }
            if (random.nextInt(4) > 0) {
                builder.set(SPONSOR, random.nextBoolean(), at);
            }
            if (random.nextInt(4) > 0) {
                builder.set(HealthAttributes.BAND, random.nextBoolean() ? "red" : "green", at);
                builder.set(HealthAttributes.SCORE, random.nextDouble() * 100, at);
            }
        }
        return builder.build();
    }
}
