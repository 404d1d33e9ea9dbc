package dev.rapport.engagement.milestone.jdbc;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.OccurrenceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A ledger in a database, on a connection that it is given.
 *
 * <pre>{@code
 * LedgerSchema.upgrade(connection);
 * MilestoneLedger ledger = JdbcMilestoneLedger.on(connection);
 * }</pre>
 *
 * <p>If the connection commits by itself, each call is a transaction of its own, tried again when others hold what it
 * needs. If not, calls join the host's transaction: what they add is there once the host commits, and if a call throws, it
 * has added nothing. A commit is as durable as the database is told to make it: SQLite's {@code synchronous = FULL} and
 * PostgreSQL's defaults outlive a loss of power.
 *
 * <p>Safe to share between threads, which then take turns; instances on connections of their own do not wait for each
 * other.
 */
public final class JdbcMilestoneLedger implements MilestoneLedger {

    private static final int MOST_PARAMETERS = 400;
    private static final int TRIES = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
    private static final String AFTER_ALL_DAYS = "9999-12-32";
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Alerts of one entry are found by its key, digests by their token. */
    private static final String OF_KEYS = "token IN (?) AND alert IN (?)";

    private static final String OF_DIGESTS = "digest IN (?)";

    private static final String SELECT = "SELECT " + EntryRow.COLUMNS + " FROM rapport_occurrence ";

    private final Connection connection;
    private final LedgerDialect dialect;

