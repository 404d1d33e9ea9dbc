package dev.rapport.health.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.family.Succession;
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
                        .with(Contract.NOTICE_GIVEN_ON, end.minusDays(30))
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

    private static ArrBridge bridge(List<Customer> customers, RetentionDefinition definition) {
        Facts facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        return RevenueHistory.of(List.of(facts.asOf(BEFORE), facts.asOf(AFTER)), definition, RECKONING)
                .whole(Level.ACCOUNT);
    }

    private static final LocalDate EARLY = LocalDate.of(2025, 1, 1);
    private static final LocalDate BETWEEN = LocalDate.of(2026, 5, 1);
    private static final LocalDate LATE = LocalDate.of(2027, 1, 1);

    @Test
    void eachCustomer_isNewExpandedContractedOrLost() {
        ArrBridge bridge = bridge(List.of(
                customer("new", "EUR 100.00", BETWEEN, LATE),
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
        assertThat(bridge.total(ArrBridge.Kind.NEW)).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(bridge.total(ArrBridge.Kind.CHURN)).isEqualTo(Money.parse("EUR 200.00"));
        assertThat(bridge.total(ArrBridge.Kind.EXPANSION)).isEqualTo(Money.parse("EUR 5.00"));
        assertThat(bridge.total(ArrBridge.Kind.CONTRACTION)).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(bridge.movements())
                .extracting(change -> change.unit().customerId())
                .containsExactly("lost", "new", "expanded");
    }

    @Test
    void exchangeRates_moveTheStart_andAreNoExpansion() {
        ArrBridge bridge = bridge(List.of(customer("dollars", "USD 100.00", EARLY, LATE)));
        assertThat(bridge.opening()).isEqualTo(Money.parse("EUR 80.00"));
        assertThat(bridge.currency()).isEqualTo(Money.parse("EUR 10.00"));
        assertThat(bridge.closing()).isEqualTo(Money.parse("EUR 90.00"));
        assertThat(bridge.movements()).isEmpty();
    }

    private static final Instant MAY = BETWEEN.atStartOfDay(ZoneOffset.UTC).toInstant();

    private static Customer.Builder paying(String id, int then, int now) {
        Customer.Builder customer = Customer.builder(id, LONG_AGO);
        if (then > 0) {
            contract(customer, id + "-then", "EUR " + then, EARLY, BETWEEN);
        }
        return now > 0 ? contract(customer, id + "-now", "EUR " + now, BETWEEN, LATE) : customer;
    }

    private static Customer merged(String id, int then, int now, String into) {
        return paying(id, then, now)
                .set(CustomerAttributes.MERGED_INTO, into, MAY)
                .build();
    }

    private static Customer split(String id, int now, String from) {
        return paying(id, 0, now).set(CustomerAttributes.SPLIT_FROM, from, MAY).build();
    }

    private static List<String> transfers(ArrBridge bridge) {
        return bridge.transfers().stream()
                .map(transfer -> transfer.kind() + " " + transfer.from() + " > " + transfer.to() + " "
                        + transfer.amount().getAmountMajorInt())
                .toList();
    }

    private static List<String> movements(ArrBridge bridge) {
        return bridge.movements().stream()
                .map(movement -> movement.kind().orElseThrow() + " "
                        + movement.unit().customerId() + " " + movement.amount().getAmountMajorInt())
                .toList();
    }

    @Test
    void merger_movesTheRevenue_andNobodyLostOrWonIt() {
        ArrBridge bridge = bridge(List.of(
                merged("small", 100, 0, "large"), paying("large", 500, 600).build()));

        assertThat(transfers(bridge)).containsExactly("MERGER small > large 100");
        assertThat(bridge.movements()).isEmpty();
        assertThat(bridge.transferred(Succession.Kind.MERGER)).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(bridge.transferred(Succession.Kind.SPLIT)).isEqualTo(Money.parse("EUR 0.00"));
    }

    @Test
    void mergedCustomers_whoPayLessTogether_haveContracted() {
        ArrBridge bridge = bridge(List.of(
                merged("small", 100, 0, "large"), paying("large", 500, 570).build()));

        assertThat(transfers(bridge)).containsExactly("MERGER small > large 100");
        assertThat(movements(bridge)).containsExactly("CONTRACTION large 30");
    }

    @Test
    void mergedCustomer_whoseContractRunsOn_movesOnlyWhatItHasNoMore() {
        ArrBridge bridge = bridge(List.of(
                merged("small", 100, 40, "large"), paying("large", 500, 600).build()));

        assertThat(transfers(bridge)).containsExactly("MERGER small > large 60");
        assertThat(movements(bridge)).containsExactly("EXPANSION large 40");
    }

    @Test
    void chainOfMergers_movesEverythingToItsEnd() {
        ArrBridge bridge = bridge(List.of(
                merged("a", 1, 0, "b"),
                merged("b", 10, 0, "c"),
                paying("c", 100, 1111).build(),
                merged("d", 1000, 0, "c")));

        assertThat(transfers(bridge)).containsExactly("MERGER d > c 1000", "MERGER b > c 11", "MERGER a > b 1");
        assertThat(bridge.movements()).isEmpty();
    }

    @Test
    void split_movesWhatTheNewCustomerHas_upToWhatTheOtherLost() {
        assertThat(movements(bridge(
                        List.of(split("new", 30, "old"), paying("old", 100, 70).build()))))
                .isEmpty();
        ArrBridge grown =
                bridge(List.of(split("new", 45, "old"), paying("old", 100, 70).build()));
        assertThat(transfers(grown)).containsExactly("SPLIT old > new 30");
        assertThat(movements(grown)).containsExactly("EXPANSION new 15");
        ArrBridge shrunk =
                bridge(List.of(split("new", 20, "old"), paying("old", 100, 70).build()));
        assertThat(transfers(shrunk)).containsExactly("SPLIT old > new 20");
        assertThat(movements(shrunk)).containsExactly("CONTRACTION old 10");
    }

    @Test
    void splitThatWasMergedSince_isWithWhoeverTookItOver() {
        Customer split = paying("new", 0, 0)
                .set(CustomerAttributes.SPLIT_FROM, "old", MAY)
                .set(CustomerAttributes.MERGED_INTO, "other", MAY)
                .build();
        ArrBridge bridge = bridge(List.of(
                split, paying("old", 100, 70).build(), paying("other", 50, 80).build()));

        assertThat(transfers(bridge)).containsExactly("SPLIT old > other 30");
        assertThat(bridge.movements()).isEmpty();
    }

    private static Customer splitLongAgo(int then, int now) {
        return paying("new", then, now)
                .set(CustomerAttributes.SPLIT_FROM, "old", LONG_AGO)
                .build();
    }

    @Test
    void splitOfLongAgo_explainsNothing() {
        ArrBridge bridge =
                bridge(List.of(splitLongAgo(10, 40), paying("old", 100, 70).build()));

        assertThat(bridge.transfers()).isEmpty();
        assertThat(movements(bridge)).containsExactly("EXPANSION new 30", "CONTRACTION old 30");
    }

    @Test
    void splitOfLongAgo_explainsWhereTheRevenueOfTheNewCustomerComesFrom_whenItBegins() {
        ArrBridge bridge =
                bridge(List.of(splitLongAgo(0, 30), paying("old", 100, 70).build()));

        assertThat(transfers(bridge)).containsExactly("SPLIT old > new 30");
        assertThat(bridge.movements()).isEmpty();
    }

    @Test
    void bridge_withoutTheMergedCustomer_knowsOfNoMerger() {
        List<Customer> customers = List.of(
                merged("small", 100, 0, "large"), paying("large", 500, 600).build());
        Facts facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        ArrBridge bridge = ArrBridge.between(
                facts.asOf(BEFORE),
                facts.asOf(AFTER).only(view -> view.customerId().equals("large")),
                RECKONING);

        assertThat(movements(bridge)).containsExactly("EXPANSION large 100", "CHURN small 100");
    }

    @Property(tries = 300)
    void partsSumToTheEnd_toTheCent(@ForAll long seed) {
        Random random = new Random(seed);
        List<Customer> customers = new ArrayList<>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            Customer.Builder customer = Customer.builder("c" + i, LONG_AGO);
            if (random.nextInt(3) == 0) {
                customer.set(CustomerAttributes.MERGED_INTO, "c" + random.nextInt(size), MAY);
            }
            if (random.nextInt(3) == 0) {
                customer.set(CustomerAttributes.SPLIT_FROM, "c" + random.nextInt(size), MAY);
            }
            for (int j = 0; j < random.nextInt(4); j++) {
                LocalDate start = LocalDate.of(2025, 6, 1).plusDays(random.nextInt(500));
                Money amount = Money.ofMinor(
                        random.nextBoolean() ? CurrencyUnit.EUR : CurrencyUnit.USD, random.nextInt(1_000_000));
                LocalDate end = start.plusDays(1L + random.nextInt(500));
                String id = "k" + j;
                if (random.nextBoolean()) {
                    contract(customer, id, amount.toString(), start, end);
                } else {
                    customer.add(
                            Contract.SERIES,
                            contract -> contract.id(id)
                                    .at(LONG_AGO)
                                    .with(Contract.START, start)
                                    .with(Contract.END, end)
                                    .with(Contract.ARR, amount));
                }
            }
            customers.add(customer.build());
        }
        ArrBridge bridge = bridge(customers);
        assertThat(bridge.opening()
                        .plus(bridge.currency())
                        .plus(bridge.total(ArrBridge.Kind.NEW))
                        .plus(bridge.total(ArrBridge.Kind.EXPANSION))
                        .plus(bridge.total(ArrBridge.Kind.REACTIVATION))
                        .minus(bridge.becamePending())
                        .minus(bridge.total(ArrBridge.Kind.CONTRACTION))
                        .minus(bridge.total(ArrBridge.Kind.CHURN)))
                .isEqualTo(bridge.closing());
        assertThat(bridge.transfers()).allSatisfy(transfer -> {
            assertThat(transfer.amount().isPositive()).isTrue();
            assertThat(transfer.to()).isNotEqualTo(transfer.from());
        });
        RetentionDefinition lost = RetentionDefinition.STANDARD.unsignedAs(UnsignedRenewal.LOST);
        assertThat(sum(bridge(customers, lost)))
                .as("no more moves than without transfers")
                .isLessThanOrEqualTo(sum(bridge(alone(customers), lost)));
    }

    private static Money sum(ArrBridge bridge) {
        return Money.total(
                CurrencyUnit.EUR,
                bridge.movements().stream().map(ArrChange::amount).toList());
    }

    /** The same customers, of whom nobody says what became of them. */
    private static List<Customer> alone(List<Customer> customers) {
        return customers.stream()
                .map(customer -> {
                    Customer.Builder copy = Customer.builder(customer.id(), LONG_AGO);
                    customer.entries(Contract.SERIES)
                            .forEach(entry -> copy.add(Contract.SERIES, e -> {
                                e.id(entry.id()).at(LONG_AGO);
                                entry.find(Contract.START).ifPresent(start -> e.with(Contract.START, start));
                                entry.find(Contract.END).ifPresent(end -> e.with(Contract.END, end));
                                entry.find(Contract.NOTICE_GIVEN_ON)
                                        .ifPresent(day -> e.with(Contract.NOTICE_GIVEN_ON, day));
                                entry.find(Contract.ARR).ifPresent(arr -> e.with(Contract.ARR, arr));
                            }));
                    return copy.build();
                })
                .toList();
    }
}
