package dev.rapport.engagement.model;

import java.util.List;

/**
 * Which customers get an executive sponsor of ours, and who can be one.
 *
 * @param segments  the segments whose customers get one, at least one
 * @param roles  the roles whose holders are sponsors, at least one
 * @param atMostEach  how many customers a sponsor has time for, at least 1
 */
public record Sponsorship(List<String> segments, List<String> roles, int atMostEach) {

    /**
     * Copies the lists and checks them.
     *
     * @param segments  the segments
     * @param roles  the roles
     * @param atMostEach  how many customers
     * @throws IllegalArgumentException if a list is empty or the number is below 1
     */
    public Sponsorship {
        segments = List.copyOf(segments);
        roles = List.copyOf(roles);
        if (segments.isEmpty() || roles.isEmpty()) {
            throw new IllegalArgumentException(
                    "segments (" + segments + ") and roles (" + roles + ") must not be empty.");
        }
        if (atMostEach < 1) {
            throw new IllegalArgumentException("atMostEach (" + atMostEach + ") must be at least 1.");
        }
    }
}
