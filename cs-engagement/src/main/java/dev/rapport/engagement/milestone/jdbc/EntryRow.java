package dev.rapport.engagement.milestone.jdbc;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.engagement.milestone.OccurrenceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry as a row. */
final class EntryRow {

    static final String COLUMNS =
            "token, number, state, reason, at, recorded_at, due_on, may_fire_until, next_at, fired_at,"
                    + " days_late, role, owner, made_by, alert";

    /** What is read, and what it is found by. */
    static final String ALL_COLUMNS = COLUMNS + ", customer, latest, wake_at, alert_at, pending, digest";

    /** The names of all columns, one by one. */
    static final List<String> NAMES = List.of(ALL_COLUMNS.split(", ", -1));

    private static final Set<String> NUMBERS = Set.of("number", "days_late", "latest", "pending");

    private EntryRow() {}

    /** Says whether a column holds whole numbers; all others hold texts. */
    static boolean isNumber(String column) {
        return NUMBERS.contains(column);
    }

    /** Of an entry that is the last of its key, what stands in all columns: texts, whole numbers or null. */
    static @Nullable Object[] values(LedgerEntry entry) {
        String token = entry.key().token();
        Optional<String> alert = entry.alert().map(StoredText::of);
        return new @Nullable Object[] {
            token,
            entry.number(),
            entry.state().word(),
            StoredText.of(entry.reason()),
            StoredText.of(entry.at()),
            StoredText.of(entry.recordedAt()),
            StoredText.of(entry.dueOn()),
            StoredText.of(entry.mayFireUntil()),
            stored(entry.nextAt()),
            stored(entry.firedAt()),
            entry.daysLate(),
            StoredText.of(entry.role()),
            entry.owner().map(StoredText::of).orElse(null),
            entry.by().map(StoredText::of).orElse(null),
            alert.orElse(null),
            StoredText.of(entry.key().customerId()),
            1,
            stored(entry.nextAt()),
            alert.isPresent() ? StoredText.of(entry.at()) : null,
            alert.isPresent() ? 1 : null,
            alert.filter(text -> !keyOf(entry.alert().orElse(text)).equals(token))
                    .orElse(null)
        };
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
                .at(StoredText.readInstant(row.getString(5)))
                .recordedAt(StoredText.readInstant(row.getString(6)))
                .dueOn(StoredText.readDay(row.getString(7)))
                .mayFireUntil(StoredText.readInstant(row.getString(8)))
                .nextAt(Optional.ofNullable(row.getString(9)).map(StoredText::readInstant))
                .firedAt(Optional.ofNullable(row.getString(10)).map(StoredText::readInstant))
                .daysLate(row.getInt(11))
                .role(StoredText.read(row.getString(12)))
                .owner(Optional.ofNullable(row.getString(13)).map(StoredText::read))
                .by(Optional.ofNullable(row.getString(14)).map(StoredText::read))
                .alert(Optional.ofNullable(row.getString(15)).map(StoredText::read))
                .build();
    }
}
