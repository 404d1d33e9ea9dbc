package dev.rapport.model.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.family.Succession.Kind;
import dev.rapport.model.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class SuccessionsTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Customer customer(String id) {
        return Customer.builder(id, LONG_AGO).build();
    }

    private static Customer merged(String id, String into, LocalDate on) {
        return Customer.builder(id, LONG_AGO)
                .set(CustomerAttributes.MERGED_INTO, into, start(on))
                .build();
    }

    private static Customer split(String id, String from, LocalDate on) {
        return Customer.builder(id, LONG_AGO)
                .set(CustomerAttributes.SPLIT_FROM, from, start(on))
                .build();
    }

    private static Book book(LocalDate date, Customer... customers) {
        return Facts.of(Customer.adapter(List.of(customers)), List.of(customers))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(date);
    }

    @Test
    void merger_saysWhoBecameWhom_throughAllSteps() {
        Successions successions = Successions.of(
                book(SUMMER, customer("c"), merged("a", "b", SPRING), merged("b", "c", SUMMER), customer("d")));

        assertThat(successions.all())
                .containsExactly(new Succession("a", "b", Kind.MERGER), new Succession("b", "c", Kind.MERGER));
        assertThat(successions.successors("a"))
                .extracting(Succession::successor)
                .containsExactly("b");
        assertThat(successions.mergedInto("a")).contains("c");
        assertThat(successions.mergedInto("d")).isEmpty();
        assertThat(successions.problems()).isEmpty();
    }

    @Test
    void split_leadsFromOneToSeveral() {
        Successions successions =
                Successions.of(book(SUMMER, customer("a"), split("b", "a", SPRING), split("c", "a", SPRING)));

        assertThat(successions.successors("a"))
                .containsExactly(new Succession("a", "b", Kind.SPLIT), new Succession("a", "c", Kind.SPLIT));
        assertThat(successions.predecessors("c"))
                .extracting(Succession::predecessor)
                .containsExactly("a");
        assertThat(successions.mergedInto("a")).isEmpty();
    }

    @Test
    void successionsSinceAnEarlierCut_areThoseItDidNotKnow() {
        Customer[] customers = {customer("x"), merged("a", "x", SPRING), merged("b", "x", SUMMER)};
        Successions before = Successions.of(book(SUMMER.minusDays(1), customers));
        Successions after = Successions.of(book(SUMMER, customers));

        assertThat(before.all()).containsExactly(new Succession("a", "x", Kind.MERGER));
        assertThat(after.since(before)).containsExactly(new Succession("b", "x", Kind.MERGER));
        assertThat(after.since(after)).isEmpty();
    }

    @Test
    void customerThatCameOutOfAnotherAndWentBack_isNoCircle() {
        Customer back = Customer.builder("b", LONG_AGO)
                .set(CustomerAttributes.SPLIT_FROM, "a", start(SPRING))
                .set(CustomerAttributes.MERGED_INTO, "a", start(SUMMER))
                .build();
        Successions successions = Successions.of(book(SUMMER, customer("a"), back));

        assertThat(successions.all())
                .containsExactly(new Succession("a", "b", Kind.SPLIT), new Succession("b", "a", Kind.MERGER));
        assertThat(successions.problems()).isEmpty();
    }

    @Test
    void successorsThatAreNotThere_andCircles_areReportedAndLeftOut() {
        Successions successions = Successions.of(book(
                SUMMER,
                merged("a", "b", SPRING),
                merged("b", "a", SPRING),
                merged("c", "nobody", SPRING),
                split("d", "e", SPRING),
                split("e", "d", SPRING)));

        assertThat(successions.all()).isEmpty();
        assertThat(successions.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("merger-cycle", "split-cycle", "unknown-reference");
    }
}
