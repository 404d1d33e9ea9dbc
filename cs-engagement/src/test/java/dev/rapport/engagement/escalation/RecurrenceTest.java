package dev.rapport.engagement.escalation;

import static dev.rapport.engagement.escalation.EscalatedBooks.SINCE;
import static dev.rapport.engagement.escalation.EscalatedBooks.closedTicket;
import static dev.rapport.engagement.escalation.EscalatedBooks.customer;
import static dev.rapport.engagement.escalation.EscalatedBooks.escalatedTicket;
import static dev.rapport.engagement.escalation.EscalatedBooks.feedback;
import static dev.rapport.engagement.escalation.EscalatedBooks.report;
import static dev.rapport.engagement.escalation.EscalatedBooks.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ticket;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How often causes recur, how fast they close, and what is open for whom. */
class RecurrenceTest {

    @Test
    void recurrence_saysHowManyCustomers_andHowMuch() {
        EscalationReport report = report(
                customer(
                        "a",
                        ticket("t-1", "2026-06-01", "defect", "urgent")
                                .andThen(ticket("t-2", "2026-06-02", "defect", "low"))),
                customer("b", ticket("t-1", "2026-06-01", "defect", "low")),
                Customer.builder("c", SINCE)
                        .add(
                                Ticket.SERIES,
                                e -> e.id("t").at(LocalDate.of(2026, 6, 1)).with(Ticket.CAUSE, "defect"))
                        .build(),
                customer("d", ticket("t-1", "2026-06-01", "gap", "low")));

        assertThat(report.recurrences())
                .extracting(
                        Recurrence::cause,
                        Recurrence::department,
                        Recurrence::customers,
                        Recurrence::signs,
                        Recurrence::open,
                        Recurrence::arr,
                        Recurrence::withoutArr)
                .containsExactly(
                        tuple("defect", Optional.of("engineering"), 3, 4, 1, Money.of(CurrencyUnit.EUR, 20_000), 1),
                        tuple("gap", Optional.of("product"), 1, 1, 0, Money.of(CurrencyUnit.EUR, 10_000), 0));
    }

    @Test
    void recurrence_tellsHowFastACauseCloses_openOnesCountAsSlower() {
        EscalationReport closed = report(
                customer("a", closedTicket("t1", "2026-06-01", "2026-06-05")),
                customer("b", closedTicket("t2", "2026-06-01", "2026-06-11")));
        assertThat(closed.recurrences().get(0).medianDaysToClose()).hasValue(7);

        EscalationReport open = report(
                customer("a", closedTicket("t1", "2026-06-01", "2026-06-05")),
                customer("b", escalatedTicket("t2", "2026-06-01", "defect")),
                customer("c", escalatedTicket("t3", "2026-06-01", "defect")));
        assertThat(open.recurrences().get(0).medianDaysToClose())
                .as("two of three are not done with")
                .isEmpty();
    }

    @Property
    void medianDaysToClose_ofClosedOnes_isTheMiddleOne(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 40) Integer> days) {
        Customer[] customers = new Customer[days.size()];
        for (int i = 0; i < customers.length; i++) {
            LocalDate opened = LocalDate.of(2026, 5, 1);
            customers[i] = customer(
                    "c-" + i,
                    closedTicket(
                            "t", opened.toString(), opened.plusDays(days.get(i)).toString()));
        }
        List<Integer> sorted = days.stream().sorted().toList();
        double middle = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
        assertThat(report(customers).recurrences().get(0).medianDaysToClose()).hasValue(middle);
    }

    @Test
    void departments_haveWhatIsOpenForThem_eachCustomersRevenueOnce() {
        EscalationReport report = report(
                customer(
                        "a",
                        escalatedTicket("t1", "2026-06-01", "defect")
                                .andThen(escalatedTicket("t2", "2026-06-01", "performance"))),
                customer("b", escalatedTicket("t3", "2026-06-30", "defect")));
        assertThat(report.departments())
                .filteredOn(load -> load.open() > 0)
                .extracting(
                        DepartmentLoad::department,
                        DepartmentLoad::open,
                        DepartmentLoad::overdue,
                        DepartmentLoad::customers,
                        DepartmentLoad::arr,
                        DepartmentLoad::withoutAccountable)
                .containsExactly(tuple("engineering", 3, 3, 2, Money.of(CurrencyUnit.EUR, 20_000), 0));
        assertThat(report.departments()).extracting(DepartmentLoad::department).contains("finance");
    }

    @Test
    void unknownCauses_areListed_notDropped() {
        EscalationReport report = report(
                customer("a", escalatedTicket("t", "2026-06-29", "mystery")),
                customer("b", feedback("2026-06-29", "mystery", "heard")));

        assertThat(report.escalations()).isEmpty();
        assertThat(report.recurrences()).isEmpty();
        assertThat(report.unknownCauses()).singleElement().satisfies(recurrence -> {
            assertThat(recurrence.cause()).isEqualTo("mystery");
            assertThat(recurrence.department()).isEmpty();
            assertThat(recurrence.customers()).isEqualTo(2);
            assertThat(recurrence.open()).isEqualTo(2);
        });
    }
}
