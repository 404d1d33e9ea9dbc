package dev.rapport.engagement.team;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The team that is proposed for a segment.
 *
 * @param segment  the id of the segment
 * @param customers  how many customers it is for
 * @param roles  each role that the engagement model asks hours of, by its id, then by pool
 */
public record ProposedTeam(String segment, int customers, List<ProposedRole> roles) {

    /**
     * Copies the roles.
     *
     * @param segment  the id of the segment
     * @param customers  how many customers it is for
     * @param roles  the roles
     */
    public ProposedTeam {
        requireNonNull(segment, "segment");
        roles = List.copyOf(roles);
    }
}
