package dev.rapport.engagement.scope;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One way to divide the areas among leaders.
 *
 * @param id  its id
 * @param description  what speaks for it, and whose words that is
 * @param leaders  the leaders; each area has exactly one
 */
public record Scope(String id, String description, List<Leader> leaders) {

    /**
     * Copies the leaders.
     *
     * @param id  its id
     * @param description  what speaks for it
     * @param leaders  the leaders
     */
    public Scope {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        leaders = List.copyOf(leaders);
    }

    /**
     * Who leads an area.
     *
     * @param area  the area's id
     * @return the role; empty if nobody does
     */
    public Optional<String> leaderOf(String area) {
        return leaders.stream()
                .filter(leader -> leader.areas().contains(area))
                .map(Leader::role)
                .findFirst();
    }
}
