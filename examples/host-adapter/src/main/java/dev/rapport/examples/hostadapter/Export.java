package dev.rapport.examples.hostadapter;

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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The host's own way to its data: five CSV files of an export, read into its own classes. */
final class Export {

    /** A row that could not be read. */
    record Rejected(String file, long line, String reason) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    private Export() {}

    static Export read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("data folder (" + folder + ") must be a folder that can be read.\n"
                    + "Maybe the path is relative to another folder: here it means " + folder.toAbsolutePath().normalize() + ".");
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
        Map<String, List<FeatureUse>> uses = new HashMap<>();
        for (FeatureUse use : rows(folder, "ravenstack_feature_usage.csv", Export::use)) {
            uses.computeIfAbsent(use.subscriptionId(), absent -> new ArrayList<>()).add(use);
        }
        Map<String, List<Subscription>> subscriptions = new HashMap<>();
        Function<NamedCsvRecord, Subscription> subscription =
                row -> subscription(row, uses.getOrDefault(row.getField("subscription_id"), List.of()));
        for (Subscription read : rows(folder, "ravenstack_subscriptions.csv", subscription)) {
            subscriptions.computeIfAbsent(read.accountId(), absent -> new ArrayList<>()).add(read);
        }
        Map<String, List<SupportTicket>> tickets = new HashMap<>();
        for (SupportTicket ticket : rows(folder, "ravenstack_support_tickets.csv", Export::ticket)) {
            tickets.computeIfAbsent(ticket.accountId(), absent -> new ArrayList<>()).add(ticket);
        }
        Map<String, List<ChurnEvent>> churns = new HashMap<>();
        for (ChurnEvent churn : rows(folder, "ravenstack_churn_events.csv", Export::churn)) {
            churns.computeIfAbsent(churn.accountId(), absent -> new ArrayList<>()).add(churn);
        }
        Function<NamedCsvRecord, Account> account = row -> {
            String id = row.getField("account_id");
            return account(
                    row,
                    subscriptions.getOrDefault(id, List.of()),
                    tickets.getOrDefault(id, List.of()),
                    churns.getOrDefault(id, List.of()));
        };
        accounts.addAll(rows(folder, "ravenstack_accounts.csv", account));
    }

    private <T> List<T> rows(Path folder, String file, Function<NamedCsvRecord, T> reading) {
        Path path = folder.resolve(file);
        if (!Files.isReadable(path)) {
            throw new UserError("file (" + path + ") must be there and readable.\nMaybe the folder is another export.");
        }
        List<T> read = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(path);
                Stream<NamedCsvRecord> records = csv.stream()) {
            records.forEach(row -> {
                try {
                    read.add(reading.apply(row));
                } catch (RuntimeException e) {
                    rejected.add(new Rejected(file, row.getStartingLineNumber(), String.valueOf(e.getMessage())));
                }
            });
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("file (" + path + ") cannot be read: " + e.getMessage(), e);
        }
        return read;
    }

    private static Account account(
            NamedCsvRecord row,
            List<Subscription> subscriptions,
            List<SupportTicket> tickets,
            List<ChurnEvent> churns) {
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
                subscriptions,
                tickets,
                churns);
    }

    private static Subscription subscription(NamedCsvRecord row, List<FeatureUse> uses) {
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
                uses);
    }

    private static FeatureUse use(NamedCsvRecord row) {
        return new FeatureUse(
                row.getField("usage_id"),
                row.getField("subscription_id"),
                LocalDate.parse(row.getField("usage_date")),
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
                        : closed.length() == 10 ? LocalDate.parse(closed).atStartOfDay() : LocalDateTime.parse(closed, TIME),
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
