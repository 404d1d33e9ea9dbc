package dev.rapport.engagement.plan;

import dev.rapport.health.contact.ContactCounts;
import dev.rapport.health.contact.ContactRound;
import dev.rapport.health.survey.Drivers;
import dev.rapport.health.survey.EffortRanking;
import dev.rapport.health.survey.SilentAccounts;
import dev.rapport.health.survey.SurveyReport;
import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import org.immutables.value.Value;

/** What customers answered, who may be asked next, and what went along with the answers. Immutable. */
@Value.Immutable
@ValueStyle
public interface PlanSurveys {

    /**
     * What was answered, by segment, owner and stage.
     *
     * @return the report of the current customers
     */
    SurveyReport report();

    /**
     * How many may be asked each question.
     *
     * @return the numbers by instrument; empty without a contact throttle
     */
    List<ContactCounts> contacts();

    /**
     * Who is asked each question next, those first who were asked longest ago; each question as if it were the only one.
     *
     * @return the rounds by instrument; empty without a contact throttle
     */
    List<ContactRound> rounds();

    /**
     * Which attributes go along with the answers now.
     *
     * @return the associations of each relational instrument
     */
    List<Drivers> drivers();

    /**
     * The date that is looked back to.
     *
     * @return a year before the plan's date: who was a customer then, what they answered by then, and who left since
     */
    LocalDate since();

    /**
     * Where customers who answered worse left more often.
     *
     * @return the segments of each relational instrument, as of the date that is looked back to
     */
    List<EffortRanking> efforts();

    /**
     * Whether customers who did not answer left more often.
     *
     * @return the comparison of each relational instrument, as of the date that is looked back to
     */
    List<SilentAccounts> silent();
}
