package dev.rapport.engagement.escalation;

import static dev.rapport.engagement.escalation.EscalatedBooks.POLICY;
import static dev.rapport.engagement.escalation.EscalatedBooks.book;
import static dev.rapport.engagement.escalation.EscalatedBooks.customer;
import static dev.rapport.engagement.escalation.EscalatedBooks.escalatedTicket;
import static dev.rapport.engagement.escalation.EscalatedBooks.feedback;
import static dev.rapport.engagement.escalation.EscalatedBooks.invoice;
import static dev.rapport.engagement.escalation.EscalatedBooks.owner;
import static dev.rapport.engagement.escalation.EscalatedBooks.report;
import static dev.rapport.engagement.escalation.EscalatedBooks.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Ticket;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Who must act on what, and by when. */
class EscalationReportTest {

    @Test
    void cause_goesToOneAccountable_withADeadline() {
        EscalationReport report = report(
                customer("acme", escalatedTicket("t-1", "2026-06-26", "defect").andThen(owner("csm", "anna"))));

        assertThat(report.escalations()).singleElement().satisfies(escalation -> {
            assertThat(escalation.customerId()).isEqualTo("acme");
            assertThat(escalation.route().department()).isEqualTo("engineering");
            assertThat(escalation.accountable()).contains("edgar");
            assertThat(escalation.because())
                    .isEqualTo("the customer has no head-of-engineering; answers for that role");
            assertThat(escalation.raisedAt()).isEqualTo("2026-06-26T00:00:00Z");
            assertThat(escalation.actBy()).isEqualTo("2026-06-26T17:00:00Z");
            assertThat(escalation.overdue()).isTrue();
            assertThat(escalation.arr()).contains(Money.of(CurrencyUnit.EUR, 10_000));
            assertThat(escalation.signs()).extracting(Sign::text).containsExactly("escalated ticket open for 4 days");
        });
    }

    @Test
    void owner_comesBeforeWhoAnswersForTheRole() {
        EscalationReport report = report(
                customer(
                        "a-owned",
                        feedback("2026-06-29", "use-case-not-achieved", "heard").andThen(owner("csm", "ben"))),
                customer(
                        "b-gone",
                        feedback("2026-06-29", "use-case-not-achieved", "heard").andThen(owner("csm", "gone"))),
                customer("c-none", feedback("2026-06-29", "use-case-not-achieved", "heard")),
                customer(
                        "d-pool",
                        feedback("2026-06-29", "use-case-not-achieved", "heard").andThen(owner("csm", "pool-x"))),
                customer("e-empty-role", invoice("2026-05-01")),
                customer("f-promise", feedback("2026-06-29", "expectations-not-met", "heard")));

        assertThat(report.escalations())
                .extracting(Escalation::customerId, e -> e.accountable().orElse("nobody"), Escalation::because)
                .containsExactlyInAnyOrder(
                        tuple("a-owned", "ben", "owner of the customer as csm"),
                        tuple("b-gone", "vera", "stands in for gone, the customer's csm, up the reporting line"),
                        tuple("c-none", "vera", "the customer has no csm; answers for that role"),
                        tuple(
                                "d-pool",
                                "vera",
                                "csm of the customer is pool-x, no single member; answers for that role"),
                        tuple("e-empty-role", "clara", "the customer has no head-of-finance; answers for that role"),
                        tuple("f-promise", "sofia", "the customer has no account-executive; answers for that role"));
    }

    @Test
    void nobody_isAGap_notAGuess() {
        EscalationReport report = EscalationReport.of(
                POLICY,
                book(customer("acme", escalatedTicket("t", "2026-06-29", "defect"))),
                Accountability.ownersOnly(),
                BusinessCalendar.weekdays());

        assertThat(report.escalations()).singleElement().satisfies(escalation -> {
            assertThat(escalation.accountable()).isEmpty();
            assertThat(escalation.because())
                    .isEqualTo(
                            "the customer has no head-of-engineering, and nobody up the reporting line answers for that"
                                    + " role");
        });
    }

    @Test
    void oneCause_isOneEscalation_fromItsOldestSign() {
        EscalationReport report = report(customer(
                "acme",
                escalatedTicket("t-2", "2026-06-29", "defect")
                        .andThen(ticket("t-1", "2026-06-25", "defect", "urgent"))
                        .andThen(feedback("2026-06-27", "defect", "heard"))));

        assertThat(report.of("acme")).singleElement().satisfies(escalation -> {
            assertThat(escalation.raisedAt()).isEqualTo("2026-06-25T00:00:00Z");
            assertThat(escalation.signs())
                    .extracting(Sign::text)
                    .containsExactly(
                            "urgent ticket open for 5 days", "feedback, heard", "escalated ticket open for 1 day");
        });
        assertThat(report.of("other")).isEmpty();
    }

    @Test
    void whatIsDoneOrMinor_isNoEscalation_butCounts() {
        EscalationReport report = report(
                customer("a", ticket("t-1", "2026-06-01", "defect", "low")),
                customer(
                        "b",
                        c -> c.add(
                                Ticket.SERIES,
                                e -> e.id("t")
                                        .at(LocalDate.of(2026, 6, 1))
                                        .with(Ticket.ESCALATED, true)
                                        .with(Ticket.CAUSE, "defect")
                                        .with(Ticket.CLOSED_ON, LocalDate.of(2026, 6, 20)))),
                customer("c", feedback("2026-06-01", "defect", "acted")),
                customer("d", feedback("2025-12-01", "defect", "heard")),
                customer("e", invoice("2026-06-01")),
                customer("f", c -> c.add(Ticket.SERIES, e -> e.id("t").at(LocalDate.of(2026, 6, 1)))));

        assertThat(report.escalations()).isEmpty();
        assertThat(report.recurrences()).singleElement().satisfies(recurrence -> {
            assertThat(recurrence.cause()).isEqualTo("defect");
            assertThat(recurrence.customers()).isEqualTo(3);
            assertThat(recurrence.open()).isZero();
        });
    }

    @Test
    void causesWithoutName_comeFromThePolicy() {
        EscalationReport report =
                report(customer("a", escalatedTicket("t", "2026-06-29", "")), customer("b", invoice("2026-05-31")));

        assertThat(report.escalations())
                .extracting(Escalation::customerId, e -> e.route().cause())
                .containsExactly(tuple("a", "support-failure"), tuple("b", "payment"));
        assertThat(report.of("b").get(0)).satisfies(escalation -> {
            assertThat(escalation.raisedAt()).as("30 days after it was due").isEqualTo("2026-06-30T00:00:00Z");
            assertThat(escalation.signs().get(0).text()).isEqualTo("invoice of EUR 500.00 overdue for 30 days");
        });
    }
}
