package dev.rapport.examples.renewaldesk;

import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.LookAhead;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestoneDesk;
import dev.rapport.engagement.milestone.MilestoneFailure;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.engagement.milestone.Reckoned;
import dev.rapport.engagement.milestone.Tick;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.time.AsOf;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the commands do. */
final class Desk {

    private static final int PLANNED_DAYS = 90;
    private static final int DELIVERED_AT_ONCE = 100;
    private static final int DAYS_ASKED_ABOUT = 90;
    private static final String NOT_IN_BOOK = "the customer is not in the book on ";

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
        List<MilestoneFailure> failures =
                new ArrayList<>(planner.plan(book, PLANNED_DAYS, ledger).failures());
        Tick tick = planner.tick(book, ledger);
        tick.failures().stream().filter(failure -> !failures.contains(failure)).forEach(failures::add);
        deliver();
        folder.write("due.html", writer -> writer.write(page(asOf, Optional.empty())));
        failOn(failures);
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

    void ahead(AsOf asOf, Span span, Optional<String> customer, Optional<String> owner, OutputFolder folder) {
        Book book = facts.asOf(asOf);
        customer.filter(id -> book.find(id).isEmpty()).ifPresent(id -> {
            throw noSuchCustomer(id, book);
        });
        LookAhead ahead = LookAhead.of(planner, book, span, ledger);
        LookAhead asked = customer.map(ahead::ofCustomer).orElse(ahead);
        asked = owner.map(asked::ofOwner).orElse(asked);
        asked.occurrences()
                .forEach(occurrence -> Lines.print(out, json -> Lines.occurrence(json, occurrence, List.of())));
        out.flush();
        LookAhead shown = asked;
        folder.write("milestones.ics", writer -> writer.write(shown.toCalendar()));
        failOn(ahead.failures());
    }

    private static void failOn(List<MilestoneFailure> failures) {
        if (!failures.isEmpty()) {
            MilestoneFailure first = failures.get(0);
            throw new UserError(failures.size() + (failures.size() == 1 ? " milestone" : " milestones")
                    + " could not be reckoned; the first, " + first.milestone() + " of " + first.customerId() + ": "
                    + first.reason());
        }
    }

    private static UserError noSuchCustomer(String customer, Book book) {
        String near = Nearest.advice(customer, book.customerIds());
        return new UserError("customer (" + customer + ") must be in the book on " + book.date()
                + ", or in the ledger.\n" + (near.isEmpty() ? "Maybe the id is another one" : near) + ".");
    }

    /** What became of what was due around now, and what will be. */
    void why(AsOf asOf, String customer) {
        Book book = facts.asOf(asOf);
        List<LedgerEntry> memory = ledger.entriesOf(List.of(customer));
        Optional<CustomerView> view = book.find(customer);
        if (view.isEmpty() && memory.isEmpty()) {
            throw noSuchCustomer(customer, book);
        }
        Span span =
                new Span(book.date().minusDays(DAYS_ASKED_ABOUT), book.date().plusDays(DAYS_ASKED_ABOUT));
        Map<OccurrenceKey, List<LedgerEntry>> histories = histories(memory, asOf);
        if (view.isEmpty()) {
            histories.values().forEach(history -> print(history, NOT_IN_BOOK + book.date()));
        } else {
            Reckoned reckoned = planner.reckon(view.get(), span, memory);
            reckoned.occurrences().forEach(occurrence -> print(occurrence, histories));
            if (reckoned.occurrences().isEmpty() && reckoned.failures().isEmpty()) {
                Lines.print(out, json -> Lines.nothing(json, customer, span));
            }
            out.flush();
            failOn(reckoned.failures());
        }
        out.flush();
    }

    /** What became of one occurrence. */
    void why(AsOf asOf, OccurrenceKey key) {
        Book book = facts.asOf(asOf);
        String customer = key.customerId();
        Map<OccurrenceKey, List<LedgerEntry>> histories = histories(ledger.entriesOf(List.of(customer)), asOf);
        List<LedgerEntry> history = histories.getOrDefault(key, List.of());
        Optional<CustomerView> view = book.find(customer);
        boolean isKnown = planner.policy().find(key.milestone()).isPresent();
        if (view.isPresent() && isKnown) {
            print(why(view.get(), key, history), histories);
        } else if (!history.isEmpty()) {
            print(history, isKnown ? NOT_IN_BOOK + book.date() : "the policy has no such milestone");
        } else if (view.isEmpty()) {
            throw noSuchCustomer(customer, book);
        } else {
            List<String> ids =
                    planner.policy().milestones().stream().map(Milestone::id).toList();
            throw new UserError("milestone (" + key.milestone() + ") of --key must be one of the policy: "
                    + String.join(", ", ids) + ".");
        }
        out.flush();
    }

    private Occurrence why(CustomerView view, OccurrenceKey key, List<LedgerEntry> history) {
        try {
            return planner.why(view, key, history).orElseThrow();
        } catch (IllegalArgumentException e) {
            if (!history.isEmpty()) {
                print(history, "now the milestone cannot be reckoned");
                out.flush();
            }
            failOn(List.of(MilestoneFailure.of(key.customerId(), key.milestone(), e)));
            throw e;
        }
    }

    private static Map<OccurrenceKey, List<LedgerEntry>> histories(List<LedgerEntry> memory, AsOf asOf) {
        Map<OccurrenceKey, List<LedgerEntry>> histories = new TreeMap<>();
        for (LedgerEntry entry : memory) {
            if (entry.isSeenBy(asOf)) {
                histories
                        .computeIfAbsent(entry.key(), absent -> new ArrayList<>())
                        .add(entry);
            }
        }
        return histories;
    }

    private void print(Occurrence occurrence, Map<OccurrenceKey, List<LedgerEntry>> histories) {
        List<LedgerEntry> history = histories.getOrDefault(occurrence.key(), List.of());
        Lines.print(out, json -> Lines.occurrence(json, occurrence, history));
    }

    /** What only the ledger knows. */
    private void print(List<LedgerEntry> history, String remark) {
        Lines.print(out, json -> Lines.past(json, history, remark));
    }

    void acknowledge(AsOf asOf, OccurrenceKey key, String by, String note) {
        touched(() -> new MilestoneDesk(ledger, facts.zone()).acknowledge(key, by, note, asOf));
    }

    void snooze(AsOf asOf, OccurrenceKey key, String by, LocalDate until) {
        LocalDate today = asOf.date(facts.zone());
        if (!until.isAfter(today)) {
            throw new UserError("option (--until " + until + ") must be after " + today + ".");
        }
        touched(() -> new MilestoneDesk(ledger, facts.zone()).snooze(key, by, until, asOf));
    }

    private void touched(Supplier<LedgerEntry> touch) {
        try {
            LedgerEntry entry = touch.get();
            Lines.print(out, json -> Lines.alert(json, entry));
            out.flush();
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage() + "\nMaybe see what \"why\" says of it.", e);
        }
    }

    /** The page of what is due; with buttons if it is served. */
    String page(AsOf asOf, Optional<DuePage.Form> form) {
        return new DuePage(planner, facts.asOf(asOf), ledger).html(form);
    }
}
