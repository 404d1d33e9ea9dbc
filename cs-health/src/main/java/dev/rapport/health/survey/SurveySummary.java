package dev.rapport.health.survey;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.model.internal.ValueStyle;
import org.immutables.value.Value;

/** What some accounts answered to one instrument in a period, and what moved. Immutable. */
@Value.Immutable
@ValueStyle
public interface SurveySummary {

    /**
     * The period in which the answers were given.
     *
     * @return the last period of the report
     */
    SurveyPeriod period();

    /**
     * How many answers count as what.
     *
     * @return the numbers
     */
    SurveyCounts counts();

    /**
     * How many answers lie on no scale that counts.
     *
     * @return the number
     */
    int notCounted();

    /**
     * How many accounts gave the answers that count.
     *
     * @return the number
     */
    int accounts();

    /**
     * The number of the instrument's kind: net score, share, or mean.
     *
     * @return the number with its interval, clustered by account, or why there is none
     */
    Estimate score();

    /**
     * The mean answer on the instrument's own scale.
     *
     * @return the mean with its interval, clustered by account, or why there is none
     */
    Estimate mean();

    /**
     * By how much the score lies above that of the period before. Of several groups, the level is raised so that all their
     * intervals hold together as surely as one.
     *
     * @return the change with its interval, or why there is none
     */
    Estimate change();

    /**
     * By how much the score rises from period to period.
     *
     * @return the slope per period with its interval, or why there is none
     */
    Estimate trend();

    /**
     * Who answered of those who were asked.
     *
     * @return the response
     */
    SurveyResponse response();
}
