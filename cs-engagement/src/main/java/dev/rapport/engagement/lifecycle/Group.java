package dev.rapport.engagement.lifecycle;

import static java.util.Objects.requireNonNull;

/**
 * Which customers or stays are looked at together.
 *
 * @param by  what they have in common
 * @param name  its name: an engagement model, stage or owner; {@code all} for everybody
 */
public record Group(By by, String name) implements Comparable<Group> {

    /** What members of a group have in common. */
    public enum By {
        /** Nothing: everybody. */
        ALL,
        /** The engagement model of their segment. */
        MODEL,
        /** The stage. */
        STAGE,
        /** Who looked after the customer in the accountable role. */
        OWNER
    }

    /** Everybody. */
    static final Group EVERYBODY = new Group(By.ALL, "all");

    /**
     * Checks that both are there.
     *
     * @param by  what they have in common
     * @param name  its name
     */
    public Group {
        requireNonNull(by, "by");
        requireNonNull(name, "name");
    }

    @Override
    public int compareTo(Group other) {
        int order = by.compareTo(other.by);
        return order != 0 ? order : name.compareTo(other.name);
    }
}
