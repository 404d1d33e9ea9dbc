package dev.rapport.model.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Facts;
import dev.rapport.model.derived.StandardAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final AttributeKey<String> MAIN_CONTACT =
            AttributeKey.text("main-contact").sensitivity(Sensitivity.PERSONAL);

    private static final Customer ACME = Customer.builder("acme", START)
            .set(CustomerAttributes.NAME, "Acme", START)
            .set(MAIN_CONTACT, "Jane Doe, reception", START)
            .add(Person.SERIES, p -> person(p, "jane", "Jane Doe", "jd@acme.example", "sponsor"))
            .add(
                    Person.SERIES,
                    p -> person(p, "jane", "Jane Roe", "jane.roe@acme.example", "sponsor")
                            .recordedAt(START.plusSeconds(99)))
            .add(Person.SERIES, p -> person(p, "joe", "Joe Bloggs", "joe@acme.example", "user"))
            .add(Person.SERIES, p -> person(p, "ann", "Ann Other", "ann@acme.example", "user"))
            .add(Usage.SERIES, u -> u.at(START).with(Usage.QUANTITY, 5.0).with(Usage.USER, "jane"))
            .add(Usage.SERIES, u -> u.at(START).with(Usage.QUANTITY, 6.0).with(Usage.USER, "jane"))
            .add(Usage.SERIES, u -> u.at(START).with(Usage.QUANTITY, 7.0).with(Usage.USER, "joe"))
            .add(Usage.SERIES, u -> u.at(START).with(Usage.QUANTITY, 8.0).with(Usage.USER, "ann"))
            .add(
                    SurveyAnswer.SERIES,
                    s -> s.at(START)
                            .with(SurveyAnswer.INSTRUMENT, "nps")
                            .with(SurveyAnswer.SCORE, 9.0)
                            .with(SurveyAnswer.RESPONDENT, "jane")
                            .with(SurveyAnswer.COMMENT, "I like it"))
            .add(
                    Touchpoint.SERIES,
                    t -> t.at(START)
                            .with(Touchpoint.KIND, "mail")
                            .with(Touchpoint.CONTACT, "jane")
                            .with(Touchpoint.NOTE, "erased-9 is Jane"))
            .add(
                    Touchpoint.SERIES,
                    t -> t.at(START)
                            .with(Touchpoint.KIND, "call")
                            .with(Touchpoint.CONTACT, "joe")
                            .with(Touchpoint.NOTE, "Asked JANE DOE to call back"))
            .add(
                    Feedback.SERIES,
                    f -> f.at(START)
                            .with(Feedback.TEXT, "write to jane.roe@acme.example")
                            .with(Feedback.THEME, "export"))
            .build();

    private static EntryBuilder person(EntryBuilder person, String id, String name, String email, String role) {
        return person.id(id)
                .at(START)
                .with(Person.NAME, name)
                .with(Person.EMAIL, email)
                .with(Person.ROLE, role);
    }

    @Test
    void ofSeveralPeople_onlyWhoIsErasedBecomesAToken() {
        Customer reviewed = Customer.builder("acme", START)
                .add(Person.SERIES, p -> person(p, "jane", "Jane Doe", "jd@acme.example", "sponsor"))
                .add(Person.SERIES, p -> person(p, "joe", "Joe Bloggs", "joe@acme.example", "user"))
                .add(
                        Touchpoint.SERIES,
                        t -> t.at(START)
                                .with(Touchpoint.KIND, "review")
                                .with(Touchpoint.PARTICIPANTS, Set.of("jane", "joe"))
                                .with(Touchpoint.NOTE, "both were content"))
                .build();

        Entry without =
                view(reviewed.erasePerson("jane")).entries(Touchpoint.SERIES).get(0);
        assertThat(without.get(Touchpoint.PARTICIPANTS))
                .hasSize(2)
                .contains("joe")
                .doesNotContain("jane");
        assertThat(without.find(Touchpoint.NOTE)).isEmpty();
        Entry nobody = view(reviewed.erase()).entries(Touchpoint.SERIES).get(0);
        assertThat(nobody.get(Touchpoint.PARTICIPANTS)).hasSize(2).doesNotContain("jane", "joe");
    }

    private static CustomerView view(Customer customer) {
        List<Customer> customers = List.of(customer);
        return Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR)))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 1, 10))
                .find(customer.id())
                .orElseThrow();
    }

    /** Everything that can be read of a customer, in every version, in one text. */
    private static String everything(Customer customer) {
        StringBuilder text = new StringBuilder(customer.toString())
                .append(customer.attributes())
                .append(customer.holds())
                .append(customer.source());
        customer.series()
                .forEach((key, history) -> history.entries().forEach(entry -> {
                    text.append(entry.id()).append(entry.source());
                    key.fields().forEach(field -> text.append('|').append((Object) entry.valueOrNull(field)));
                    text.append(key.read(entry));
                }));
        return text.toString();
    }

    @Test
    void erasedPerson_isInNoRendering() {
        assertThat(everything(ACME))
                .contains("Jane Doe", "jane.roe", "|jane|", "erased-9 is Jane", "I like it", "JANE DOE");

        assertThat(everything(ACME.erasePerson("jane")).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("jane", "doe", "jd@", "roe", "i like it")
                .contains("joe bloggs", "ann other", "export");
    }

    @Test
    void erasedPerson_leavesCountsAndSums() {
        CustomerView before = view(ACME);
        CustomerView after = view(ACME.erasePerson("jane").erasePerson("joe"));

        assertThat(after.get(StandardAttributes.USAGE_QUANTITY_30D)).isEqualTo(26.0);
        assertThat(after.get(StandardAttributes.USAGE_ACTIVE_USERS_30D)).isEqualTo(3.0);
        assertThat(after.get(StandardAttributes.SPONSOR_PRESENT)).isTrue();
        assertThat(after.entries(Person.SERIES)).hasSize(3);
        for (var derived : StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR))) {
            assertThat(after.read(derived.key()).value())
                    .as(derived.key().name())
                    .isEqualTo(before.read(derived.key()).value());
        }
    }

    @Test
    void erasedPeople_stayDifferent() {
        Customer erased = ACME.erasePerson("jane").erasePerson("joe").erasePerson("ann");

        assertThat(erased.entries(Person.SERIES))
                .extracting(Entry::id)
                .containsExactly("erased-1", "erased-1", "erased-2", "erased-3");
    }

    @Test
    void erasingTwice_changesNothing() {
        Customer once = ACME.erasePerson("jane");

        assertThat(everything(once.erasePerson("jane"))).isEqualTo(everything(once));
        assertThat(everything(once.erasePerson("erased-1"))).isEqualTo(everything(once));
    }

    @Test
    void erasedCustomer_hasNoPersonalDataLeft() {
        Customer erased = ACME.erase();

        assertThat(erased.attributes()).containsOnlyKeys(CustomerAttributes.NAME);
        erased.series()
                .forEach((key, history) -> history.entries().forEach(entry -> {
                    for (AttributeKey<?> field : key.fields()) {
                        Object value = entry.valueOrNull(field);
                        if (field.sensitivity() == Sensitivity.PERSONAL && value != null) {
                            assertThat(value.toString()).matches("erased-[0-9]+");
                        }
                    }
                }));
        assertThat(view(erased).entries(Person.SERIES)).hasSize(3);
        assertThat(view(erased).get(StandardAttributes.USAGE_ACTIVE_USERS_30D)).isEqualTo(3.0);
        assertThat(view(erased).get(StandardAttributes.USAGE_QUANTITY_30D)).isEqualTo(26.0);
    }

    @Test
    void erasedConsumer_keepsWhatWasPaid() {
        Customer consumer = Customer.builder("p-17", START)
                .set(CustomerAttributes.PERSON_NAME, "Jane Doe", START)
                .set(CustomerAttributes.AGE, 44.0, START)
                .set(CustomerAttributes.COUNTRY, "DE", START)
                .add(Purchase.SERIES, p -> p.at(START).with(Purchase.AMOUNT, Money.parse("EUR 19.99")))
                .build()
                .erase();

        assertThat(consumer.attributes()).containsOnlyKeys(CustomerAttributes.COUNTRY);
        assertThat(view(consumer).get(StandardAttributes.PURCHASES_AMOUNT_365D)).isEqualTo(Money.parse("EUR 19.99"));
    }

    @Test
    void textOfAnEntry_doesNotShowWhatIsPersonal() {
        for (SeriesKey<?> key : List.<SeriesKey<?>>of(Person.SERIES, Usage.SERIES, SurveyAnswer.SERIES)) {
            assertThat(ACME.entries(key).get(0).toString())
                    .doesNotContain("Jane Doe", "jd@", "=jane", "I like it")
                    .contains("(personal)");
        }
    }
}
