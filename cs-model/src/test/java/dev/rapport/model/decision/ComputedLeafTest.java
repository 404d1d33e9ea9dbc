package dev.rapport.model.decision;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.derived.Aggregate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Leaves that compute what they read, and views of earlier days. */
class ComputedLeafTest {

    private static final AttributeKey<Double> OPENED = AttributeKey.number("opened");
    private static final DerivedAttribute<Double> TICKETS =
            Aggregate.of(Ticket.SERIES).last(30, DAYS).count().as(OPENED);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static Instant at(String day) {
        return Instant.parse(day + "T08:00:00Z");
    }

    private static Node leaf(DerivedAttribute<Double> attribute) {
        return Node.number("opened", OPENED, (number, today) -> number).computedBy(attribute);
    }

    private static Book book(Customer... customers) {
        return Facts.of(Customer.adapter(List.of(customers)), List.of(customers))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(DAY);
    }

    private static Customer.Builder customer(String id) {
        return Customer.builder(id, at("2026-03-01")).set(CustomerAttributes.HEADCOUNT, 40.0, at("2026-03-01"));
    }

    @Test
    void computedLeaf_readsTheSeries_inRowsAndColumnsAlike_andRequiresNothingElse() {
        Program program = Program.of(leaf(TICKETS));
        Book book = book(
                customer("a")
                        .add(Ticket.SERIES, t -> t.id("1").at(at("2026-06-12")))
                        .build(),
                customer("b").build());

        assertThat(program.requirements()).isEqualTo(Requirements.series(Ticket.SERIES));
        assertThat(book.missing(program.requirements())).isEqualTo(Requirements.none());
        assertThat(program.explain(book.customers().get(0)).value()).hasValue(1);
        assertThat(program.evaluate(program.columns(book)).get(0).values()).containsExactly(1, 0);
    }

    @Test
    void computedLeaf_ofASeriesThatIsNotFed_isMissing_notZero() {
        Program program = Program.of(leaf(TICKETS));
        Book book = book(customer("a").build());

        Explanation explanation = program.explain(book.customers().get(0));
        assertThat(explanation.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(explanation.reason()).contains("series tickets is not fed");
        assertThat(program.evaluate(program.columns(book)).get(0).status(0)).isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void oneAttribute_cannotComeFromTwoComputations() {
        DerivedAttribute<Double> other =
                Aggregate.of(Ticket.SERIES).last(60, DAYS).count().as(OPENED);
        List<Node> nodes = List.of(leaf(TICKETS), leaf(other));
        assertThatThrownBy(() -> Program.of(nodes))
                .hasMessageStartingWith("attribute (opened) must come from one computation, has two.");
        assertThat(Program.of(List.of(leaf(TICKETS), leaf(TICKETS))).outputs()).hasSize(2);
        assertThatThrownBy(() -> Node.number("x", AttributeKey.number("x"), (number, today) -> number)
                        .computedBy(TICKETS))
                .hasMessageStartingWith("attribute (opened) must be the one that the leaf reads, x");
    }

    @Test
    void earlierView_seesWhatWasTrueThen_asFarAsIsKnownNow() {
        Customer customer = customer("a")
                .set(CustomerAttributes.HEADCOUNT, 55.0, at("2026-06-10"))
                .add(Ticket.SERIES, t -> t.id("1").at(at("2026-06-12")))
                .build();
        CustomerView now = book(customer).customers().get(0);
        CustomerView then = now.daysBefore(30).orElseThrow();

        assertThat(then.date()).isEqualTo(LocalDate.of(2026, 5, 31));
        assertThat(then.asOf().knownAt()).isEqualTo(now.asOf().knownAt());
        assertThat(then.find(CustomerAttributes.HEADCOUNT)).contains(40.0);
        assertThat(now.find(CustomerAttributes.HEADCOUNT)).contains(55.0);
        assertThat(then.entries(Ticket.SERIES)).isEmpty();
        assertThat(then.daysBefore(92)).isEmpty();
        assertThat(now.daysBefore(122)).isEmpty();
        assertThat(now.daysBefore(121)).isPresent();
    }

    @Test
    void earlierView_doesNotSeeWhatWasLaidOverTheBook() {
        AttributeKey<String> tier = AttributeKey.text("tier");
        Book book = book(customer("a").build()).with(tier, "test", Map.of("a", "small"));
        Optional<CustomerView> then = book.customers().get(0).daysBefore(30);
        assertThat(then.orElseThrow().read(tier).status()).isEqualTo(Reading.Status.MISSING);
        CustomerView bare = book.customers().get(0).daysBefore(0).orElseThrow();
        assertThat(bare.read(tier).status()).isEqualTo(Reading.Status.MISSING);
        assertThat(bare.asOf()).isEqualTo(book.asOf());
    }

    @Test
    void days_endAtTheSameTimeOfDay_whateverTheClocksDo() {
        Customer customer = customer("a").build();
        CustomerView view = Facts.of(Customer.adapter(List.of(customer)), List.of(customer))
                .in(ZoneId.of("Europe/Berlin"), CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 4, 10))
                .customers()
                .get(0);
        assertThat(view.daysBefore(20).orElseThrow().asOf().validAt()).isEqualTo(Instant.parse("2026-03-21T23:00:00Z"));
    }
}
