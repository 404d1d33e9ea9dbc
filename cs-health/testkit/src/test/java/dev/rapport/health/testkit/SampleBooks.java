package dev.rapport.health.testkit;

import dev.rapport.health.HealthAttributes;
import dev.rapport.health.HealthOverride;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.StandardAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

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
            customers.add(customer(i, random));
        }
        return List.of(1, 2, 3).stream()
                .map(month -> Facts.of(Customer.adapter(customers), customers)
                        .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                        .asOf(LocalDate.of(2026, month, 28)))
                .toList();
    }

    private static Customer customer(int number, Random random) {
        Instant since = Instant.parse("2025-12-01T00:00:00Z");
        Customer.Builder builder = Customer.builder("c" + number, since);
        if (number % 10 != 0) {
            builder.set(CustomerAttributes.PARENT, "c" + (number - number % 10), since);
        }
        builder.set(StandardAttributes.ARR, Money.of(CurrencyUnit.EUR, random.nextInt(5) * 100), since);
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
        if (random.nextInt(3) == 0) {
            overrides(builder, random);
        }
        return builder.build();
    }

    /** Bands and scores, some of them off the scale, some recorded later than they hold. */
    private static void overrides(Customer.Builder builder, Random random) {
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            LocalDate from = LocalDate.of(2026, 1 + random.nextInt(3), 1);
            String id = "o" + i;
            builder.add(HealthOverride.SERIES, entry -> {
                entry.id(id)
                        .at(from)
                        .with(HealthOverride.OWNER, "ada")
                        .with(HealthOverride.REASON, "as I see it")
                        .with(HealthOverride.FROM, from)
                        .with(HealthOverride.UNTIL, from.plusDays(random.nextInt(60)));
                if (random.nextBoolean()) {
                    entry.with(HealthOverride.SCORE, random.nextDouble() * 105);
                } else {
                    entry.with(HealthOverride.BAND, random.nextInt(4) == 0 ? "purple" : "green");
                }
                if (random.nextInt(4) == 0) {
                    entry.recordedAt(
                            from.plusDays(40).atStartOfDay(ZoneOffset.UTC).toInstant());
                }
            });
        }
    }
}
