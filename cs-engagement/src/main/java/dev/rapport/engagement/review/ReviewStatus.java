package dev.rapport.engagement.review;

import java.util.Locale;

/** What became of a review. */
public enum ReviewStatus {
    /** Held by its day. */
    HELD,
    /** Held in its period, but after its day: the decision date had passed. */
    HELD_LATE,
    /** Not held yet, and a day for it is arranged. */
    SCHEDULED,
    /** Not held yet, and nothing is arranged. */
    DUE,
    /** Not held by its day, and nothing is arranged. */
    MISSED;

    /**
     * The word in documents.
     *
     * @return the word
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Says whether the review took place.
     *
     * @return true if it was held, in time or late
     */
    public boolean isHeld() {
        return this == HELD || this == HELD_LATE;
    }
}
