package dev.rapport.engagement.scope;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Who leads which areas.
 *
 * @param role  the leader's role
 * @param areas  ids of areas, at least one
 */
public record Leader(String role, List<String> areas) {

    /**
     * Checks that there is something to lead.
     *
     * @param role  the leader's role
     * @param areas  the areas
     */
    public Leader {
        requireNonNull(role, "role");
        areas = List.copyOf(areas);
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("leader (" + role + ") must have an area.");
        }
    }
}
