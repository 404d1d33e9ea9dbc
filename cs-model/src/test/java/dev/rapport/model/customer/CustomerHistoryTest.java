package dev.rapport.model.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.Entry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CustomerHistoryTest {

    private static final Instant EARLY = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-01-01T00:00:00Z");

    private final Customer customer = Customer.builder("acme", EARLY)
            .set(CustomerAttributes.INDUSTRY, "Retail", EARLY)
            .set(CustomerAttributes.INDUSTRY, "Media", LATE)
            .set(CustomerAttributes.COUNTRY, "DE", EARLY)
            .add(Usage.SERIES, entry -> entry.id("b").at(LATE).with(Usage.QUANTITY, 2.0))
            .add(Usage.SERIES, entry -> entry.id("a").at(EARLY).with(Usage.QUANTITY, 1.0))
            .build();

    @Test
    void whatACustomerHolds_isListedByName() {
        assertThat(customer.holds().attributes())
                .containsExactly(CustomerAttributes.COUNTRY, CustomerAttributes.INDUSTRY);
        assertThat(customer.holds().series()).containsExactly(Usage.SERIES);
    }

    @Test
    void timeline_hasEveryFactEverStated() {
        assertThat(customer.timeline(CustomerAttributes.INDUSTRY).facts()).hasSize(3);
        assertThat(customer.timeline(CustomerAttributes.CITY).isEmpty()).isTrue();
    }

    @Test
    void entries_areAllThereAre_byTime() {
        assertThat(customer.entries(Usage.SERIES)).extracting(Entry::id).containsExactly("a", "b");
        assertThat(customer.entries(Ticket.SERIES)).isEmpty();
    }
}
