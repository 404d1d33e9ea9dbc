package dev.rapport.model.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document as a JSON pointer (RFC 6901), such as {@code /groups/0/weight}; empty for the whole document.
 * Immutable. Pointers of neighbours share what they have in common, so that each value of a large document can have
 * one.
 */
public final class Pointer implements Comparable<Pointer>, Serializable {

    private static final long serialVersionUID = 1L;

    /** The whole document, or a row, which has no pointers. */
    public static final Pointer ROOT = new Pointer(null, null, 0);

    private final @Nullable Pointer parent;
    private final @Nullable String field;
    private final int index;

    private Pointer(@Nullable Pointer parent, @Nullable String field, int index) {
        this.parent = parent;
        this.field = field;
        this.index = index;
    }

    /**
     * A field of the object that this points to.
     *
     * @param name the name of the field, as it is; the text of the pointer escapes it
     * @return the pointer to it
     */
    public Pointer child(String name) {
        return new Pointer(this, requireNonNull(name, "name"), 0);
    }

    /**
     * An element of the list that this points to.
     *
     * @param element its index, from 0
     * @return the pointer to it
     */
    public Pointer child(int element) {
        if (element < 0) {
            throw new IllegalArgumentException("element must be >= 0, was " + element);
        }
        return new Pointer(this, null, element);
    }

    /**
     * Whether this is the whole document.
     *
     * @return true if it is
     */
    public boolean isRoot() {
        return parent == null;
    }

    /** Compares as text. */
    @Override
    public int compareTo(Pointer other) {
        return toString().compareTo(other.toString());
    }

    /** Equal if the texts are: a field called {@code 0} and the first element are not told apart. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Pointer that && (this == that || toString().equals(that.toString()));
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /**
     * The pointer as RFC 6901 writes it.
     *
     * @return the text; empty for the whole document
     */
    @Override
    public String toString() {
        Deque<String> tokens = new ArrayDeque<>();
        for (Pointer next = this; next.parent != null; next = next.parent) {
            tokens.push(next.token());
        }
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append('/').append(token));
        return text.toString();
    }

    private String token() {
        return field == null
                ? Integer.toString(index)
                : field.replace("~", "~0").replace("/", "~1");
    }
}
