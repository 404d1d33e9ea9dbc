package dev.rapport.examples.hostadapter;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rapport.examples.shared.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The host's own way to its data: five CSV files of an export, read into its own classes. */
final class Export {

    /** A row that could not be read. */
    record Rejected(String file, long line, String reason) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final List<String> ACCOUNT = List.of(
            "account_id",
            "account_name",
            "industry",
            "country",
            "signup_date",
            "referral_source",
            "plan_tier",
            "seats",
            "churn_flag");
    private static final List<String> SUBSCRIPTION = List.of(
            "subscription_id",
            "account_id",
            "start_date",
            "end_date",
            "plan_tier",
            "seats",
            "arr_amount",
            "is_trial",
            "churn_flag",
            "billing_frequency",
            "auto_renew_flag");
    private static final List<String> USE = List.of(
            "usage_id",
            "subscription_id",
            "usage_date",
            "feature_name",
            "usage_count",
            "usage_duration_secs",
            "error_count");
    private static final List<String> TICKET = List.of(
            "ticket_id",
            "account_id",
            "submitted_at",
            "closed_at",
            "resolution_time_hours",
            "priority",
            "first_response_time_minutes",
            "satisfaction_score",
            "escalation_flag");
    private static final List<String> CHURN =
            List.of("churn_event_id", "account_id", "churn_date", "reason_code", "is_reactivation", "feedback_text");

    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    private Export() {}

    static Export read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("data folder (" + folder + ") must be a folder that can be read.\n"
                    + "Maybe the path is relative to another folder: here it means "
                    + folder.toAbsolutePath().normalize() + ".");
        }
        Export export = new Export();
        export.readAll(folder);
        return export;
    }

    /** The accounts in the order of the file. */
    List<Account> accounts() {
        return accounts;
    }

    /** The rows that could not be read. */
    List<Rejected> rejected() {
        return rejected;
    }

    private void readAll(Path folder) {
        Map<String, Account> accountsById = new HashMap<>();
        Map<String, Subscription> subscriptionsById = new HashMap<>();
        rows(folder, "ravenstack_accounts.csv", ACCOUNT, row -> {
            Account account = account(row);
            once("account", account.id(), accountsById.putIfAbsent(account.id(), account));
            accounts.add(account);
        });
        rows(folder, "ravenstack_subscriptions.csv", SUBSCRIPTION, row -> {
            Subscription subscription = subscription(row);
            Account account = known("account", subscription.accountId(), accountsById);
            once("subscription", subscription.id(), subscriptionsById.putIfAbsent(subscription.id(), subscription));
            account.subscriptions().add(subscription);
        });
        rows(folder, "ravenstack_feature_usage.csv", USE, row -> {
            Subscription subscription = known("subscription", row.getField("subscription_id"), subscriptionsById);
            subscription.uses().add(use(row, subscription));
        });
        rows(folder, "ravenstack_support_tickets.csv", TICKET, row -> {
            SupportTicket ticket = ticket(row);
            known("account", ticket.accountId(), accountsById).tickets().add(ticket);
        });
        rows(folder, "ravenstack_churn_events.csv", CHURN, row -> {
            ChurnEvent churn = churn(row);
            known("account", churn.accountId(), accountsById).churnEvents().add(churn);
        });
    }

    private static void once(String what, String id, @Nullable Object before) {
        if (before != null) {
            throw new IllegalArgumentException(what + " (" + id + ") must come once.");
        }
    }

    private static <T> T known(String what, String id, Map<String, T> all) {
        T found = all.get(id);
        if (found == null) {
            throw new IllegalArgumentException(what + " (" + id + ") must be in the export.");
        }
        return found;
    }

    private void rows(Path folder, String file, List<String> columns, Consumer<NamedCsvRecord> reading) {
        Path path = folder.resolve(file);
        if (!Files.isReadable(path)) {
            throw new UserError("file (" + path + ") must be there and readable.\nMaybe the folder is another export.");
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(path)) {
            for (NamedCsvRecord row : csv) {
                require(columns, row, path);
                try {
                    reading.accept(row);
                } catch (RuntimeException e) {
                    rejected.add(new Rejected(file, row.getStartingLineNumber(), String.valueOf(e.getMessage())));
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new UserError("file (" + path + ") cannot be read: " + e.getMessage(), e);
        }
    }

    private static void require(List<String> columns, NamedCsvRecord row, Path path) {
        for (String column : columns) {
            if (!row.getHeader().contains(column)) {
                throw new UserError("file (" + path + ") must have a column " + column + ", has "
                        + String.join(", ", row.getHeader()) + ".\nMaybe the folder is another export.");
            }
        }
    }

    private static Account account(NamedCsvRecord row) {
        return new Account(
                row.getField("account_id"),
                row.getField("account_name"),
                row.getField("industry"),
                row.getField("country"),
                LocalDate.parse(row.getField("signup_date")),
                row.getField("referral_source"),
                row.getField("plan_tier"),
                Integer.parseInt(row.getField("seats")),
                truth(row.getField("churn_flag")),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static Subscription subscription(NamedCsvRecord row) {
        return new Subscription(
                row.getField("subscription_id"),
                row.getField("account_id"),
                LocalDate.parse(row.getField("start_date")),
                date(row.getField("end_date")),
                row.getField("plan_tier"),
                Integer.parseInt(row.getField("seats")),
                new BigDecimal(row.getField("arr_amount")),
                truth(row.getField("is_trial")),
                truth(row.getField("churn_flag")),
                row.getField("billing_frequency"),
                truth(row.getField("auto_renew_flag")),
                new ArrayList<>());
    }

    private static FeatureUse use(NamedCsvRecord row, Subscription subscription) {
        LocalDate usedOn = LocalDate.parse(row.getField("usage_date"));
        return new FeatureUse(
                row.getField("usage_id"),
                subscription.id(),
                usedOn,
                usedOn.isBefore(subscription.startedOn()) ? subscription.startedOn() : usedOn,
                row.getField("feature_name"),
                Integer.parseInt(row.getField("usage_count")),
                Integer.parseInt(row.getField("usage_duration_secs")),
                Integer.parseInt(row.getField("error_count")));
    }

    private static SupportTicket ticket(NamedCsvRecord row) {
        String closed = row.getField("closed_at");
        String satisfaction = row.getField("satisfaction_score");
        return new SupportTicket(
                row.getField("ticket_id"),
                row.getField("account_id"),
                LocalDate.parse(row.getField("submitted_at")),
                closed.isEmpty()
                        ? null
                        : closed.length() == 10
                                ? LocalDate.parse(closed).atStartOfDay()
                                : LocalDateTime.parse(closed, TIME),
                Double.parseDouble(row.getField("resolution_time_hours")),
                row.getField("priority"),
                Double.parseDouble(row.getField("first_response_time_minutes")),
                satisfaction.isEmpty() ? null : Double.valueOf(satisfaction),
                truth(row.getField("escalation_flag")));
    }

    private static ChurnEvent churn(NamedCsvRecord row) {
        return new ChurnEvent(
                row.getField("churn_event_id"),
                row.getField("account_id"),
                LocalDate.parse(row.getField("churn_date")),
                row.getField("reason_code"),
                truth(row.getField("is_reactivation")),
                row.getField("feedback_text"));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "True" -> true;
            case "False" -> false;
            default -> throw new IllegalArgumentException("value (" + text + ") must be True or False.");
        };
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
