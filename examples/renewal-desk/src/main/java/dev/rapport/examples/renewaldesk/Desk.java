package dev.rapport.examples.renewaldesk;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.LookAhead;
import dev.rapport.engagement.milestone.MilestoneDesk;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.engagement.milestone.Tick;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.time.AsOf;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the commands do. */
final class Desk {

    private static final int PLANNED_DAYS = 90;
    private static final int DELIVERED_AT_ONCE = 100;
    private static final int DAYS_ASKED_ABOUT = 90;

    private final DeskBook facts;
    private final MilestonePlanner planner;
    private final MilestoneLedger ledger;
    private final PrintStream out;

    Desk(DeskBook facts, MilestoneLedger ledger, PrintStream out) {
        this.facts = facts;
        this.planner = facts.planner();
        this.ledger = ledger;
        this.out = out;
    }

    void tick(AsOf asOf, OutputFolder folder) {
        Book book = facts.asOf(asOf);
        List<CustomerFailure> failures =
                new ArrayList<>(planner.plan(book, PLANNED_DAYS, ledger).failures());
        Tick tick = planner.tick(book, ledger);
        tick.failures().stream().filter(failure -> !failures.contains(failure)).forEach(failures::add);
        deliver();
        folder.write("due.html", writer -> writer.write(page(asOf, Optional.empty())));
        if (!failures.isEmpty()) {
            throw new UserError(failures.size() + (failures.size() == 1 ? " customer" : " customers")
                    + " could not be reckoned; the first, " + failures.get(0).customerId() + ": "
                    + failures.get(0).reason());
        }
    }

    /** Printing is the delivery. If it is cut short, what was not marked is printed again by the next tick. */
    private void deliver() {
        for (List<Alert> alerts = ledger.undelivered(DELIVERED_AT_ONCE);
                !alerts.isEmpty();
                alerts = ledger.undelivered(DELIVERED_AT_ONCE)) {
            for (Alert alert : alerts) {
                alert.entries().forEach(entry -> Lines.print(out, json -> Lines.alert(json, entry)));
            }
            out.flush();
            if (out.checkError()) {
                throw new UserError("what fired cannot be printed; the next tick prints it again.");
            }
            ledger.markDelivered(alerts.stream().map(Alert::token).toList());
        }
    }

    void ahead(
            AsOf asOf,
            LocalDate from,
            LocalDate to,
            Optional<String> customer,
            Optional<String> owner,
            OutputFolder folder) {
        LookAhead ahead = LookAhead.of(planner, facts.asOf(asOf), new Span(from, to.plusDays(1)), ledger);
        customer.ifPresent(this::requireKnown);
        LookAhead asked = customer.map(ahead::ofCustomer).orElse(ahead);
        asked = owner.map(asked::ofOwner).orElse(asked);
        asked.occurrences()
                .forEach(occurrence ->
                        Lines.print(out, json -> Lines.occurrence(json, occurrence, List.of())));
        out.flush();
        LookAhead shown = asked;
        folder.write("milestones.ics", writer -> writer.write(shown.toCalendar()));
    }

    private void requireKnown(String customer) {
        if (facts.asOf(AsOf.of(Instant.parse("9999-01-01T00:00:00Z"))).find(customer).isEmpty()) {
            throw noSuchCustomer(customer);
        }
    }

    private static UserError noSuchCustomer(String customer) {
        return new UserError("customer (" + customer + ") must be in the book.\nMaybe the id is another one.");
    }

    void why(AsOf asOf, Optional<OccurrenceKey> key, Optional<String> customer) {
        String id = key.map(OccurrenceKey::customerId)
                .or(() -> customer)
                .orElseThrow(() -> new UserError("option (--customer) or (--key) is missing.\nMaybe see --help."));
        CustomerView view = facts.asOf(asOf).find(id).orElseThrow(() -> noSuchCustomer(id));
        List<LedgerEntry> memory = ledger.entriesOf(List.of(id));
        List<Occurrence> occurrences = key.map(one -> planner.why(view, one, memory)
                        .map(List::of)
                        .orElseThrow(() -> new UserError("key (" + one + ") must be that of a milestone of the policy.")))
                .orElseGet(() -> planner.occurrences(
                        view,
                        new Span(
                                view.date().minusDays(DAYS_ASKED_ABOUT),
                                view.date().plusDays(DAYS_ASKED_ABOUT)),
                        memory));
        for (Occurrence occurrence : occurrences) {
            List<LedgerEntry> history = memory.stream()
                    .filter(entry -> entry.key().equals(occurrence.key()))
                    .toList();
            Lines.print(out, json -> Lines.occurrence(json, occurrence, history));
        }
        out.flush();
    }

    void acknowledge(AsOf asOf, OccurrenceKey key, String by, String note) {
        touched(() -> new MilestoneDesk(ledger, facts.zone()).acknowledge(key, by, note, asOf));
    }

    void snooze(AsOf asOf, OccurrenceKey key, String by, LocalDate until) {
        touched(() -> new MilestoneDesk(ledger, facts.zone()).snooze(key, by, until, asOf));
    }

    private void touched(Supplier<LedgerEntry> touch) {
        try {
            LedgerEntry entry = touch.get();
            Lines.print(out, json -> Lines.alert(json, entry));
            out.flush();
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    /** The page of what is due; with buttons if it is served. */
    String page(AsOf asOf, Optional<String> formToken) {
        return new DuePage(planner, facts.asOf(asOf), ledger).html(formToken);
    }
}
