package dev.rapport.engagement.pack;

import java.util.Locale;

/**
 * Something to talk about.
 *
 * @param topic  what
 * @param why  what it rests on, in words
 */
public record AgendaItem(Topic topic, String why) {

    /** What is talked about, in the order of the meeting. */
    public enum Topic {
        /** What was reached, to be confirmed. */
        CONFIRM_VALUE,
        /** Goals whose day has passed. */
        GOALS_BEHIND,
        /** Use that rose or fell. */
        USE,
        /** Open tickets. */
        SUPPORT,
        /** What the customer asked for and waits to be answered. */
        WHAT_YOU_ASKED_FOR,
        /** Actions of earlier reviews. */
        OPEN_ACTIONS,
        /** Contracts on which it must be decided. */
        DECISION,
        /** The goals of the year to come. */
        NEXT_GOALS;

        /**
         * The word in documents.
         *
         * @return the word
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
