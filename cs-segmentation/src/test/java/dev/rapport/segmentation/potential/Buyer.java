package dev.rapport.segmentation.potential;

import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A customer of these tests: who it is, and what it pays for each product with how many seats. */
record Buyer(
        String id,
        @Nullable String industry,
        @Nullable Double headcount,
        @Nullable Double seats,
        Map<String, Integer> products) {

    private static final Instant BEGUN = Instant.parse("2025-01-01T08:00:00Z");

    double arr() {
        return products.values().stream().mapToInt(price -> price).sum();
    }

    private Customer customer() {
        Customer.Builder builder = Customer.builder(id, BEGUN);
        if (industry != null) {
            builder.set(CustomerAttributes.INDUSTRY, industry, BEGUN);
        }
        if (headcount != null) {
            builder.set(CustomerAttributes.HEADCOUNT, headcount, BEGUN);
        }
        builder.add(Contract.SERIES, c -> {
            c.id("c").at(BEGUN).with(Contract.START, LocalDate.of(2025, 1, 1));
            c.with(Contract.ARR, Money.of(CurrencyUnit.EUR, BigDecimal.ZERO.add(BigDecimal.valueOf(arr()))));
            if (seats != null) {
                c.with(Contract.SEATS, seats);
            }
        });
        products.forEach((product, price) -> builder.add(
                ContractLine.SERIES,
                line -> line.id(product)
                        .at(BEGUN)
                        .with(ContractLine.CONTRACT, "c")
                        .with(ContractLine.PRODUCT, product)
                        .with(ContractLine.ARR, Money.of(CurrencyUnit.EUR, price))));
        return builder.build();
    }

    static Book book(List<Buyer> buyers) {
        Requirements fed = Requirements.attributes(CustomerAttributes.INDUSTRY, CustomerAttributes.HEADCOUNT)
                .and(Requirements.series(Contract.SERIES, ContractLine.SERIES));
        return Facts.of(
                        Customer.adapter(fed),
                        buyers.stream().map(Buyer::customer).toList())
                .derive(StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR)))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 6, 30));
    }
}
