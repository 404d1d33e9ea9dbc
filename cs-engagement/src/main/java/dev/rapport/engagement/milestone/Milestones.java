package dev.rapport.engagement.milestone;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.calendar.BusinessCalendars;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int DAYS_OF_A_HOLIDAY = 3;

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
     * its day to have moved there. A month's end shifts a step by three days at most, a zone by one or two, and where
     * business days are counted each holiday shifts it by a day and a weekend.
     */
    LocalDate mattersFrom(LocalDate today, BusinessCalendars calendars) {
        long most = 0;
        for (Milestone milestone : milestones) {
            long shift = 2L * DAYS_OF_MONTHS_END;
            if (milestone.countsBusinessDays()) {
                shift += 2L * DAYS_OF_A_WEEK + DAYS_OF_A_HOLIDAY * mostHolidaysOfTwoYears(calendars);
            }
            most = Math.max(most, (long) milestone.fireLateUpToDays() + milestone.reissueWhenMovedByDays() + shift);
        }
        return today.minusDays(most);
    }

    /** Of all calendars together, since some milestones count in several: holidays of a year and the next. */
    private static long mostHolidaysOfTwoYears(BusinessCalendars calendars) {
        Set<LocalDate> all = new HashSet<>(calendars.book().holidays());
        calendars.others().forEach(calendar -> all.addAll(calendar.holidays()));
        Map<Integer, Long> ofYears = new HashMap<>();
        for (LocalDate day : all) {
            ofYears.merge(day.getYear(), 1L, Long::sum);
            ofYears.merge(day.getYear() - 1, 1L, Long::sum);
        }
        return ofYears.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
