package dev.rapport.engagement.milestone;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What became of an occurrence. */
public enum OccurrenceState {
    /** Its day is still to come, or it waits until the owner's alerts of a week are counted afresh. */
    PLANNED,
    /** Its day has come; the next tick fires it. Never recorded, as it follows from the cut. */
    DUE,
    /** It fired on its day. */
    FIRED,
    /** It fired after its day, as far as the milestone allows. */
    FIRED_LATE,
    /** After it fired, the owner wants to be reminded of it on a later day. */
    SNOOZED,
    /** The owner was reminded of it. */
    REMINDED,
    /** It fired, nobody touched it, and another role was alerted. */
    ESCALATED,
    /** It fired, and the owner took note. */
    ACKNOWLEDGED,
    /** Its day has passed by more than the milestone allows, and it did not fire. */
    EXPIRED,
    /** The owner had enough alerts that week, and it could not wait for the next. */
    SUPPRESSED,
    /** It is reckoned from a day or a rule that does not hold any more, but another does. */
    SUPERSEDED,
    /** What it was reckoned from is no more. */
    WITHDRAWN,
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

    /**
     * The state of a word.
     *
     * @param word  what {@link #word()} gave
     * @return the state
     * @throws IllegalArgumentException if it is the word of none
     */
    public static OccurrenceState of(String word) {
        for (OccurrenceState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("state (" + word + ") must be one of " + words() + ".");
    }

    /**
     * Says whether an entry of this state is delivered to somebody.
     *
     * @return true for what fired, was reminded of or escalated
     */
    public boolean alerts() {
        return switch (this) {
            case FIRED, FIRED_LATE, REMINDED, ESCALATED -> true;
            default -> false;
        };
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(OccurrenceState::word).toList();
    }
}
