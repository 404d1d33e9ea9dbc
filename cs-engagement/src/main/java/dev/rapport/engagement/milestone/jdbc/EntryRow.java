package dev.rapport.engagement.milestone.jdbc;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.engagement.milestone.OccurrenceState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry as a row. */
final class EntryRow {

    static final String COLUMNS = "token, number, state, reason, at, recorded_at, due_on, may_fire_until, next_at, fired_at,"
            + " days_late, role, owner, made_by, alert";

    static final String INSERT = "INSERT INTO rapport_occurrence (" + COLUMNS
            + ", customer, latest, wake_at, alert_at, pending, digest)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)";

    private EntryRow() {}

    static void set(PreparedStatement insert, LedgerEntry entry) throws SQLException {
        boolean alerts = entry.alert().isPresent();
        insert.setString(1, entry.key().token());
        insert.setInt(2, entry.number());
        insert.setString(3, entry.state().word());
        insert.setString(4, StoredText.of(entry.reason()));
        insert.setString(5, StoredText.of(entry.at()));
        insert.setString(6, StoredText.of(entry.recordedAt()));
        insert.setString(7, StoredText.of(entry.dueOn()));
        insert.setString(8, StoredText.of(entry.mayFireUntil()));
        insert.setString(9, stored(entry.nextAt()));
        insert.setString(10, stored(entry.firedAt()));
        insert.setInt(11, entry.daysLate());
        insert.setString(12, StoredText.of(entry.role()));
        insert.setString(13, entry.owner().map(StoredText::of).orElse(null));
        insert.setString(14, entry.by().map(StoredText::of).orElse(null));
        insert.setString(15, entry.alert().map(StoredText::of).orElse(null));
        insert.setString(16, StoredText.of(entry.key().customerId()));
        insert.setString(17, stored(entry.nextAt()));
        insert.setString(18, alerts ? StoredText.of(entry.at()) : null);
        if (alerts) {
            insert.setInt(19, 1);
        } else {
            insert.setNull(19, Types.INTEGER);
        }
        insert.setString(
                20,
                entry.alert()
                        .filter(alert -> !keyOf(alert).equals(entry.key().token()))
                        .map(StoredText::of)
                        .orElse(null));
    }

    /** The token of the key that an alert is of, if it is of one alone: the part before the number. */
    static String keyOf(String alert) {
        int number = alert.lastIndexOf('#');
        return number < 0 ? alert : alert.substring(0, number);
    }

    private static @Nullable String stored(Optional<Instant> instant) {
        return instant.map(StoredText::of).orElse(null);
    }

    static LedgerEntry read(ResultSet row) throws SQLException {
        return LedgerEntry.builder()
                .key(OccurrenceKey.parse(row.getString(1)))
                .number(row.getInt(2))
                .state(OccurrenceState.of(row.getString(3)))
                .reason(StoredText.read(row.getString(4)))
                .at(Instant.parse(row.getString(5)))
                .recordedAt(Instant.parse(row.getString(6)))
                .dueOn(LocalDate.parse(row.getString(7)))
                .mayFireUntil(Instant.parse(row.getString(8)))
                .nextAt(Optional.ofNullable(row.getString(9)).map(Instant::parse))
                .firedAt(Optional.ofNullable(row.getString(10)).map(Instant::parse))
                .daysLate(row.getInt(11))
                .role(StoredText.read(row.getString(12)))
                .owner(Optional.ofNullable(row.getString(13)).map(StoredText::read))
                .by(Optional.ofNullable(row.getString(14)).map(StoredText::read))
                .alert(Optional.ofNullable(row.getString(15)).map(StoredText::read))
                .build();
    }
}
