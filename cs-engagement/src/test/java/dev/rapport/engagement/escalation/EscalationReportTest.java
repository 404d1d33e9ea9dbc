package dev.rapport.engagement.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class EscalationReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final EscalationPolicy POLICY = EscalationPolicy.standard();

    private static Customer customer(String id, Consumer<Customer.Builder> facts) {
        Customer.Builder builder = Customer.builder(id, SINCE).set(ARR, Money.of(CurrencyUnit.EUR, 10_000), SINCE);
        facts.accept(builder);
        return builder.build();
    }

    private static Consumer<Customer.Builder> ticket(String id, String opened, String cause, String severity) {
        return c -> c.add(Ticket.SERIES, e -> {
            e.id(id).at(LocalDate.parse(opened)).with(Ticket.SEVERITY, severity);
            if (!cause.isEmpty()) {
                e.with(Ticket.CAUSE, cause);
            }
        });
    }

    private static Consumer<Customer.Builder> escalatedTicket(String id, String opened, String cause) {
        return c -> c.add(Ticket.SERIES, e -> {
            e.id(id).at(LocalDate.parse(opened)).with(Ticket.ESCALATED, true);
            if (!cause.isEmpty()) {
                e.with(Ticket.CAUSE, cause);
            }
        });
    }

    private static Consumer<Customer.Builder> feedback(String at, String cause, String status) {
        return c -> c.add(
                Feedback.SERIES,
                e -> e.at(LocalDate.parse(at)).with(Feedback.CAUSE, cause).with(Feedback.STATUS, status));
    }

    private static Consumer<Customer.Builder> invoice(String due) {
        return c -> c.add(
                Invoice.SERIES,
                e -> e.id("i-" + due)
                        .at(LocalDate.parse(due).minusDays(30))
                        .with(Invoice.AMOUNT, Money.of(CurrencyUnit.EUR, 500))
                        .with(Invoice.DUE_ON, LocalDate.parse(due)));
    }

    private static Consumer<Customer.Builder> owner(String role, String member) {
        return c -> c.add(
                Ownership.SERIES,
                e -> e.id(role + member)
                        .at(SINCE)
                        .with(Ownership.ROLE, role)
                        .with(Ownership.OWNER, member)
                        .with(Ownership.FROM, LocalDate.of(2020, 1, 1)));
    }

    private static Book book(Customer... customers) {
        return Facts.of(Customer.adapter(List.of(customers)), List.of(customers))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    private static EscalationReport report(Customer... customers) {
        return EscalationReport.of(
                POLICY, book(customers), Accountability.of(organisation()), BusinessCalendar.weekdays());
    }

    private static Organisation organisation() {
        Organisation.Builder organisation = Organisation.builder(DocumentHeader.of("us", "1"));
        for (String department :
                List.of("top", "customer-success", "sales", "engineering", "finance", "support", "onboarding")) {
            organisation.add(Department.of(department, department));
        }
        organisation.add(role("ceo", "top", Optional.empty()));
        organisation.add(role("vp", "customer-success", Optional.of("ceo")));
        organisation.add(role("csm", "customer-success", Optional.of("vp")));
        organisation.add(role("head-of-engineering", "engineering", Optional.of("ceo")));
        organisation.add(role("head-of-finance", "finance", Optional.of("ceo")));
        organisation.add(role("head-of-sales", "sales", Optional.of("ceo")));
        organisation.add(role("account-executive", "sales", Optional.of("head-of-sales")));
        organisation.add(role("support-lead", "support", Optional.of("vp")));
        return organisation
                .add(member("clara", "ceo"))
                .add(member("vera", "vp"))
                .add(member("anna", "csm"))
                .add(member("ben", "csm"))
                .add(Member.builder()
                        .from(member("gone", "csm"))
                        .leftOn(LocalDate.of(2026, 5, 1))
                        .build())
                .add(member("edgar", "head-of-engineering"))
                .add(member("sofia", "head-of-sales"))
                .add(member("lea", "support-lead"))
                .build();
    }

    private static Role role(String id, String department, Optional<String> above) {
        return Role.builder()
                .id(id)
                .title(id)
                .department(department)
                .reportsTo(above)
                .build();
    }

    private static Member member(String id, String role) {
        return Member.builder()
                .id(id)
                .role(role)
                .zone(ZoneOffset.UTC)
                .hoursPerWeek(BigDecimal.TEN)
                .build();
    }

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
                    closedTicket("t", opened.toString(), opened.plusDays(days.get(i)).toString()));
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

    private static Consumer<Customer.Builder> closedTicket(String id, String opened, String closed) {
        return c -> c.add(Ticket.SERIES, e -> e.id(id)
                .at(LocalDate.parse(opened))
                .with(Ticket.CAUSE, "defect")
                .with(Ticket.CLOSED_ON, LocalDate.parse(closed)));
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

    @Test
    void preset_isComplete() {
        Set<String> departments = new HashSet<>();
        for (Route route : POLICY.routes()) {
            departments.add(route.department());
            assertThat(route.reason()).endsWith(".");
        }
        assertThat(departments)
                .contains("customer-success", "onboarding", "sales", "engineering", "product", "finance", "support");
        assertThat(POLICY.find("use-case-not-achieved").orElseThrow().role()).isEqualTo("csm");
        assertThat(POLICY.find("expectations-not-met").orElseThrow().department())
                .isEqualTo("sales");
        assertThat(POLICY.header().description().orElseThrow())
                .contains("Preset")
                .contains("Vice President");
    }

    @Test
    void policy_isHeldAgainstTheOrganisation() {
        assertThat(POLICY.against(organisation()).list())
                .extracting(Problem::render)
                .contains(
                        "/routes/2/role: organisation has no role \"onboarding\".",
                        "/routes/6/department: organisation has no department \"product\".");
    }

    @Test
    void policy_isCheckedAsAWhole() {
        assertThatThrownBy(() -> EscalationPolicy.builder()
                        .from(POLICY)
                        .addRoutes(POLICY.routes().get(0))
                        .causeOfEscalatedTickets("suport-failure")
                        .windowDays(0)
                        .build())
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        e -> assertThat(e.problems().errorCount()).isEqualTo(3))
                .hasMessageContaining("Maybe \"support-failure\"");
    }
}
