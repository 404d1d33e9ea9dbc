package dev.rapport.segmentation.testkit;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A host's customers. */
record Accounts(
        String id,
        @Nullable String country,
        @Nullable Double seats,
        @Nullable Money arr) {

    static final AttributeKey<String> COUNTRY = AttributeKey.text("country");
    static final AttributeKey<Double> SEATS = AttributeKey.number("seats");
    static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    static final AttributeKey<Double> LOAD = AttributeKey.number("load");

    private static final List<String> COUNTRIES = List.of("DE", "AT", "FR", "US");

    /** Seats in use, which makes no sense without seats, and fails for one customer. */
    private static final DerivedAttribute<Double> DERIVED_LOAD = new DerivedAttribute<>(
            LOAD,
            Requirements.attributes(SEATS),
            view -> view.customerId().endsWith("7")
                    ? Reading.failed("by chance")
                    : view.find(SEATS)
                            .map(seats -> Reading.present(seats / 1000, Provenance.of("test")))
                            .orElse(Reading.notApplicable("no seats")));

    static Book book() {
        Random random = new Random(42);
        List<Accounts> accounts = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            accounts.add(new Accounts(
                    "a" + (1000 + i),
                    random.nextInt(6) == 0 ? null : COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                    random.nextInt(6) == 0 ? null : (double) random.nextInt(1000),
                    random.nextInt(6) == 0
                            ? null
                            : Money.of(
                                    random.nextInt(20) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR,
                                    random.nextInt(150_000))));
        }
        ViewAdapter<Accounts> adapter = ViewAdapter.builder(Accounts::id)
                .attribute(COUNTRY, Accounts::country)
                .attribute(SEATS, Accounts::seats)
                .attribute(ARR, Accounts::arr)
                .build();
        return Facts.of(adapter, accounts)
                .derive(List.of(DERIVED_LOAD))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 6, 30));
    }
}
