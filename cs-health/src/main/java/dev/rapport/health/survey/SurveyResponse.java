package dev.rapport.health.survey;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.model.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * Who answered of those who were asked in a period. Immutable.
 *
 * <p>Only questions count whose time for an answer is over, and only answers that came in that time; so the rate of a period
 * does not change any more once it is over. Answers that came later count in the score.
 */
@Value.Immutable
@ValueStyle
public interface SurveyResponse {

    /**
     * How many questions were asked whose time for an answer is over.
     *
     * @return the number
     */
    int asked();

    /**
     * How many of them were answered in time.
     *
     * @return the number
     */
    int answered();

    /**
     * How many questions were asked that still wait for their answer.
     *
     * @return the number, which does not count in the rate
     */
    int open();

    /**
     * How many accounts the questions went to whose time is over.
     *
     * @return the number
     */
    int accountsAsked();

    /**
     * How many of these accounts answered none.
     *
     * @return the number
     */
    int accountsSilent();

    /**
     * The share of questions that were answered in time.
     *
     * @return the share with its interval, clustered by account; not enough data where the source feeds no question that was
     *     not answered
     */
    Estimate rate();
}
