package dev.rapport.engagement.milestone;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A milestone policy.
 *
 * @param header  who made it, and since when it holds
 * @param milestones  the milestones, with different ids
 * @param limits  how much an owner is told; empty for everything at once
 */
public record Milestones(DocumentHeader header, List<Milestone> milestones, Optional<AlertLimits> limits) {

    private static final int DAYS_OF_MONTHS_END = 3;

    /**
     * Checks that the ids differ.
     *
     * @param header  who made it
     * @param milestones  the milestones
     * @param limits  how much an owner is told
     */
    public Milestones {
        requireNonNull(limits, "limits");
        requireNonNull(header, "header");
        milestones = List.copyOf(milestones);
        Set<String> ids = new HashSet<>();
        for (Milestone milestone : milestones) {
            if (!ids.add(milestone.id())) {
                throw new IllegalArgumentException("milestones must have different ids, was twice " + milestone.id());
            }
        }
    }

    /**
     * A policy that tells every owner everything at once.
     *
     * @param header  who made it, and since when it holds
     * @param milestones  the milestones, with different ids
     * @return the policy
     */
    public static Milestones of(DocumentHeader header, List<Milestone> milestones) {
        return new Milestones(header, milestones, Optional.empty());
    }

    /**
     * The milestone of an id.
     *
     * @param id  the id
     * @return the milestone, or empty if there is none
     */
    public Optional<Milestone> find(String id) {
        return milestones.stream()
                .filter(milestone -> milestone.id().equals(id))
                .findFirst();
    }

    /**
     * What all milestones read together.
     *
     * @return attributes and series
     */
    public Requirements requirements() {
        Requirements all = Requirements.none();
        for (Milestone milestone : milestones) {
            all = all.and(milestone.trigger().requirements());
        }
        return all;
    }

    /**
     * The first day whose occurrences can matter on a day: what fired before it is too far from all that may fire then for
     * its day to have moved there. A month's end shifts a step by three days at most.
     */
    LocalDate mattersFrom(LocalDate today) {
        long most = 0;
        for (Milestone milestone : milestones) {
            most = Math.max(most, (long) milestone.fireLateUpToDays() + milestone.reissueWhenMovedByDays());
        }
        return today.minusDays(most + 2L * DAYS_OF_MONTHS_END);
    }
}
