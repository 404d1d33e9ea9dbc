package dev.rapport.model.testkit;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.time.AsOf;
import dev.rapport.model.time.TimeRange;
import dev.rapport.model.time.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An adapter that a host binds to its own classes. */
class BoundAdapterTest extends ViewAdapterContract<BoundAdapterTest.Account> {

    private static final AttributeKey<String> PLAN = AttributeKey.text("host.plan");
    private static final AttributeKey<String> BADGE = AttributeKey.text("host.badge");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    /** A subscription as a host keeps it: rows are overwritten when it ends, and say when. */
    record Subscription(String number, LocalDate startedOn, Optional<LocalDate> endedOn) {}

    /** A change in a ticket system, with when it was written. */
    record TicketChange(String number, Instant openedAt, Instant writtenAt, String severity) {}

    /** The host's own class. */
    record Account(
            String number,
            LocalDate signedUpOn,
            Timeline<String> plans,
            Optional<Instant> badgeSince,
            List<Subscription> subscriptions,
            List<TicketChange> tickets) {}

    private static Timeline<String> plans(String plan, Instant since) {
        return Timeline.<String>empty().record(plan, TimeRange.startingAt(since), since);
    }

    private static Account account(String number) {
        return new Account(
                number,
                LocalDate.parse("2026-01-10"),
                plans("basic", MARCH),
                Optional.empty(),
                List.of(
                        new Subscription("2", LocalDate.parse("2026-03-01"), Optional.empty()),
                        new Subscription(
                                "1", LocalDate.parse("2026-02-01"), Optional.of(LocalDate.parse("2026-04-01")))),
                List.of(new TicketChange("t", MARCH, MARCH, "low")));
    }

    @Override
    protected ViewAdapter<Account> adapter() {
        return ViewAdapter.builder(Account::number)
                .source("crm")
                .since(Account::signedUpOn)
                .attribute(CustomerAttributes.NAME, account -> "Account " + account.number())
                .timeline(PLAN, Account::plans)
                .attribute(
                        BADGE,
                        account -> "gold",
                        account -> account.badgeSince().orElse(Instant.parse("9998-01-01T00:00:00Z")))
                .series(
                        Contract.SERIES,
                        Account::subscriptions,
                        entry -> entry.id(Subscription::number)
                                .at(Subscription::startedOn)
                                .field(Contract.START, Subscription::startedOn)
                                .field(
                                        Contract.END,
                                        subscription -> subscription.endedOn().orElse(null),
                                        subscription -> subscription.endedOn().orElse(null)))
                .series(
                        Ticket.SERIES,
                        Account::tickets,
                        entry -> entry.id(TicketChange::number)
                                .at(TicketChange::openedAt)
                                .recordedAt(TicketChange::writtenAt)
                                .field(Ticket.SEVERITY, TicketChange::severity))
                .build();
    }

    @Override
    protected List<Account> customers() {
        return List.of(account("b"), account("a"));
    }

    @Override
    protected ZoneId zone() {
        return ZoneId.of("America/New_York");
    }

    @Override
    protected List<AsOf> cuts() {
        return List.of(
                AsOf.endOf(LocalDate.parse("2026-01-09"), zone()),
                AsOf.endOf(LocalDate.parse("2026-01-10"), zone()),
                AsOf.of(MARCH.plusNanos(1)),
                AsOf.endOf(LocalDate.parse("2026-03-31"), zone()),
                AsOf.endOf(LocalDate.parse("2026-04-01"), zone()),
                AsOf.endOf(LocalDate.parse("2026-04-01"), zone()).knownAt(MARCH),
                AsOf.of(MARCH).knownAt(Instant.parse("2026-05-01T00:00:00Z")));
    }

    @Override
    protected Account withFactsFrom(Account account, Instant recordedAt) {
        LocalDate day = LocalDate.ofInstant(recordedAt, zone());
        // Bare dates begin at midnight: the next one is surely not before
        LocalDate nextDay = day.plusDays(1);
        List<Subscription> subscriptions = new ArrayList<>(account.subscriptions());
        subscriptions.replaceAll(subscription ->
                subscription.endedOn().isPresent() || subscription.startedOn().isAfter(day)
                        ? subscription
                        : new Subscription(subscription.number(), subscription.startedOn(), Optional.of(nextDay)));
        subscriptions.add(new Subscription("3", nextDay, Optional.empty()));
        List<TicketChange> tickets = new ArrayList<>(account.tickets());
        tickets.add(new TicketChange("t", MARCH, recordedAt, "urgent"));
        tickets.add(new TicketChange("u", MARCH, recordedAt, "urgent"));
        return new Account(
                account.number(),
                account.signedUpOn(),
                recordedAt.isBefore(MARCH)
                        ? plans("pro", recordedAt).record("basic", TimeRange.startingAt(MARCH), MARCH)
                        : account.plans().record("pro", TimeRange.startingAt(MARCH), recordedAt),
                Optional.of(recordedAt),
                subscriptions,
                tickets);
    }
}
