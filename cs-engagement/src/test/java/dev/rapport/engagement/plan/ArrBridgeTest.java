package dev.rapport.engagement.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.RateTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ArrBridgeTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 3, 31);
    private static final LocalDate AFTER = LocalDate.of(2026, 6, 30);
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
    private static final Reckoning RECKONING = new Reckoning(
            CurrencyUnit.EUR,
            RateTable.empty(CurrencyUnit.EUR)
                    .with(CurrencyUnit.USD, LocalDate.of(2024, 1, 1), new BigDecimal("0.80"))
                    .with(CurrencyUnit.USD, LocalDate.of(2026, 5, 1), new BigDecimal("0.90")),
            BusinessCalendar.weekdays());

    private static Customer.Builder contract(
            Customer.Builder customer, String id, String amount, LocalDate start, LocalDate end) {
        return customer.add(
                Contract.SERIES,
                contract -> contract.id(id)
                        .at(LONG_AGO)
                        .with(Contract.START, start)
                        .with(Contract.END, end)
                        .with(Contract.ARR, Money.parse(amount)));
    }

    private static Customer customer(String id, String amount, LocalDate start, LocalDate end) {
        return contract(Customer.builder(id, LONG_AGO), id + "-1", amount, start, end)
                .build();
    }

    private static ArrBridge bridge(List<Customer> customers) {
        Facts facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        return ArrBridge.between(facts.asOf(BEFORE), facts.asOf(AFTER), RECKONING);
    }

    private static final LocalDate EARLY = LocalDate.of(2025, 1, 1);
    private static final LocalDate BETWEEN = LocalDate.of(2026, 5, 1);
    private static final LocalDate LATE = LocalDate.of(2027, 1, 1);

    @Test
    void eachCustomer_isWonExpandedContractedOrLost() {
        ArrBridge bridge = bridge(List.of(
                customer("won", "EUR 100.00", BETWEEN, LATE),
                customer("lost", "EUR 200.00", EARLY, BETWEEN),
                contract(Customer.builder("expanded", LONG_AGO), "a", "EUR 10.00", EARLY, LATE)
                        .add(
                                Contract.SERIES,
                                contract -> contract.id("b")
                                        .at(LONG_AGO)
                                        .with(Contract.START, BETWEEN)
                                        .with(Contract.ARR, Money.parse("EUR 5.00")))
                        .build(),
                customer("unchanged", "EUR 1.00", EARLY, LATE)));
        assertThat(bridge.total(ArrBridge.Kind.WON)).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(bridge.total(ArrBridge.Kind.LOST)).isEqualTo(Money.parse("EUR 200.00"));
        assertThat(bridge.total(ArrBridge.Kind.EXPANDED)).isEqualTo(Money.parse("EUR 5.00"));
        assertThat(bridge.total(ArrBridge.Kind.CONTRACTED)).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(bridge.movements())
                .extracting(ArrBridge.Movement::customerId)
                .containsExactly("lost", "won", "expanded");
    }

    @Test
    void exchangeRates_moveTheStart_andAreNoExpansion() {
        ArrBridge bridge = bridge(List.of(customer("dollars", "USD 100.00", EARLY, LATE)));
        assertThat(bridge.start()).isEqualTo(Money.parse("EUR 80.00"));
        assertThat(bridge.currency()).isEqualTo(Money.parse("EUR 10.00"));
        assertThat(bridge.end()).isEqualTo(Money.parse("EUR 90.00"));
        assertThat(bridge.movements()).isEmpty();
    }

    @Property(tries = 300)
    void partsSumToTheEnd_toTheCent(@ForAll long seed) {
        Random random = new Random(seed);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            Customer.Builder customer = Customer.builder("c" + i, LONG_AGO);
            for (int j = 0; j < random.nextInt(4); j++) {
                LocalDate start = LocalDate.of(2025, 6, 1).plusDays(random.nextInt(500));
                Money amount = Money.ofMinor(
                        random.nextBoolean() ? CurrencyUnit.EUR : CurrencyUnit.USD, random.nextInt(1_000_000));
                contract(customer, "k" + j, amount.toString(), start, start.plusDays(1L + random.nextInt(500)));
            }
            customers.add(customer.build());
        }
        ArrBridge bridge = bridge(customers);
        assertThat(bridge.start()
                        .plus(bridge.currency())
                        .plus(bridge.total(ArrBridge.Kind.WON))
                        .plus(bridge.total(ArrBridge.Kind.EXPANDED))
                        .minus(bridge.total(ArrBridge.Kind.CONTRACTED))
                        .minus(bridge.total(ArrBridge.Kind.LOST)))
                .isEqualTo(bridge.end());
    }
}
