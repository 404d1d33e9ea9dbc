package dev.rapport.model.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Facts;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.time.AsOf;
import dev.rapport.model.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private static final Instant SIGNED_UP = at("2025-03-01");

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Facts facts(Customer customer) {
        List<Customer> customers = List.of(customer);
        return Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR)))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    private static Optional<Money> arr(Facts facts, String valid, String known) {
        AsOf asOf = AsOf.endOf(LocalDate.parse(valid), ZoneOffset.UTC)
                .knownAt(AsOf.endOf(LocalDate.parse(known), ZoneOffset.UTC).knownAt());
        return facts.asOf(asOf).find("acme").orElseThrow().find(StandardAttributes.ARR);
    }

    /**
     * The first year ended on 1 March 2026. The renewal was signed on 3 March, entered on 10 March, dated back to 1 March,
     * and corrected on 8 April, when somebody saw that the discount had been left out.
     */
    private static final Facts RENEWAL = facts(Customer.builder("acme", SIGNED_UP)
            .add(
                    Contract.SERIES,
                    c -> c.id("c-1")
                            .at(SIGNED_UP)
                            .with(Contract.START, LocalDate.of(2025, 3, 1))
                            .with(Contract.END, LocalDate.of(2026, 3, 1))
                            .with(Contract.ARR, Money.parse("EUR 12000")))
            .add(Contract.SERIES, c -> renewal(c, "2026-03-10", "EUR 15000"))
            .add(Contract.SERIES, c -> renewal(c, "2026-04-08", "EUR 13500"))
            .build());

    private static EntryBuilder renewal(EntryBuilder contract, String recorded, String arr) {
        return contract.id("c-2")
                .at(LocalDate.of(2026, 3, 1))
                .recordedAt(at(recorded))
                .with(Contract.START, LocalDate.of(2026, 3, 1))
                .with(Contract.END, LocalDate.of(2027, 3, 1))
                .with(Contract.SIGNED_ON, LocalDate.of(2026, 3, 3))
                .with(Contract.PREDECESSOR, "c-1")
                .with(Contract.ARR, Money.parse(arr));
    }

    @Test
    void backDatedRenewal_on5March_looksLikeALostCustomer() {
        assertThat(arr(RENEWAL, "2026-02-28", "2026-02-28")).contains(Money.parse("EUR 12000"));
        assertThat(arr(RENEWAL, "2026-03-05", "2026-03-05")).contains(Money.parse("EUR 0"));
    }

    @Test
    void backDatedRenewal_onceEntered_showsWhat5MarchShouldHaveBeen() {
        assertThat(arr(RENEWAL, "2026-03-05", "2026-03-09")).contains(Money.parse("EUR 0"));
        assertThat(arr(RENEWAL, "2026-03-05", "2026-03-10")).contains(Money.parse("EUR 15000"));
    }

    @Test
    void correction_replacesTheRenewal_butNotWhatWasBelievedBefore() {
        assertThat(arr(RENEWAL, "2026-03-05", "2026-04-07")).contains(Money.parse("EUR 15000"));
        assertThat(arr(RENEWAL, "2026-03-05", "2026-04-08")).contains(Money.parse("EUR 13500"));
        assertThat(arr(RENEWAL, "2026-03-05", "2026-03-05")).contains(Money.parse("EUR 0"));
        assertThat(arr(RENEWAL, "2026-02-28", "2026-04-08")).contains(Money.parse("EUR 12000"));
    }

    @Test
    void attribute_correctedLater_isSeenAsItWasBelieved() {
        Facts facts = facts(Customer.builder("acme", SIGNED_UP)
                .set(CustomerAttributes.INDUSTRY, "Retail", TimeRange.startingAt(SIGNED_UP), at("2025-05-01"))
                .set(CustomerAttributes.INDUSTRY, "Books", SIGNED_UP)
                .build());

        Reading<String> march =
                facts.asOf(LocalDate.of(2025, 3, 31)).find("acme").orElseThrow().read(CustomerAttributes.INDUSTRY);
        Reading<String> may =
                facts.asOf(LocalDate.of(2025, 5, 1)).find("acme").orElseThrow().read(CustomerAttributes.INDUSTRY);
        assertThat(march.value()).contains("Books");
        assertThat(may.value()).contains("Retail");
    }

    @Test
    void customer_isInNoBookBeforeTheyBegan() {
        Facts facts = facts(Customer.builder("acme", SIGNED_UP).build());

        assertThat(facts.asOf(LocalDate.of(2025, 2, 28)).customerIds()).isEmpty();
        assertThat(facts.asOf(LocalDate.of(2025, 3, 1)).customerIds()).containsExactly("acme");
    }

    @Test
    void entry_withoutRequiredField_isRefused() {
        assertThatThrownBy(() -> Customer.builder("acme", SIGNED_UP).add(Usage.SERIES, u -> u.at(SIGNED_UP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry of series usage must have field quantity.");
    }

    @Test
    void entry_withoutTime_isRefused() {
        assertThatThrownBy(() ->
                        Customer.builder("acme", SIGNED_UP).add(Usage.SERIES, u -> u.with(Usage.QUANTITY, 1.0)))
                .hasMessage("entry of series usage must say at(...).");
    }

    @Test
    void field_ofAnotherSeries_isRefused() {
        assertThatThrownBy(() ->
                        Customer.builder("acme", SIGNED_UP).add(Usage.SERIES, u -> u.with(Ticket.SEVERITY, "urgent")))
                .hasMessageStartingWith("field (severity) must be one of series usage: [quantity, ");
    }

    @Test
    void number_thatIsNotFinite_isRefused() {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() ->
                            Customer.builder("acme", SIGNED_UP).set(CustomerAttributes.HEADCOUNT, number, SIGNED_UP))
                    .hasMessageStartingWith("value (" + number + ") of headcount must be finite.");
        }
    }

    @Test
    void blankId_isRefused() {
        assertThatThrownBy(() -> Customer.builder(" ", SIGNED_UP)).hasMessage("id must not be blank.");
    }

    @Test
    void series_haveDifferentNames_andSoHaveTheirFields() {
        assertThat(CustomerSeries.all()).extracting(series -> series.name()).doesNotHaveDuplicates();
        assertThat(CustomerSeries.all()).hasSize(16).allSatisfy(series -> {
            assertThat(series.fields()).extracting(AttributeKey::name).doesNotHaveDuplicates();
            assertThat(series.fields()).containsAll(series.requiredFields());
        });
    }

    @Test
    void attributes_haveDifferentNames_alsoFromDerivedOnes_andADimension() {
        List<AttributeKey<?>> derived = StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR)).stream()
                .<AttributeKey<?>>map(attribute -> attribute.key())
                .toList();

        assertThat(CustomerAttributes.all()).extracting(AttributeKey::name).doesNotHaveDuplicates();
        assertThat(derived).extracting(AttributeKey::name).doesNotHaveDuplicates();
        assertThat(derived).doesNotContainAnyElementsOf(CustomerAttributes.all());
        assertThat(CustomerAttributes.all())
                .allSatisfy(key -> assertThat(key.dimension()).isPresent());
        assertThat(derived).allSatisfy(key -> assertThat(key.dimension()).isPresent());
    }
}
