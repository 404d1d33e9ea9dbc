package dev.rapport.engagement.team;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Somebody in a proposed team.
 *
 * @param memberId  the id of the member
 * @param customers  the customers placed with the person by name; 0 where hours alone are given
 * @param hours  the hours a year that the team takes of the person
 */
public record ProposedMember(String memberId, int customers, BigDecimal hours) {

    /**
     * Checks that there is somebody.
     *
     * @param memberId  the id of the member
     * @param customers  the customers placed with the person
     * @param hours  the hours a year
     */
    public ProposedMember {
        requireNonNull(memberId, "memberId");
        requireNonNull(hours, "hours");
    }
}
