package dev.rapport.examples.backtest;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.derived.StandardAttributes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The export of Ravenstack in the library's own model of a customer; what is known later than it began is recorded later. */
final class RavenstackBook {

    private final Map<String, Customer.Builder> customers = new TreeMap<>();
    private final Map<String, String> accountOf = new HashMap<>();
    private final Set<String> uses = new HashSet<>();
    private final Set<String> churned = new HashSet<>();
    private int flagged;
    private int flaggedWithoutEvent;
    private int events;
    private int endedSubscriptions;
    private int repeatedUses;

    private RavenstackBook() {}

    static RavenstackBook read(Path folder) {
        RavenstackBook book = new RavenstackBook();
        Rows.read(
                folder.resolve("ravenstack_churn_events.csv"),
                List.of("account_id"),
                row -> book.churned.add(row.getField("account_id")));
        Rows.read(
                folder.resolve("ravenstack_accounts.csv"),
                List.of("account_id", "signup_date", "industry", "referral_source", "churn_flag"),
                book::account);
        Rows.read(
                folder.resolve("ravenstack_subscriptions.csv"),
                List.of("subscription_id", "account_id", "start_date", "end_date", "seats", "arr_amount", "is_trial"),
                book::subscription);
        Rows.read(
                folder.resolve("ravenstack_feature_usage.csv"),
                List.of("usage_id", "subscription_id", "usage_date", "feature_name", "usage_count"),
                book::use);
        Rows.read(
                folder.resolve("ravenstack_support_tickets.csv"),
                List.of("ticket_id", "account_id", "submitted_at", "closed_at", "priority", "satisfaction_score"),
                book::ticket);
        Rows.read(
                folder.resolve("ravenstack_churn_events.csv"),
                List.of("churn_event_id", "account_id", "churn_date", "is_reactivation"),
                book::churn);
        return book;
    }

    private Customer.Builder customer(NamedCsvRecord row) {
        String id = row.getField("account_id");
        Customer.Builder customer = customers.get(id);
        if (customer == null) {
            throw new IllegalArgumentException("account_id (" + id + ") must be one of the accounts.");
        }
        return customer;
    }

    private static Instant at(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void account(NamedCsvRecord row) {
        Instant since = at(LocalDate.parse(row.getField("signup_date")));
        String id = row.getField("account_id");
        customers.put(
                id,
                Customer.builder(id, since)
                        .set(CustomerAttributes.INDUSTRY, row.getField("industry"), since)
                        .set(CustomerAttributes.CHANNEL, row.getField("referral_source"), since));
        boolean isFlagged = row.getField("churn_flag").equalsIgnoreCase("true");
        flagged += isFlagged ? 1 : 0;
        flaggedWithoutEvent += isFlagged && !churned.contains(id) ? 1 : 0;
    }

    private void subscription(NamedCsvRecord row) {
        String id = row.getField("subscription_id");
        accountOf.put(id, row.getField("account_id"));
        LocalDate start = LocalDate.parse(row.getField("start_date"));
        customer(row).add(Contract.SERIES, entry -> terms(entry, row, start));
        if (!row.getField("end_date").isEmpty()) {
            endedSubscriptions++;
            LocalDate end = LocalDate.parse(row.getField("end_date"));
            // That it ended became known when it did
            customer(row)
                    .add(
                            Contract.SERIES,
                            entry ->
                                    terms(entry, row, start).recordedAt(at(end)).with(Contract.ENDED_ON, end));
        }
    }

    private static EntryBuilder terms(EntryBuilder entry, NamedCsvRecord row, LocalDate start) {
        return entry.id(row.getField("subscription_id"))
                .at(start)
                .with(Contract.START, start)
                .with(Contract.SEATS, Double.parseDouble(row.getField("seats")))
                .with(Contract.ARR, Money.of(CurrencyUnit.USD, Double.parseDouble(row.getField("arr_amount"))))
                .with(Contract.TRIAL, row.getField("is_trial").equalsIgnoreCase("true"));
    }

    private void use(NamedCsvRecord row) {
        if (!uses.add(row.getField("usage_id"))) {
            repeatedUses++;
            return;
        }
        Customer.Builder customer = customers.get(accountOf.getOrDefault(row.getField("subscription_id"), ""));
        if (customer != null) {
            customer.add(
                    Usage.SERIES,
                    entry -> entry.id(row.getField("usage_id"))
                            .at(LocalDate.parse(row.getField("usage_date")))
                            .with(Usage.QUANTITY, Double.parseDouble(row.getField("usage_count")))
                            .with(Usage.FEATURE, row.getField("feature_name")));
        }
    }

    private void ticket(NamedCsvRecord row) {
        LocalDate submitted = LocalDate.parse(row.getField("submitted_at").substring(0, 10));
        customer(row).add(Ticket.SERIES, entry -> ticket(entry, row, submitted));
        if (!row.getField("closed_at").isEmpty()) {
            LocalDate closed = LocalDate.parse(row.getField("closed_at").substring(0, 10));
            String satisfaction = row.getField("satisfaction_score");
            customer(row).add(Ticket.SERIES, entry -> {
                ticket(entry, row, submitted).recordedAt(at(closed.plusDays(1))).with(Ticket.CLOSED_ON, closed);
                if (!satisfaction.isEmpty()) {
                    entry.with(Ticket.SATISFACTION, Double.parseDouble(satisfaction));
                }
            });
        }
    }

    private static EntryBuilder ticket(EntryBuilder entry, NamedCsvRecord row, LocalDate submitted) {
        return entry.id(row.getField("ticket_id")).at(submitted).with(Ticket.SEVERITY, row.getField("priority"));
    }

    private void churn(NamedCsvRecord row) {
        boolean isReactivation = row.getField("is_reactivation").equalsIgnoreCase("true");
        events++;
        customer(row)
                .add(
                        Outcome.SERIES,
                        entry -> entry.id(row.getField("churn_event_id"))
                                .at(LocalDate.parse(row.getField("churn_date")))
                                .with(Outcome.KIND, isReactivation ? "reactivated" : "churned"));
    }

    Facts facts() {
        List<Customer> built = new ArrayList<>();
        customers.values().forEach(customer -> built.add(customer.build()));
        return Facts.of(Customer.adapter(built), built)
                .derive(StandardAttributes.all(Reckoning.in(CurrencyUnit.USD)))
                .in(ZoneOffset.UTC, CurrencyUnit.USD);
    }

    /** What does not fit together in the export, for the limits of the card. */
    List<String> contradictions() {
        return List.of(
                "The export contradicts itself: " + flagged + " accounts are flagged as churned, of which "
                        + flaggedWithoutEvent + " have no entry in the log; the log has " + events + " entries of "
                        + churned.size() + " accounts; " + endedSubscriptions
                        + " subscriptions ended. Another definition of"
                        + " who is lost gives other figures.",
                repeatedUses + " entries of use have an id that was there before; they are left out.");
    }
}
