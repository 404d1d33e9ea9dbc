package dev.rapport.model.problem;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A line and a column of a text, both counted from 1; 0 says that it is not known. A position can have a line without
 * a column (a row of a file), but no column without a line.
 *
 * @param line the line, from 1, or 0 where unknown
 * @param column the column in characters of the line (UTF-16 units, as editors count), from 1, or 0 where unknown
 */
public record Position(int line, int column) implements Comparable<Position>, Serializable {

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    /** The position that is not known. */
    public static final Position UNKNOWN = new Position(0, 0);

    /**
     * Checks both numbers.
     *
     * @param line at least 0
     * @param column at least 0, and 0 if the line is
     * @throws IllegalArgumentException if they are not
     */
    public Position {
        if (line < 0) {
            throw new IllegalArgumentException("line must be >= 0, was " + line);
        }
        if (column < 0 || (line == 0 && column > 0)) {
            throw new IllegalArgumentException(
                    "column must be >= 0, and 0 without a line, was " + column + " in line " + line);
        }
    }

    /**
     * Whether at least the line is known.
     *
     * @return true if it is
     */
    public boolean isKnown() {
        return line > 0;
    }

    /** Compares by line, then by column; the unknown position comes first. */
    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /**
     * The position as editors and compilers write it.
     *
     * @return {@code 14:9}, {@code 14} where the column is unknown, or nothing
     */
    @Override
    public String toString() {
        if (!isKnown()) {
            return "";
        }
        return column == 0 ? Integer.toString(line) : line + ":" + column;
    }
}
