package dev.rapport.model.family;

/**
 * One customer that became another, wholly or in part.
 *
 * @param predecessor  who it was
 * @param successor  who it became
 * @param kind  how
 */
public record Succession(String predecessor, String successor, Kind kind) implements Comparable<Succession> {

    /** How one customer becomes another. */
    public enum Kind {
        /** The successor took the predecessor over. */
        MERGER,
        /** The successor came out of the predecessor, which may go on. */
        SPLIT
    }

    /** Compares by predecessor, then successor, then kind. */
    @Override
    public int compareTo(Succession other) {
        int order = predecessor.compareTo(other.predecessor);
        order = order != 0 ? order : successor.compareTo(other.successor);
        return order != 0 ? order : kind.compareTo(other.kind);
    }
}
