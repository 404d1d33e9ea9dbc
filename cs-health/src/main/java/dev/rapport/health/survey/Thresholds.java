package dev.rapport.health.survey;

import dev.rapport.model.problem.Quote;

/**
 * From which answer on an answer counts as good, and up to which as bad; on the instrument's own scale, seen from its bad end
 * to its good one.
 *
 * @param favourableFrom  the first answer that counts as good
 * @param unfavourableTo  the last answer that counts as bad
 */
public record Thresholds(double favourableFrom, double unfavourableTo) {

    /**
     * Checks both.
     *
     * @param favourableFrom  the first answer that counts as good, finite
     * @param unfavourableTo  the last answer that counts as bad, another
     */
    public Thresholds {
        if (!(Double.isFinite(favourableFrom) && Double.isFinite(unfavourableTo) && favourableFrom != unfavourableTo)) {
            throw new IllegalArgumentException("favourableFrom (" + Quote.number(favourableFrom)
                    + ") and unfavourableTo (" + Quote.number(unfavourableTo) + ") must be two finite numbers.");
        }
    }

    AnswerClass of(double answer, Orientation orientation) {
        boolean higher = orientation == Orientation.HIGHER_IS_BETTER;
        if (higher ? answer >= favourableFrom : answer <= favourableFrom) {
            return AnswerClass.FAVOURABLE;
        }
        return (higher ? answer <= unfavourableTo : answer >= unfavourableTo)
                ? AnswerClass.UNFAVOURABLE
                : AnswerClass.NEUTRAL;
    }
}
