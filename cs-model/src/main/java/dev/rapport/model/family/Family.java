package dev.rapport.model.family;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer and all that belong to it, directly or not. Immutable. */
public final class Family {

    private final List<String> members;

    Family(List<String> members) {
        this.members = List.copyOf(members);
    }

    /**
     * The customer that the others belong to.
     *
     * @return its id
     */
    public String top() {
        return members.get(0);
    }

    /**
     * Everybody.
     *
     * @return the ids from the top down, each followed by those that belong to it, brothers and sisters by id
     */
    public List<String> members() {
        return members;
    }

    /**
     * Everybody, children before their parents: the order in which to roll up.
     *
     * @return the members from the bottom up
     */
    public List<String> bottomUp() {
        List<String> reversed = new ArrayList<>(members);
        Collections.reverse(reversed);
        return Collections.unmodifiableList(reversed);
    }

    /**
     * How many they are.
     *
     * @return at least 1
     */
    public int size() {
        return members.size();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Family other && members.equals(other.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The top and how many they are. */
    @Override
    public String toString() {
        return "family of " + top() + ", " + size();
    }
}
