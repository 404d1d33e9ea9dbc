package dev.rapport.model.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final LocalDate CAME = LocalDate.of(2024, 3, 1);
    private static final LocalDate LEFT = LocalDate.of(2024, 9, 1);

    private static CustomerView asOf(LocalDate date) {
        Customer.Builder customer = Customer.builder("acme", SINCE);
        for (String owner : List.of("ben", "anna")) {
            customer.add(
                    Ownership.SERIES,
                    e -> e.id(owner)
                            .at(SINCE)
                            .with(Ownership.ROLE, "csm")
                            .with(Ownership.OWNER, owner)
                            .with(Ownership.FROM, CAME)
                            .with(Ownership.TO, LEFT));
        }
        List<Customer> all = List.of(customer.build());
        return Facts.of(Customer.adapter(all), all)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(date)
                .customers()
                .get(0);
    }

    @Test
    void holder_isTheFirstByName_fromTheFirstDayToTheLast() {
        assertThat(Ownership.holderOf(asOf(CAME.minusDays(1)), "csm")).isEmpty();
        assertThat(Ownership.holderOf(asOf(CAME), "csm")).contains("anna");
        assertThat(Ownership.holderOf(asOf(LEFT.minusDays(1)), "csm")).contains("anna");
        assertThat(Ownership.holderOf(asOf(LEFT), "csm")).isEmpty();
        assertThat(Ownership.holderOf(asOf(CAME), "onboarding")).isEmpty();
    }
}
