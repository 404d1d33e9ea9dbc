package dev.rapport.model.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.MissingAttributeException;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A host's own classes through an adapter, as its engineers would write it. */
class BookTest {

    record Account(
            String id, LocalDate signedUpOn, @Nullable String industry, List<Subscription> subscriptions) {}

    record Subscription(
            String id, LocalDate start, @Nullable LocalDate end, double yearly) {}

    private static final AttributeKey<String> INDUSTRY = AttributeKey.text("industry");
    private static final AttributeKey<LocalDate> START = AttributeKey.date("start");
    private static final AttributeKey<LocalDate> END = AttributeKey.date("end");
    private static final AttributeKey<Double> YEARLY = AttributeKey.number("yearly");
    private static final SeriesKey<Entry> SUBSCRIPTIONS =
            SeriesKey.records("subscriptions", entry -> entry).requires(START).allows(END, YEARLY);
    private static final AttributeKey<Double> RUNNING = AttributeKey.number("running");
    private static final AttributeKey<Double> DOUBLED = AttributeKey.number("doubled");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final ViewAdapter<Account> ADAPTER = ViewAdapter.builder(Account::id)
            .source("accounts")
            .since(Account::signedUpOn)
            .attribute(INDUSTRY, Account::industry)
            .source("subscriptions")
            .series(
                    SUBSCRIPTIONS,
                    Account::subscriptions,
                    (SeriesBinding.Builder<Subscription> s) -> s.id(Subscription::id)
                            .at(Subscription::start)
                            .field(START, Subscription::start)
                            .field(END, Subscription::end, Subscription::end)
                            .field(YEARLY, Subscription::yearly))
            .build();

    private static final DerivedAttribute<Double> RUNNING_SUM = new DerivedAttribute<>(
            RUNNING,
            Requirements.series(SUBSCRIPTIONS),
            view -> Reading.present(
                    view.entries(SUBSCRIPTIONS).stream()
                            .filter(entry -> entry.find(END).isEmpty())
                            .mapToDouble(entry -> entry.get(YEARLY))
                            .sum(),
                    dev.rapport.model.attribute.Provenance.of("sum")));

    private static final DerivedAttribute<Double> TWICE = new DerivedAttribute<>(
            DOUBLED,
            Requirements.attributes(RUNNING),
            view -> Reading.present(2 * view.get(RUNNING), dev.rapport.model.attribute.Provenance.of("twice")));

