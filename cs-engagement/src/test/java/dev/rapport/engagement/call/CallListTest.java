package dev.rapport.engagement.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.HealthAttributes;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.derived.StandardAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CallListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private final List<Customer> customers = new ArrayList<>();
    private final Map<String, Double> risk = new HashMap<>();

    private static Customer.Builder customer(String id, double arr, int decidedInDays) {
        return Customer.builder(id, SINCE)
                .add(
                        Contract.SERIES,
                        entry -> entry.id(id + "-1")
                                .at(SINCE)
                                .with(Contract.START, LocalDate.of(2024, 1, 1))
                                .with(Contract.END, TODAY.plusDays(decidedInDays))
                                .with(Contract.ARR, Money.of(CurrencyUnit.EUR, arr)))
                .add(
                        Touchpoint.SERIES,
                        entry -> entry.id("t")
                                .at(TODAY.minusDays(10), ZoneOffset.UTC)
                                .with(Touchpoint.KIND, "call"))
                .add(Person.SERIES, entry -> entry.id("p").at(SINCE).with(Person.ROLE, "sponsor"));
    }

    private void add(Customer.Builder customer, double probability) {
        Customer built = customer.build();
        customers.add(built);
        risk.put(built.id(), probability);
    }

    private CallList list(CallPolicy policy) {
        Facts facts = Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(EUR))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
        Book book = facts.asOf(TODAY).with(HealthAttributes.CHURN_RISK, "a test", risk);
        return CallList.of(book, policy);
    }

    @Test
    void order_isRiskTimesValueTimesNearness() {
        add(customer("near", 10_000, 9), 0.5);
        add(customer("far", 20_000, 200), 0.5);
        add(customer("small", 1_000, 9), 0.5);
        add(customer("safe", 10_000, 9), 0);

        CallList list = list(CallPolicy.standard());

        assertThat(list.calls()).extracting(Call::customerId).containsExactly("near", "far", "small");
        assertThat(list.calls().get(0).reasons().value().orElseThrow())
                .isCloseTo(0.5 * 10_000 * (1 - 0.8 * 9 / 90), within(1e-9));
        assertThat(list.calls().get(1).reasons().value().orElseThrow()).isCloseTo(0.5 * 20_000 * 0.2, within(1e-9));
        assertThat(list.calls()).allMatch(call -> call.reasons().foldsToItsValue());
        assertThat(list.calls().get(0).expectedLoss()).isEqualTo(Money.of(CurrencyUnit.EUR, 5_000));
    }

    @Test
    void goneSponsor_andSilence_countForMore_andAreSaid() {
        Customer.Builder alone = Customer.builder("alone", SINCE)
                .add(
                        Contract.SERIES,
                        entry -> entry.id("alone-1")
                                .at(SINCE)
                                .with(Contract.START, LocalDate.of(2024, 1, 1))
                                .with(Contract.END, TODAY.plusDays(45))
                                .with(Contract.ARR, Money.of(CurrencyUnit.EUR, 10_000)))
                .add(
                        Touchpoint.SERIES,
                        entry -> entry.id("t")
                                .at(TODAY.minusDays(95), ZoneOffset.UTC)
                                .with(Touchpoint.KIND, "call"))
                .add(
                        Person.SERIES,
                        entry -> entry.id("p")
                                .at(SINCE)
                                .with(Person.ROLE, "sponsor")
                                .with(Person.LEFT_ON, TODAY.minusDays(12)));
        add(alone, 0.25);
        add(customer("talked-to", 10_000, 45), 0.25);

        CallList list = list(CallPolicy.standard());

        assertThat(list.calls()).extracting(Call::customerId).containsExactly("alone", "talked-to");
        assertThat(list.calls().get(0).reasons().value().orElseThrow())
                .isCloseTo(0.25 * 10_000 * 0.6 * 1.5 * 1.25, within(1e-9));
        assertThat(list.calls().get(0).sentence())
                .isEqualTo(
                        "alone: 25 % of EUR 10,000 a year are at risk, it is decided by 2026-08-14, the sponsor left 12"
                                + " days ago and nobody has talked to them for 95 days.");
    }

    @Test
    void list_isNoLonger_thanThereIsTimeFor() {
        for (int i = 0; i < 9; i++) {
            add(customer("c-" + i, 10_000 + i, 30), 0.1);
        }
        assertThat(list(CallPolicy.standard()).calls()).hasSize(7);
        assertThat(list(CallPolicy.builder()
                                .from(CallPolicy.standard())
                                .atMost(2)
                                .build())
                        .calls())
                .extracting(Call::customerId)
                .containsExactly("c-8", "c-7");
    }

    @Test
    void figures_outOfTheirRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallPolicy.builder()
                        .from(CallPolicy.standard())
                        .farAway(1.5)
                        .build())
                .withMessage("farAway (1.5) must be between 0 and 1.");
    }
}
