package dev.rapport.engagement.coverage;

/**
 * Who would have been taken otherwise.
 *
 * @param memberId  the id of the member
 * @param misfit  the misfit of that placement
 * @param reason  what would have been different
 */
public record NextBest(String memberId, double misfit, String reason) {}
