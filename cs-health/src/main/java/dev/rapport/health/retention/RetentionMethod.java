package dev.rapport.health.retention;

/** How a rate of retention is made. */
public enum RetentionMethod {
    /**
     * Of those who paid at the opening, what they pay at the closing. Whoever came later does not count; what went down and
     * up again between does not show.
     */
    COHORT,
    /**
     * Of what came up for renewal, what was renewed. Terms that ran on are not in it, nor are ends before the term's: those
     * are in the waterfall.
     */
    RENEWALS_DUE,
    /**
     * The product of the cohort rates from each date to the next: everybody counts from the date on which they came, and
     * what went down and up again shows. Of a book without comers and returners, the net rate is that of the cohort.
     */
    TRAILING
}
