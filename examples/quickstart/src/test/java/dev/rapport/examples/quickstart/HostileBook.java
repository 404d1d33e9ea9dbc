package dev.rapport.examples.quickstart;

import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.health.HealthOverride;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.customer.EntryBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/**
 * Customers with the same text in every text field of the standard model: attributes, entries of every series, their ids
 * and their sources. The one has words that the sample's policies know where they look for one, so that the text comes to
 * every section; the other has the text there, too.
 */
final class HostileBook {

    /** Has words that the policies know. */
    static final String KNOWN = "c-known";

    /** Has the text everywhere. */
    static final String UNKNOWN = "c-unknown";

    private static final int LONGEST_ID = 200;
    private static final Instant SINCE = Instant.parse("2025-08-01T00:00:00Z");

    private static final Set<String> LEFT_OUT = Set.of(
            "contracts.notice-given-on",
            "contracts.ended-on",
            "tickets.closed-on",
            "invoices.paid-on",
            "owners.to",
            "stages.left-on",
            "plays.ended-on",
            "touchpoints.contact");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("contracts.notice-unit", "months"),
            Map.entry("contracts.billing", "annual"),
            Map.entry("contracts.predecessor", "one-before"),
            Map.entry("outcomes.contract", "one-before"),
            Map.entry("owners.role", "csm"),
            Map.entry("stages.stage", "onboarding"),
            Map.entry("tickets.severity", "urgent"),
            Map.entry("tickets.cause", "defect"),
            Map.entry("feedback.status", "acted"),
            Map.entry("feedback.theme", "training"),
            Map.entry("feedback.cause", "gap"),
            Map.entry("touchpoints.kind", "training"),
            Map.entry("survey-answers.instrument", "nps"),
            Map.entry("survey-answers.respondent-role", "sponsor"),
            Map.entry("goals.kind", "month-end-close"),
            Map.entry("people.role", "sponsor"),
            Map.entry("time-entries.kind", "call"));

    private static final Map<String, LocalDate> DAYS = Map.of(
            "contracts.start", LocalDate.of(2025, 8, 1),
            "contracts.signed-on", LocalDate.of(2025, 8, 1),
            "contracts.end", LocalDate.of(2026, 10, 20),
            "stages.entered-on", LocalDate.of(2025, 8, 1),
            "owners.from", LocalDate.of(2025, 8, 1),
            "invoices.due-on", LocalDate.of(2026, 4, 1),
            "plays.expires-on", LocalDate.of(2026, 7, 20),
            "overrides.until", LocalDate.of(2026, 8, 20));

    private HostileBook() {}

    static List<Customer> of(String text) {
        return List.of(customer(KNOWN, text, true), customer(UNKNOWN, text, false));
    }

    /** The series that customers have here. */
    static List<SeriesKey<?>> series() {
        List<SeriesKey<?>> all = new ArrayList<>(CustomerSeries.all());
        all.add(HealthOverride.SERIES);
        return all;
    }

    private static Customer customer(String id, String text, boolean isKnown) {
        Customer.Builder customer = Customer.builder(id, SINCE).source(text);
        for (AttributeKey<?> key : CustomerAttributes.all()) {
            set(customer, key, text);
        }
        set(customer, AttributeKey.text("trial.guided-setup"), text);
        set(customer, AttributeKey.number("setup.complete"), text);
        for (SeriesKey<?> series : series()) {
            customer.add(series, entry -> {
                boolean isRecord = series.nature() == SeriesKey.Nature.RECORDS;
                entry.id(id(text))
                        .at(isRecord ? LocalDate.of(2025, 8, 1) : LocalDate.of(2026, 6, 8), SampleBook.ZONE)
                        .source(text);
                for (AttributeKey<?> field : series.fields()) {
                    String name = series.name() + "." + field.name();
                    if (!LEFT_OUT.contains(name)) {
                        fill(entry, name, field, isKnown ? WORDS.getOrDefault(name, text) : text);
                    }
                }
            });
        }
        return customer.build();
    }

    /** The ledger of milestones takes tokens of 600 characters at most, and these name contracts. */
    private static String id(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_ID));
    }

    @SuppressWarnings("unchecked") // a key of a kind takes values of that kind
    private static <T> void set(Customer.Builder customer, AttributeKey<T> key, String text) {
        customer.set(key, (T) value(key.name(), key, text), SINCE);
    }

    @SuppressWarnings("unchecked") // a key of a kind takes values of that kind
    private static <T> void fill(EntryBuilder entry, String name, AttributeKey<T> field, String text) {
        entry.with(field, (T) value(name, field, text));
    }

    private static Object value(String name, AttributeKey<?> key, String text) {
        return switch (key.kind()) {
            case TEXT -> key.name().equals("contract") ? id(text) : text;
            case TEXT_SET -> Set.of(text);
            case NUMBER -> 1.0;
            case BOOLEAN -> !name.equals("contracts.trial");
            case DATE -> DAYS.getOrDefault(name, LocalDate.of(2026, 6, 20));
            case MONEY -> Money.of(SampleBook.CURRENCY, BigDecimal.valueOf(120_000));
        };
    }
}
