package dev.rapport.engagement.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.engagement.attribution.AttributedCustomer.Ruling;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.ChurnDate;
import dev.rapport.health.retention.Level;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.RevenueHistory;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Attribution over the waterfall of a book, for the second quarter of 2026. */
class AttributionOfBookTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 3, 31);
    private static final LocalDate AFTER = LocalDate.of(2026, 6, 30);
    private static final LocalDate EARLY = LocalDate.of(2025, 1, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate LATE = LocalDate.of(2027, 1, 1);
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

    private static Customer.Builder owned(String id, String owner, LocalDate from) {
        return Customer.builder(id, LONG_AGO)
                .add(
                        Ownership.SERIES,
                        entry -> entry.id(id + owner)
                                .at(LONG_AGO)
                                .with(Ownership.ROLE, "csm")
                                .with(Ownership.OWNER, owner)
                                .with(Ownership.FROM, from));
    }

    private static Customer.Builder pays(
            Customer.Builder customer, String id, int amount, LocalDate from, LocalDate to) {
        return customer.add(
                Contract.SERIES,
                contract -> contract.id(id)
                        .at(LONG_AGO)
                        .with(Contract.START, from)
                        .with(Contract.END, to)
                        .with(Contract.NOTICE_GIVEN_ON, to.equals(MAY) ? MAY.minusDays(9) : AFTER.minusDays(20))
                        .with(Contract.ARR, Money.of(CurrencyUnit.EUR, amount)));
    }

    private static Attribution attribute(RetentionDefinition definition) {
        List<Customer> customers = List.of(
                pays(owned("grown", "ada", EARLY), "a", 100, EARLY, LATE)
                        .add(
                                Contract.SERIES,
                                contract -> contract.id("b")
                                        .at(LONG_AGO)
                                        .with(Contract.START, MAY)
                                        .with(Contract.ARR, Money.parse("EUR 20.00")))
                        .build(),
                pays(owned("lost", "bob", EARLY), "c", 50, EARLY, MAY).build(),
                pays(owned("new", "ada", MAY), "d", 70, MAY, LATE).build(),
                pays(owned("rescued", "bob", MAY), "e", 30, EARLY, LATE).build());
        Facts facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        Book after = facts.asOf(AFTER);
        ArrBridge bridge = RevenueHistory.of(
                        List.of(facts.asOf(BEFORE), after), definition, Reckoning.in(CurrencyUnit.EUR))
                .whole(Level.ACCOUNT);
        return Attribution.of(bridge, after, AttributionPolicy.posthog());
    }

    @Test
    void waterfall_isAttributedToThoseWhoHadTheCustomers() {
        Attribution quarter = attribute(RetentionDefinition.STANDARD.lostAt(ChurnDate.EFFECTIVE));

        assertThat(quarter.owners())
                .extracting(OwnerRetention::owner, OwnerRetention::base, OwnerRetention::kept)
                .containsExactly(
                        tuple("ada", Money.parse("EUR 100.00"), Money.parse("EUR 120.00")),
                        tuple("bob", Money.parse("EUR 50.00"), Money.parse("EUR 0.00")));
        assertThat(quarter.notCounted())
                .extracting(customer -> customer.change().customerId(), AttributedCustomer::ruling)
                .containsExactly(tuple("new", Ruling.NOTHING_PAID), tuple("rescued", Ruling.GRACE));
    }

    @Test
    void customerUnderNotice_isGone_whereTheDefinitionSaysSo() {
        Attribution quarter = attribute(RetentionDefinition.STANDARD.lostAt(ChurnDate.NOTICE));

        assertThat(quarter.owners().get(0).kept()).isEqualTo(Money.parse("EUR 20.00"));
    }
}
