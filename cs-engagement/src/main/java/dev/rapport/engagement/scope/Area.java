package dev.rapport.engagement.scope;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that somebody must be responsible for, such as onboarding or renewals.
 *
 * @param id  its id
 * @param roles  the roles whose holders do the work, at least one
 * @param stages  the stages of the life cycle in which the work is done; none for work beside the customer's way
 */
public record Area(String id, List<String> roles, List<String> stages) {

    /**
     * Checks that somebody does the work.
     *
     * @param id  its id
     * @param roles  the roles
     * @param stages  the stages
     */
    public Area {
        requireNonNull(id, "id");
        roles = List.copyOf(roles);
        stages = List.copyOf(stages);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("area (" + id + ") must have a role whose holders do the work.");
        }
    }
}
