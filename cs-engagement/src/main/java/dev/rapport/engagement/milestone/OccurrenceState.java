package dev.rapport.engagement.milestone;

import java.util.Locale;

/** What became of an occurrence. */
public enum OccurrenceState {
    /** Its day is still to come. */
    PLANNED,
    /** Its day has come; the next tick fires it. */
    DUE,
    /** It fired on its day. */
    FIRED,
    /** It fired after its day, as far as the milestone allows. */
    FIRED_LATE,
    /** Its day has passed by more than the milestone allows, and it did not fire. */
    EXPIRED,
    /** It is reckoned from a day or a rule that does not hold any more. */
    SUPERSEDED,
    /** What it would remind of is done, or was reminded of before the day moved. */
    ALREADY_HANDLED;

    /**
     * The word in documents and tables.
     *
     * @return the name in lower case with hyphens
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
