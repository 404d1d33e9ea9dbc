package dev.rapport.engagement.trigger;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;

/** What tests of triggers share. */
final class Triggers {

    static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    static final Span EVER = new Span(day("2020-01-01"), day("2040-01-01"));

    private Triggers() {}

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Instant at(String date) {
        return day(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Customer customer(Consumer<Customer.Builder> facts) {
        Customer.Builder builder = Customer.builder("acme", SINCE);
        facts.accept(builder);
        return builder.build();
    }

    static Book book(String date, Customer customer) {
        return Facts.of(Customer.adapter(List.of(customer)), List.of(customer))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(day(date));
    }

    static CustomerView on(String date, Customer customer) {
        return book(date, customer).customers().get(0);
    }

    /** All anchors of a customer as a line each: id, day, what was done, why. */
    static List<String> lines(MilestoneTrigger trigger, CustomerView view) {
        return trigger.anchors(view, EVER, EUR).stream().map(Triggers::line).toList();
    }

    private static String line(Anchor anchor) {
        return anchor.id() + " " + anchor.date()
                + anchor.handled().map(done -> " [" + done + "]").orElse("")
                + anchor.because().map(why -> " " + why).orElse("");
    }

    static Consumer<EntryBuilder> touch(String date, String kind, String contact) {
        return entry -> {
            entry.id(kind + "-" + date).at(day(date)).with(Touchpoint.KIND, kind);
            if (!contact.isEmpty()) {
                entry.with(Touchpoint.CONTACT, contact);
            }
        };
    }

    static Consumer<EntryBuilder> use(LocalDate date, String product, double quantity) {
        return entry -> entry.id(product + "-" + date)
                .at(date)
                .with(Usage.PRODUCT, product)
                .with(Usage.QUANTITY, quantity);
    }

    /** A milestone on the day itself that may fire a week late. */
    static MilestonePlanner planner(MilestoneTrigger trigger, int reissueWhenMovedByDays) {
        Milestone milestone = Milestone.builder()
                .id("kind")
                .trigger(trigger)
                .addSteps(Step.onTheDay())
                .fireLateUpToDays(7)
                .reissueWhenMovedByDays(reissueWhenMovedByDays)
                .alerts("csm")
                .build();
        return MilestonePlanner.of(Milestones.of(DocumentHeader.of("milestones", "1"), List.of(milestone)), EUR);
    }

    static List<String> history(InMemoryMilestoneLedger ledger) {
        return ledger.entriesOf(List.of("acme")).stream()
                .map(entry -> entry.key().anchorDate() + " " + entry.state().word() + ": " + entry.reason())
                .toList();
    }
}
