package dev.rapport.health.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.challenge.Loss;
import dev.rapport.health.retention.LostCustomer;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class LossesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

    private static Customer.Builder contract(Customer.Builder customer, String start, String end) {
        return customer.add(
                Contract.SERIES,
                entry -> entry.id(start)
                        .at(LocalDate.of(2024, 1, 1))
                        .with(Contract.START, LocalDate.parse(start))
                        .with(Contract.END, LocalDate.parse(end)));
    }

    private static Book book(List<Customer> customers) {
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    private static Loss loss(String id, String day) {
        return new Loss(id, LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Test
    void gapThatClosed_isALoss_unlessTheNextContractWasOnlySignedLate() {
        Customer.Builder a = Customer.builder("a", LONG_AGO);
        contract(a, "2024-01-01", "2025-01-01");
        contract(a, "2025-01-20", "2025-06-01");
        contract(a, "2025-10-01", "2026-02-01");

        Book book = book(List.of(a.build()));

        assertThat(Losses.ofContracts(30).apply(book))
                .containsExactly(loss("a", "2025-06-01"), loss("a", "2026-02-01"));
        assertThat(Losses.ofContracts(0).apply(book))
                .containsExactly(loss("a", "2025-01-01"), loss("a", "2025-06-01"), loss("a", "2026-02-01"));
    }

    @Test
    void contractThatOverlaps_leavesNoGap() {
        Customer.Builder a = Customer.builder("a", LONG_AGO);
        contract(a, "2024-01-01", "2025-01-01");
        contract(a, "2024-06-01", "2026-01-01");
        contract(a, "2026-01-01", "2027-01-01");

        assertThat(Losses.ofContracts(0).apply(book(List.of(a.build())))).isEmpty();
    }

    @Test
    void lastLoss_isThatOfLostCustomer() {
        Random random = new Random(3);
        List<Customer> customers = IntStream.range(0, 200)
                .mapToObj(i -> {
                    Customer.Builder one = Customer.builder("c" + i, LONG_AGO);
                    for (int k = 0; k < random.nextInt(4); k++) {
                        LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
                        contract(
                                one,
                                start.toString(),
                                start.plusDays(30 + random.nextInt(400)).toString());
                    }
                    return one.build();
                })
                .toList();
        Book book = book(customers);
        Map<String, Instant> last = new HashMap<>();
        Losses.ofContracts(14)
                .apply(book)
                .forEach(loss ->
                        last.merge(loss.customerId(), loss.at(), (one, other) -> one.isAfter(other) ? one : other));

        for (LostCustomer lost : LostCustomer.in(book, Reckoning.in(CurrencyUnit.EUR))) {
            assertThat(last)
                    .containsEntry(
                            lost.customerId(),
                            lost.on().atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        assertThat(LostCustomer.in(book, Reckoning.in(CurrencyUnit.EUR))).isNotEmpty();
    }
}
