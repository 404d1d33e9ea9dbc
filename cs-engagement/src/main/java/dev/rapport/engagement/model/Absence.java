package dev.rapport.engagement.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Somebody who is known to be away for a while, beside the usual holidays: parental leave, a sabbatical, a long illness.
 *
 * @param member  the id of the member
 * @param from  the first day
 * @param until  the first day back
 */
public record Absence(String member, LocalDate from, LocalDate until) {

    /**
     * Checks the order.
     *
     * @param member  the id of the member
     * @param from  the first day
     * @param until  the first day back, after the first day
     */
    public Absence {
        requireNonNull(member, "member");
        requireNonNull(from, "from");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until (" + until + ") of " + member + " must be after from (" + from
                    + ").\nMaybe the first day back is meant.");
        }
    }

    /**
     * Says whether the member is away on a day.
     *
     * @param day  the day
     * @return true from the first day to the one before the first day back
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
