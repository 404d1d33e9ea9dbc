package dev.rapport.engagement.milestone;

import java.util.List;

/**
 * What could be reckoned of a customer, and what could not: each milestone by itself.
 *
 * @param occurrences  those of the milestones that could be reckoned, by due date and key
 * @param failures  the milestones that could not, in the order of the policy
 */
public record Reckoned(List<Occurrence> occurrences, List<MilestoneFailure> failures) {}