    private static final List<Account> ACCOUNTS = List.of(
            new Account("b", LocalDate.of(2025, 1, 1), null, List.of()),
            new Account(
                    "a",
                    LocalDate.of(2025, 1, 1),
                    "Retail",
                    List.of(
                            new Subscription("s1", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 3, 1), 100),
                            new Subscription("s2", LocalDate.of(2025, 6, 1), null, 50))),
            new Account("c", LocalDate.of(2026, 7, 1), "Food", List.of()));

    private static Facts facts(List<Account> accounts) {
        return Facts.of(ADAPTER, accounts).derive(List.of(TWICE, RUNNING_SUM)).in(BERLIN, CurrencyUnit.EUR);
    }

    @Test
    void book_containsOnlyThoseWhoAreCustomersByThen() {
        assertThat(facts(ACCOUNTS).asOf(LocalDate.of(2026, 6, 30)).customerIds())
                .containsExactly("a", "b");
        assertThat(facts(ACCOUNTS).asOf(LocalDate.of(2026, 7, 1)).customerIds()).containsExactly("a", "b", "c");
        assertThat(facts(List.of()).asOf(LocalDate.of(2026, 7, 1)).size()).isZero();
    }

    @Test
    void fieldKnownFromALaterDay_isNotSeenBefore() {
        assertThat(running("a", LocalDate.of(2026, 2, 28))).isEqualTo(150);
        assertThat(running("a", LocalDate.of(2026, 3, 1))).isEqualTo(50);
        assertThat(running("a", LocalDate.of(2025, 5, 31))).isEqualTo(100);
    }

    private static double running(String customer, LocalDate date) {
        return facts(ACCOUNTS).asOf(date).find(customer).orElseThrow().get(RUNNING);
    }

    @Test
    void derivedAttributes_mayReadEachOther_inAnyOrder() {
        CustomerView view =
                facts(ACCOUNTS).asOf(LocalDate.of(2026, 6, 30)).find("a").orElseThrow();
        assertThat(view.get(DOUBLED)).isEqualTo(100);
    }

    @Test
    void derivedCircle_namesThePath() {
        DerivedAttribute<Double> circle =
                new DerivedAttribute<>(RUNNING, Requirements.attributes(DOUBLED), view -> Reading.missing());
        assertThatThrownBy(() -> Facts.of(ADAPTER, ACCOUNTS)
                        .derive(List.of(circle, TWICE))
                        .in(BERLIN, CurrencyUnit.EUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("running -> doubled -> running");
    }

    @Test
    void missingAttribute_saysCustomerKeyAndTime() {
        CustomerView view =
                facts(ACCOUNTS).asOf(LocalDate.of(2026, 6, 30)).find("b").orElseThrow();
        assertThatThrownBy(() -> view.get(INDUSTRY))
                .isInstanceOf(MissingAttributeException.class)
                .hasMessage("attribute (industry) of customer (b) as of 2026-06-30T22:00:00Z: no value.");
    }

    @Test
    void duplicateIds_areRefused() {
        List<Account> twice = new ArrayList<>(ACCOUNTS);
        twice.add(ACCOUNTS.get(0));
        assertThatThrownBy(() -> facts(twice).asOf(LocalDate.of(2026, 6, 30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("customer id (b) must be unique");
    }

    @Test
    void rowOrder_doesNotMatter() {
        List<Account> shuffled = new ArrayList<>(ACCOUNTS);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(facts(shuffled).asOf(LocalDate.of(2026, 8, 1)).customerIds()).containsExactly("a", "b", "c");
    }

    @Test
    void only_keepsThoseWhoMeetTheCondition_inTheirOrder() {
        Book book = facts(ACCOUNTS).asOf(LocalDate.of(2026, 8, 1));
        assertThat(book.only(view -> !view.customerId().equals("b")).customerIds())
                .containsExactly("a", "c");
        assertThat(book.only(view -> false).size()).isZero();
    }

    @Test
    void overlay_isReadLikeAnyAttribute() {
        AttributeKey<String> segment = AttributeKey.text("segment");
        Book book = facts(ACCOUNTS).asOf(LocalDate.of(2026, 6, 30)).with(segment, "tiers@1", Map.of("a", "large"));
        assertThat(book.find("a").orElseThrow().get(segment)).isEqualTo("large");
        assertThat(book.find("b").orElseThrow().read(segment).status()).isEqualTo(Reading.Status.MISSING);
        assertThat(book.provides().attributes()).contains(segment, RUNNING, DOUBLED, INDUSTRY);
    }

    @Test
    void missingRequirements_areListed() {
        Book book = facts(ACCOUNTS).asOf(LocalDate.of(2026, 6, 30));
        AttributeKey<Double> unknown = AttributeKey.number("unknown");
        assertThat(book.missing(Requirements.attributes(INDUSTRY, unknown)).attributes())
                .containsExactly(unknown);
        assertThat(book.provides(SUBSCRIPTIONS, YEARLY)).isTrue();
    }

    @Test
    void columns_holdWhatTheViewsRead() {
        Book book = facts(ACCOUNTS).asOf(LocalDate.of(2026, 8, 1));
        Columns columns = book.columns(List.of(INDUSTRY, RUNNING));
        assertThat(columns.customerIds()).isEqualTo(book.customerIds());
        Column industry = columns.find(INDUSTRY).orElseThrow();
        assertThat(industry.words().get((int) industry.number(0))).isEqualTo("Retail");
        assertThat(industry.isPresent(1)).isFalse();
        assertThat(columns.find(RUNNING).orElseThrow().number(0)).isEqualTo(50);
    }

    @Test
    void moneyColumn_keepsTheCurrencyOfEachAmount() {
        AttributeKey<Money> fee = AttributeKey.money("fee");
        Book book = facts(ACCOUNTS)
                .asOf(LocalDate.of(2026, 8, 1))
                .with(fee, "test", Map.of("a", Money.parse("USD 5.00"), "b", Money.parse("EUR 7.50")));
        Column column = book.columns(List.of(fee)).find(fee).orElseThrow();
        assertThat(column.currencies()).containsExactly(CurrencyUnit.USD, CurrencyUnit.EUR);
        assertThat(column.currency(0)).isEqualTo(CurrencyUnit.USD);
        assertThat(column.currency(1)).isEqualTo(CurrencyUnit.EUR);
        assertThat(column.number(1)).isEqualTo(7.5);
        assertThat(column.status(2)).isEqualTo(Reading.Status.MISSING);
    }

    @Test
    void unboundRequiredField_isRefusedWhenTheAdapterIsMade() {
        assertThatThrownBy(() -> ViewAdapter.builder(Account::id)
                        .series(
                                SUBSCRIPTIONS,
                                Account::subscriptions,
                                (SeriesBinding.Builder<Subscription> s) ->
                                        s.id(Subscription::id).at(Subscription::start)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series (subscriptions) must bind field start.");
    }
}
