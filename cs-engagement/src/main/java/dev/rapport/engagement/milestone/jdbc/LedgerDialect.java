package dev.rapport.engagement.milestone.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that keep a ledger. */
public enum LedgerDialect {
    /** H2, embedded or as a server, in its own mode. */
    H2("VARCHAR", "VARCHAR(2000)", "", ""),
    /** SQLite, embedded; several processes may share a file. */
    SQLITE("TEXT", "TEXT", " ON CONFLICT DO NOTHING", " WHERE %s IS NOT NULL"),
    /** PostgreSQL. */
    POSTGRESQL("TEXT COLLATE \"C\"", "TEXT COLLATE \"C\"", " ON CONFLICT DO NOTHING", " WHERE %s IS NOT NULL");

    private final String text;
    private final String keyText;
    private final String unlessThere;
    private final String whereGiven;

    LedgerDialect(String text, String keyText, String unlessThere, String whereGiven) {
        this.text = text;
        this.keyText = keyText;
        this.unlessThere = unlessThere;
        this.whereGiven = whereGiven;
    }

    /**
     * The dialect of a connection.
     *
     * @param connection  the connection
     * @return the dialect
     * @throws SQLException if the connection does not tell
     * @throws IllegalArgumentException if it is that of another database
     */
    public static LedgerDialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (LedgerDialect dialect : values()) {
            if (product.toUpperCase(Locale.ROOT).equals(dialect.name())) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("connection must be to H2, SQLite or PostgreSQL, was to " + product
                + ".\nMaybe implement MilestoneLedger for it, and hold it to MilestoneLedgerContract.");
    }

    /** The type of any text. */
    String text() {
        return text;
    }

    /** The type of texts that are indexed. */
    String keyText() {
        return keyText;
    }

    /** What makes an insert do nothing where the key is there; empty where it fails instead. */
    String unlessThere() {
        return unlessThere;
    }

    /** What ends the statement that creates a table: SQLite keeps the rows in the order of the key. */
    String tableEnd() {
        return this == SQLITE ? " WITHOUT ROWID" : "";
    }

    /** What keeps rows out of an index of a column that they have no value in. */
    String whereGiven(String column) {
        return String.format(Locale.ROOT, whereGiven, column);
    }

    /** Says whether another try may help: others held what was needed. */
    boolean isWorthAnotherTry(SQLException exception) {
        String state = exception.getSQLState() == null ? "" : exception.getSQLState();
        int busy = exception.getErrorCode() & 0xFF;
        return switch (this) {
            case H2 -> exception.getErrorCode() == 50200 || state.equals("40001");
            case SQLITE -> busy == 5 || busy == 6;
            case POSTGRESQL -> state.equals("40001") || state.equals("40P01");
        };
    }
}
