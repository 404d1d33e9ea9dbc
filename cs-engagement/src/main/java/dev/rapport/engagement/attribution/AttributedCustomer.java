package dev.rapport.engagement.attribution;

import java.util.Optional;

/**
 * Whether somebody answers for a customer's revenue of a period, and why.
 *
 * @param change  what became of the revenue
 * @param ruling  what the policy says
 * @param owner  who answers for it, or would if it counted; empty if there is nobody
 */
public record AttributedCustomer(AccountChange change, Ruling ruling, Optional<String> owner) {

    /** What the policy says of a customer. */
    public enum Ruling {
        /** It counts for the owner. */
        COUNTS,
        /** It was dropped when that was not free any more, and nobody took it over: it counts for who dropped it. */
        DROPPED_LATE,
        /** Nothing was paid at the start of the period. */
        NOTHING_PAID,
        /** Somebody said that it does not count. */
        EXCLUDED,
        /** Nobody looked after it. */
        NO_OWNER,
        /** It was dropped while that was free. */
        DROPPED_EARLY,
        /** Several looked after it on the day, so that nobody can be named. */
        SEVERAL_OWNERS,
        /** It was taken when the period was closed. */
        TAKEN_LATE,
        /** It is not held for long enough. */
        HELD_TOO_SHORT,
        /** Nobody had looked after it before it was taken in the period. */
        GRACE;

        /**
         * Says whether it counts.
         *
         * @return true if somebody answers for it
         */
        public boolean counts() {
            return this == COUNTS || this == DROPPED_LATE;
        }
    }
}
