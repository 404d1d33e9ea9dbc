package dev.rapport.engagement.milestone;

/**
 * How much an owner is told.
 *
 * @param perOwnerAndWeek  how many alerts from Monday to Sunday, at least 1; a digest is one. What does not fit waits for the
 *     next week if it may, and is suppressed if it may not
 * @param digestFrom  how many late occurrences of one owner a single tick must fire for them to become one digest, at
 *     least 2
 */
public record AlertLimits(int perOwnerAndWeek, int digestFrom) {

    /**
     * Checks the numbers.
     *
     * @param perOwnerAndWeek  how many alerts a week
     * @param digestFrom  from how many late ones on there is a digest
     */
    public AlertLimits {
        if (perOwnerAndWeek < 1) {
            throw new IllegalArgumentException("perOwnerAndWeek (" + perOwnerAndWeek + ") must be at least 1.");
        }
        if (digestFrom < 2) {
            throw new IllegalArgumentException("digestFrom (" + digestFrom + ") must be at least 2.");
        }
    }
}
