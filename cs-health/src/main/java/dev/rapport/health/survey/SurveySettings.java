package dev.rapport.health.survey;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a book is read by its instruments.
 *
 * @param level  how surely intervals hold the truth, such as 0.95
 * @param window  which periods are looked at
 * @param sentiment  how answers come to an account's sentiment; empty for none
 */
public record SurveySettings(double level, Window window, Optional<SentimentRule> sentiment) {

    /**
     * Checks the level.
     *
     * @param level  at least 0.5, below 1
     * @param window  which periods are looked at
     * @param sentiment  how answers come to an account's sentiment
     */
    public SurveySettings {
        if (!(level >= 0.5 && level < 1)) {
            throw new IllegalArgumentException(
                    "level (" + level + ") must be at least 0.5 and below 1.\nMaybe 0.95 for 95 %.");
        }
        requireNonNull(window, "window");
        requireNonNull(sentiment, "sentiment");
    }

    /**
     * The periods: the one that ends at the cut, which is compared with the one before it, and those that a trend goes over.
     *
     * @param days  the length of a period
     * @param periods  how many periods a trend goes over, the last one included
     */
    public record Window(int days, int periods) {

        /**
         * Checks both.
         *
         * @param days  at least 1
         * @param periods  at least 2, since the last period is compared with the one before; a trend needs 3
         */
        public Window {
            if (days < 1 || periods < 2) {
                throw new IllegalArgumentException(
                        "days (" + days + ") must be at least 1, periods (" + periods + ") at least 2.");
            }
        }
    }
}
