package dev.rapport.health.survey;

import dev.rapport.model.problem.Quote;

/**
 * The answers that are possible.
 *
 * @param from  the least answer
 * @param to  the greatest answer
 */
public record Scale(double from, double to) {

    /**
     * Checks the ends.
     *
     * @param from  the least answer, finite
     * @param to  the greatest answer, above the least
     */
    public Scale {
        if (!(Double.isFinite(from) && Double.isFinite(to) && from < to)) {
            throw new IllegalArgumentException(
                    "from (" + Quote.number(from) + ") must be below to (" + Quote.number(to) + "), both finite.");
        }
    }

    /**
     * Says whether an answer is possible.
     *
     * @param answer  the answer
     * @return true from the least to the greatest, both included
     */
    public boolean contains(double answer) {
        return from <= answer && answer <= to;
    }

    /**
     * Where an answer lies.
     *
     * @param answer  a possible answer
     * @return 0 for the least to 1 for the greatest
     */
    public double place(double answer) {
        return (answer - from) / (to - from);
    }

    /** The answer at a place. */
    double at(double place) {
        return from + place * (to - from);
    }

    /** The ends, for messages. */
    String words() {
        return Quote.number(from) + " to " + Quote.number(to);
    }
}
