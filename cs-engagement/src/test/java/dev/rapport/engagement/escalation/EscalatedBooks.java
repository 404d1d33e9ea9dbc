package dev.rapport.engagement.escalation;

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
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Small books with signs of causes, and who answers for what. */
final class EscalatedBooks {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    static final EscalationPolicy POLICY = EscalationPolicy.standard();

    private EscalatedBooks() {}

    static Customer customer(String id, Consumer<Customer.Builder> facts) {
        Customer.Builder builder = Customer.builder(id, SINCE).set(ARR, Money.of(CurrencyUnit.EUR, 10_000), SINCE);
        facts.accept(builder);
        return builder.build();
    }

    static Consumer<Customer.Builder> ticket(String id, String opened, String cause, String severity) {
        return c -> c.add(Ticket.SERIES, e -> {
            e.id(id).at(LocalDate.parse(opened)).with(Ticket.SEVERITY, severity);
            if (!cause.isEmpty()) {
                e.with(Ticket.CAUSE, cause);
            }
        });
    }

    static Consumer<Customer.Builder> escalatedTicket(String id, String opened, String cause) {
        return c -> c.add(Ticket.SERIES, e -> {
            e.id(id).at(LocalDate.parse(opened)).with(Ticket.ESCALATED, true);
            if (!cause.isEmpty()) {
                e.with(Ticket.CAUSE, cause);
            }
        });
    }

    static Consumer<Customer.Builder> feedback(String at, String cause, String status) {
        return c -> c.add(
                Feedback.SERIES,
                e -> e.at(LocalDate.parse(at)).with(Feedback.CAUSE, cause).with(Feedback.STATUS, status));
    }

    static Consumer<Customer.Builder> invoice(String due) {
        return c -> c.add(
                Invoice.SERIES,
                e -> e.id("i-" + due)
                        .at(LocalDate.parse(due).minusDays(30))
                        .with(Invoice.AMOUNT, Money.of(CurrencyUnit.EUR, 500))
                        .with(Invoice.DUE_ON, LocalDate.parse(due)));
    }

    static Consumer<Customer.Builder> owner(String role, String member) {
        return c -> c.add(
                Ownership.SERIES,
                e -> e.id(role + member)
                        .at(SINCE)
                        .with(Ownership.ROLE, role)
                        .with(Ownership.OWNER, member)
                        .with(Ownership.FROM, LocalDate.of(2020, 1, 1)));
    }

    static Book book(Customer... customers) {
        return Facts.of(Customer.adapter(List.of(customers)), List.of(customers))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    static EscalationReport report(Customer... customers) {
        return EscalationReport.of(
                POLICY, book(customers), Accountability.of(organisation()), BusinessCalendar.weekdays());
    }

    static Organisation organisation() {
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

    static Consumer<Customer.Builder> closedTicket(String id, String opened, String closed) {
        return c -> c.add(
                Ticket.SERIES,
                e -> e.id(id)
                        .at(LocalDate.parse(opened))
                        .with(Ticket.CAUSE, "defect")
                        .with(Ticket.CLOSED_ON, LocalDate.parse(closed)));
    }
}
