package dev.rapport.engagement.file;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Play;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Touchpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts what happened with a customer in one order. Reads a view without anything the reader may not see. */
final class Timelines {

    private final CustomerView view;
    private final List<TimelineItem> items = new ArrayList<>();

    private Timelines(CustomerView view) {
        this.view = view;
    }

    /** What happened up to the cut, the latest first. */
    static List<TimelineItem> of(CustomerView view, List<Occurrence> milestones) {
        Timelines timeline = new Timelines(view);
        timeline.readContacts();
        timeline.readChanges();
        for (Occurrence occurrence : milestones) {
            occurrence
                    .entry()
                    .flatMap(LedgerEntry::firedAt)
                    .ifPresent(firedAt -> timeline.add(
                            LocalDate.ofInstant(firedAt.minusNanos(1), view.zone()),
                            "milestone",
                            occurrence.key().milestone() + " fired: " + occurrence.rule()));
        }
        timeline.items.sort(Comparator.comparing(TimelineItem::date)
                .reversed()
                .thenComparing(TimelineItem::kind)
                .thenComparing(TimelineItem::text));
        return List.copyOf(timeline.items);
    }

    private void readContacts() {
        for (Touchpoint contact : view.series(Touchpoint.SERIES)) {
            add(
                    contact.entry(),
                    "touchpoint",
                    contact.kind()
                            + contact.member().map(member -> " by " + member).orElse(""));
        }
        for (Ticket ticket : view.series(Ticket.SERIES)) {
            String words = ticket.severity().map(word -> word + " ").orElse("") + "ticket";
            String about = ticket.category().map(word -> " on " + word).orElse("");
            add(ticket.entry(), "ticket", words + " opened" + about);
            ticket.closedOn().ifPresent(closed -> add(closed, "ticket", words + " closed" + about));
        }
        for (SurveyAnswer answer : view.series(SurveyAnswer.SERIES)) {
            String score = answer.score().isPresent() ? number(answer.score().getAsDouble()) : "no answer";
            add(answer.entry(), "survey", answer.instrument() + " " + score);
        }
        for (Feedback feedback : view.series(Feedback.SERIES)) {
            add(
                    feedback.entry(),
                    "feedback",
                    "on " + feedback.theme().orElse("no theme")
                            + feedback.status().map(status -> ", " + status).orElse(""));
        }
    }

    private void readChanges() {
        for (Contract contract : view.series(Contract.SERIES)) {
            String name = "contract " + contract.id();
            contract.signedOn().ifPresent(date -> add(date, "contract", name + " signed"));
            add(contract.start(), "contract", name + " begins");
            contract.noticeGivenOn().ifPresent(date -> add(date, "contract", name + ": notice given"));
            contract.endedOn().ifPresent(date -> add(date, "contract", name + " ended"));
        }
        for (Outcome outcome : view.series(Outcome.SERIES)) {
            add(
                    outcome.entry(),
                    "outcome",
                    outcome.kind()
                            + outcome.contract().map(contract -> " " + contract).orElse("")
                            + outcome.reason().map(reason -> ": " + reason).orElse(""));
        }
        for (StageEntry stage : view.series(StageEntry.SERIES)) {
            String with = stage.product().map(product -> " with " + product).orElse("");
            add(stage.enteredOn(), "stage", "enters " + stage.stage() + with);
        }
        for (Play play : view.series(Play.SERIES)) {
            add(play.startedOn(), "play", play.play() + " begun by " + play.owner());
            boolean ended =
                    play.endedOn().map(day -> !day.isAfter(play.expiresOn())).orElse(false);
            add(
                    ended ? play.endedOn().orElseThrow() : play.expiresOn(),
                    "play",
                    play.play() + (ended ? " ended" : " expired"));
        }
        for (Ownership owner : view.series(Ownership.SERIES)) {
            add(owner.from(), "owner", owner.owner() + " becomes " + owner.role());
            owner.to().ifPresent(to -> add(to, "owner", owner.owner() + " is " + owner.role() + " no longer"));
        }
        for (Person person : view.series(Person.SERIES)) {
            Optional<String> role = person.role();
            person.leftOn().ifPresent(date -> add(date, "person", role.orElse("somebody") + " left"));
        }
    }

    private void add(Entry entry, String kind, String text) {
        add(LocalDate.ofInstant(entry.at(), view.zone()), kind, text);
    }

    private void add(LocalDate date, String kind, String text) {
        if (!date.isAfter(view.date())) {
            items.add(new TimelineItem(date, kind, text));
        }
    }

    private static String number(double number) {
        return BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
