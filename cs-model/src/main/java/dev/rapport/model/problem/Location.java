package dev.rapport.model.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where something stands: in which source, at which JSON pointer, in which line and column. Each part may be missing:
 * an empty source has no name, the root pointer is the whole document (or a row, which has no pointers).
 *
 * @param source the name of the file or document, or empty
 * @param pointer the place in the document, or the root
 * @param position line and column
 */
public record Location(String source, Pointer pointer, Position position)
        implements Comparable<Location>, Serializable {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::source)
            .thenComparing(Location::position)
            .thenComparing(Location::pointer);

    private static final int LONGEST = 300;

    /** Nowhere in particular. */
    public static final Location NONE = new Location("", Pointer.ROOT, Position.UNKNOWN);

    /**
     * Checks that nothing is missing.
     *
     * @param source not null
     * @param pointer not null
     * @param position not null
     */
    public Location {
        requireNonNull(source, "source");
        requireNonNull(pointer, "pointer");
        requireNonNull(position, "position");
    }

    /**
     * A whole source.
     *
     * @param source its name
     * @return its location, without a position
     */
    public static Location of(String source) {
        return new Location(source, Pointer.ROOT, Position.UNKNOWN);
    }

    /**
     * The same place with another line and column.
     *
     * @param line the line, from 1
     * @param column the column, from 1, or 0 where unknown
     * @return the new location
     */
    public Location at(int line, int column) {
        return new Location(source, pointer, new Position(line, column));
    }

    /**
     * A field of the object that stands here. The position stays that of the object.
     *
     * @param field the name of the field
     * @return its location
     */
    public Location child(String field) {
        return new Location(source, pointer.child(field), position);
    }

    /**
     * An element of the list that stands here. The position stays that of the list.
     *
     * @param index the index, from 0
     * @return its location
     */
    public Location child(int index) {
        return new Location(source, pointer.child(index), position);
    }

    /** Compares by source, then position, then pointer. */
    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /**
     * The location for people. What cannot be seen is escaped, a long pointer is cut.
     *
     * @return for example {@code scorecard.json:14:9 /groups/0/weight}; empty for {@link #NONE}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Quote.visible(source));
        if (position.isKnown()) {
            text.append(source.isEmpty() ? "" : ":").append(position);
        }
        if (!pointer.isRoot()) {
            text.append(text.length() == 0 ? "" : " ").append(Quote.visible(Quote.cut(pointer.toString(), LONGEST)));
        }
        return text.toString();
    }
}
