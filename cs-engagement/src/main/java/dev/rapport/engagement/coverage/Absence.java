package dev.rapport.engagement.coverage;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * That a member is away for some time: ill, on parental leave, on a sabbatical. Why is nobody's business.
 *
 * @param memberId  the id of the member
 * @param from  the first day away
 * @param until  the first day back
 */
public record Absence(String memberId, LocalDate from, LocalDate until) {

    /**
     * Checks the days.
     *
     * @param memberId  the id of the member
     * @param from  the first day away
     * @param until  the first day back, later
     * @throws IllegalArgumentException if the first day back is not after the first day away
     */
    public Absence {
        requireNonNull(memberId, "memberId");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until (" + until + ") must be after from (" + from + ").");
        }
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