    private JdbcMilestoneLedger(Connection connection, LedgerDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * A ledger on a connection.
     *
     * @param connection  the connection, to a database with the tables of {@link LedgerSchema}
     * @return the ledger
     * @throws SQLException if the connection does not tell which database it is to
     */
    public static JdbcMilestoneLedger on(Connection connection) throws SQLException {
        return new JdbcMilestoneLedger(requireNonNull(connection, "connection"), LedgerDialect.of(connection));
    }

    @Override
    public List<LedgerEntry> add(List<LedgerEntry> entries) {
        MilestoneLedger.requireDifferentKeys(entries);
        if (entries.isEmpty()) {
            return List.of();
        }
        List<LedgerEntry> ordered = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.key().token()))
                .toList();
        Set<OccurrenceKey> added = inOneStep(() -> addOrdered(ordered));
        return entries.stream().filter(entry -> added.contains(entry.key())).toList();
    }

    /** Always in the order of the keys, so that no two instances wait for each other. */
    private Set<OccurrenceKey> addOrdered(List<LedgerEntry> entries) throws SQLException {
        EntryWriter writer = EntryWriter.of(connection, dialect);
        List<LedgerEntry> first = new ArrayList<>();
        List<LedgerEntry> later = new ArrayList<>();
        entries.forEach(entry -> (entry.number() == 1 ? first : later).add(entry));
        Set<OccurrenceKey> added = new HashSet<>();
        if (!later.isEmpty()) {
            added.addAll(writer.advance(later));
            List<LedgerEntry> next =
                    later.stream().filter(entry -> added.contains(entry.key())).toList();
            if (!next.isEmpty()) {
                requireAll(next, writer.insert(next));
            }
        }
        if (!first.isEmpty()) {
            added.addAll(writer.insert(first));
        }
        return added;
    }

    private static void requireAll(List<LedgerEntry> entries, Set<OccurrenceKey> added) {
        for (LedgerEntry entry : entries) {
            if (!added.contains(entry.key())) {
                throw new IllegalStateException("The ledger's table has entry " + entry.number() + " of " + entry.key()
                        + ", though " + (entry.number() - 1) + " was the last.");
            }
        }
    }

    @Override
    public List<LedgerEntry> latestOf(Collection<String> customerIds, LocalDate dueFrom) {
        String first = dueFrom.isBefore(FIRST_DAY) ? "" : dueFrom.toString();
        String from = dueFrom.isAfter(LAST_DAY) ? AFTER_ALL_DAYS : first;
        return ofCustomers(customerIds, " AND latest = 1 AND (due_on >= '" + from + "' OR wake_at IS NOT NULL)");
    }

    @Override
    public List<LedgerEntry> entriesOf(Collection<String> customerIds) {
        return ofCustomers(customerIds, "");
    }

    private List<LedgerEntry> ofCustomers(Collection<String> customerIds, String condition) {
        List<String> ids = new ArrayList<>();
        new TreeSet<>(customerIds).forEach(id -> ids.add(StoredText.of(id)));
        List<LedgerEntry> found = inOneStep(() -> {
            List<LedgerEntry> entries = new ArrayList<>();
            for (List<String> some : inParts(ids)) {
                entries.addAll(select("WHERE customer IN (" + marks(some.size()) + ")" + condition, some));
            }
            return entries;
        });
        return found.stream()
                .sorted(Comparator.comparing(LedgerEntry::key).thenComparing(LedgerEntry::number))
                .toList();
    }

    @Override
    public List<LedgerEntry> due(Instant before, int atMost) {
        requireSome(atMost);
        return inOneStep(() ->
                select("WHERE wake_at < ? ORDER BY wake_at, token LIMIT " + atMost, List.of(StoredText.of(before))));
    }

    @Override
    public List<LedgerEntry> dueBehind(LedgerEntry last, Instant before, int atMost) {
        requireSome(atMost);
        String next = StoredText.of(last.nextAt()
                .orElseThrow(() -> new IllegalArgumentException("last (" + last + ") must have been due.")));
        return inOneStep(() -> select(
                "WHERE wake_at < ? AND (wake_at, token) > (?, ?) ORDER BY wake_at, token LIMIT " + atMost,
                List.of(StoredText.of(before), next, last.key().token())));
    }

    private static void requireSome(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("atMost (" + atMost + ") must be at least 1.");
        }
    }

    @Override
    public Map<String, Integer> alertsAfter(Instant after) {
        return inOneStep(() -> {
            Map<String, Integer> counts = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT owner, COUNT(DISTINCT alert) FROM"
                    + " rapport_occurrence WHERE alert_at > ? AND owner IS NOT NULL GROUP BY owner")) {
                select.setString(1, StoredText.of(after));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        counts.put(StoredText.read(rows.getString(1)), rows.getInt(2));
                    }
                }
            }
            return counts;
        });
    }

    @Override
    public List<Alert> undelivered(int atMost) {
        requireSome(atMost);
        return inOneStep(() -> {
            Optional<List<String>> last = lastOfOldest(atMost);
            return last.isEmpty()
                    ? List.of()
                    : Alert.of(select("WHERE pending = 1 AND (alert_at, alert) <= (?, ?)", last.get()));
        });
    }

    /** Time and token of the last of so many alerts that are pending, counted from the oldest. */
    private Optional<List<String>> lastOfOldest(int atMost) throws SQLException {
        List<String> last = List.of();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT DISTINCT alert_at, alert FROM rapport_occurrence"
                        + " WHERE pending = 1 ORDER BY alert_at, alert LIMIT " + atMost)) {
            while (rows.next()) {
                last = List.of(rows.getString(1), rows.getString(2));
            }
        }
        return last.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    @Override
    public void markDelivered(Collection<String> tokens) {
        List<String> stored = new ArrayList<>();
        new TreeSet<>(tokens).forEach(token -> stored.add(StoredText.of(token)));
        inOneStep(() -> {
            for (List<String> some : inParts(stored)) {
                mark(OF_KEYS, some);
                mark(OF_DIGESTS, some);
            }
            for (List<String> some : inParts(stored)) {
                requireKnown(some);
            }
            return stored;
        });
    }

    /** Written first and checked then: who reads first may have to give way to another writer. */
    private void mark(String which, List<String> tokens) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE rapport_occurrence SET pending = NULL WHERE " + condition(which, tokens.size()))) {
            set(update, parameters(which, tokens));
            update.executeUpdate();
        }
    }

    private void requireKnown(List<String> tokens) throws SQLException {
        Set<String> unknown = new TreeSet<>(tokens);
        for (String which : List.of(OF_KEYS, OF_DIGESTS)) {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT DISTINCT alert FROM rapport_occurrence WHERE " + condition(which, tokens.size()))) {
                set(select, parameters(which, tokens));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        unknown.remove(rows.getString(1));
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "token (" + StoredText.read(unknown.iterator().next()) + ") must be that of a recorded alert.");
        }
    }

    private static String condition(String which, int count) {
        return which.replace("?", marks(count));
    }

    private static List<String> parameters(String which, List<String> tokens) {
        List<String> parameters = new ArrayList<>();
        if (which.equals(OF_KEYS)) {
            tokens.forEach(token -> parameters.add(EntryRow.keyOf(token)));
        }
        parameters.addAll(tokens);
        return parameters;
    }

    private List<LedgerEntry> select(String condition, List<String> parameters) throws SQLException {
        List<LedgerEntry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
            set(select, parameters);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(EntryRow.read(rows));
                }
            }
        }
        return entries;
    }

    private static void set(PreparedStatement statement, List<String> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setString(i + 1, parameters.get(i));
        }
    }

    private static String marks(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    private static List<List<String>> inParts(List<String> all) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_PARAMETERS) {
            parts.add(all.subList(from, Math.min(from + MOST_PARAMETERS, all.size())));
        }
        return parts;
    }

    private <T> T inOneStep(JdbcStep.Work<T> work) {
        synchronized (connection) {
            return new JdbcStep(connection, dialect, TRIES).take(work);
        }
    }
}
