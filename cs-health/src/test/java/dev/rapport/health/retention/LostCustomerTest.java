package dev.rapport.health.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LostCustomerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private static Customer.Builder paying(String id, String start, String end) {
        return add(Customer.builder(id, LONG_AGO), id + "-1", start, end);
    }

    private static Customer.Builder add(Customer.Builder customer, String id, String start, String end) {
        return customer.add(
                Contract.SERIES,
                contract -> contract.id(id)
                        .at(START)
                        .with(Contract.START, LocalDate.parse(start))
                        .with(Contract.END, LocalDate.parse(end))
                        .with(Contract.ARR, Money.parse("EUR 100")));
    }

    private static Book book(Customer.Builder... customers) {
        List<Customer> built =
                List.of(customers).stream().map(Customer.Builder::build).toList();
        return Facts.of(Customer.adapter(built), built)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    @Test
    void lost_sinceTheFirstDay_thatNoContractCovers() {
        assertThat(LostCustomer.in(
                        book(
                                paying("b", "2025-01-01", "2026-06-30"),
                                paying("a", "2025-01-01", "2026-07-01"),
                                add(paying("c", "2025-01-01", "2025-12-01"), "c-2", "2025-03-01", "2026-02-01")),
                        EUR))
                .containsExactly(
                        new LostCustomer("c", LocalDate.of(2026, 2, 1), Optional.of(Money.parse("EUR 100.00"))),
                        new LostCustomer("b", LocalDate.of(2026, 6, 30), Optional.of(Money.parse("EUR 100.00"))));
    }

    @Test
    void notLost_whoNeverHadAContract_orHasOneToCome_orWasTakenOver() {
        Book book = book(
                Customer.builder("prospect", LONG_AGO),
                add(paying("returns", "2025-01-01", "2026-01-01"), "r-2", "2026-09-01", "2027-09-01"),
                paying("merged", "2025-01-01", "2026-01-01").set(CustomerAttributes.MERGED_INTO, "other", LONG_AGO),
                paying("other", "2025-01-01", "2027-01-01"));

        assertThat(LostCustomer.in(book, EUR)).isEmpty();
        assertThat(book.customers())
                .filteredOn(LostCustomer::isCustomer)
                .extracting(view -> view.customerId())
                .containsExactly("other", "prospect", "returns");
    }
}
