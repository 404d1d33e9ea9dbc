package dev.rapport.engagement.lifecycle;

import dev.rapport.engagement.escalation.Accountability;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A customer's way through the stages, for tests. */
final class Ways {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");

    private final Customer.Builder customer;
    private int number;

    private Ways(String id) {
        customer = Customer.builder(id, SINCE);
    }

    static Ways of(String id) {
        return new Ways(id);
    }

    static LifeCycle.Builder cycle(Stage... stages) {
        return LifeCycle.builder()
                .header(DocumentHeader.of("life-cycle", "1"))
                .addStages(stages)
                .stuckFactor(1.5);
    }

    static Stage.Builder stage(String id) {
        return Stage.builder().id(id).department("dept-" + id).accountable("role-" + id);
    }

    Ways pays(int arr) {
        customer.set(AttributeKey.money("arr"), Money.of(CurrencyUnit.EUR, arr), SINCE);
        return this;
    }

    Ways in(String stage, String from, String to) {
        return in("", stage, LocalDate.parse(from), to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)));
    }

    Ways in(String product, String stage, LocalDate from, Optional<LocalDate> to) {
        customer.add(StageEntry.SERIES, e -> {
            e.id("s-" + number++).at(SINCE).with(StageEntry.STAGE, stage).with(StageEntry.ENTERED_ON, from);
            to.ifPresent(left -> e.with(StageEntry.LEFT_ON, left));
            if (!product.isEmpty()) {
                e.with(StageEntry.PRODUCT, product);
            }
        });
        return this;
    }

    Ways touched(String kind, String on) {
        customer.add(Touchpoint.SERIES, e -> e.id("t-" + number++)
                .at(LocalDate.parse(on))
                .with(Touchpoint.KIND, kind));
        return this;
    }

    Ways ownedBy(String role, String member, String from) {
        customer.add(Ownership.SERIES, e -> e.id("o-" + number++)
                .at(SINCE)
                .with(Ownership.ROLE, role)
                .with(Ownership.OWNER, member)
                .with(Ownership.FROM, LocalDate.parse(from)));
        return this;
    }

    Customer build() {
        return customer.build();
    }

    static LifeCycleFlow flow(LifeCycle policy, Ways... ways) {
        return LifeCycleFlow.of(policy, book(ways), Optional.empty(), Accountability.ownersOnly());
    }

    static Book book(Ways... ways) {
        List<Customer> customers = Arrays.stream(ways).map(Ways::build).toList();
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }
}
