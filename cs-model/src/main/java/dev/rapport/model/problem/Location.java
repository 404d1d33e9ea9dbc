package dev.rapport.model.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where something stands: in which source, at which JSON pointer, in which line and column. Each part may be missing:
 * an empty source has no name, an empty pointer is the whole document (or a row, which has no pointers).
 *
 * @param source the name of the file or document, or empty
 * @param pointer the place in a document as an RFC 6901 pointer such as {@code /groups/0/weight}, or empty
 * @param position line and column
 */
public record Location(String source, String pointer, Position position) implements Comparable<Location>, Serializable {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::source)
            .thenComparing(Location::position)
            .thenComparing(Location::pointer);

    /** Nowhere in particular. */
    public static final Location NONE = new Location("", "", Position.UNKNOWN);

    /**
     * Checks the pointer.
     *
     * @param source not null
     * @param pointer empty, or beginning with a slash
     * @param position not null
     * @throws IllegalArgumentException if the pointer is neither
     */
    public Location {
        requireNonNull(source, "source");
        requireNonNull(pointer, "pointer");
        requireNonNull(position, "position");
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("pointer must be empty or begin with /, was " + Quote.text(pointer));
        }
    }

    /**
     * A whole source.
     *
     * @param source its name
     * @return its location, without a position
     */
    public static Location of(String source) {
        return new Location(source, "", Position.UNKNOWN);
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
     * @param field the name of the field, as it is; the pointer escapes it
     * @return its location
     */
    public Location child(String field) {
        String token = field.replace("~", "~0").replace("/", "~1");
        return new Location(source, pointer + "/" + token, position);
    }

    /**
     * An element of the list that stands here. The position stays that of the list.
     *
     * @param index the index, from 0
     * @return its location
     */
    public Location child(int index) {
        return new Location(source, pointer + "/" + index, position);
    }

    /** Compares by source, then position, then pointer. */
    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /**
     * The location for people, characters that cannot be seen are escaped.
     *
     * @return for example {@code scorecard.json:14:9 /groups/0/weight}; empty for {@link #NONE}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Quote.visible(source));
        if (position.isKnown()) {
            text.append(source.isEmpty() ? "" : ":").append(position);
        }
        if (!pointer.isEmpty()) {
            text.append(text.length() == 0 ? "" : " ").append(Quote.visible(pointer));
        }
        return text.toString();
    }
}
