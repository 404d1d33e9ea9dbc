package dev.rapport.engagement.plan;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.SponsorPlan;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.experiment.ExperimentResult;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.FlexReport;
import dev.rapport.engagement.review.ReviewReport;
import dev.rapport.engagement.scope.ScopeReport;
import dev.rapport.engagement.team.TeamReport;
import dev.rapport.engagement.time.TimeSpent;
import dev.rapport.engagement.voice.VoiceReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The sections of a plan that are about us: what customers cost and earn, who looks after them, and what we hear of them. */
public interface TeamSections {

    /**
     * What each segment costs and earns under its engagement model.
     *
     * @return the economics
     */
    Section<Economics> economics();

    /**
     * Who looks after whom, and what is wrong with it.
     *
     * @return the coverage
     */
    Section<Coverage> coverage();

    /**
     * Who should look after whom, within everybody's hours.
     *
     * @return the proposed assignment of each role
     */
    Section<Map<String, Assignment>> assignments();

    /**
     * What the team's time went into lately.
     *
     * @return the time spent in the days up to the cut, as many as {@link TimeSpent} says
     */
    Section<TimeSpent> time();

    /**
     * What a leader of the team has to know about its people.
     *
     * @return the report
     */
    Section<TeamReport> team();

    /**
     * What to escalate to which department.
     *
     * @return the report
     */
    Section<EscalationReport> escalations();

    /**
     * Where customers stand in their life cycle.
     *
     * @return where the current ones stand, and how all that ever were have moved
     */
    Section<PlanLifeCycle> lifeCycle();

    /**
     * What each leader is responsible for, and until when it stays so.
     *
     * @return the ways to divide the areas, held against the people there are
     */
    Section<ScopeReport> scope();

    /**
     * The reviews with customers, and what became of them.
     *
     * @return the report of the current customers
     */
    Section<ReviewReport> reviews();

    /**
     * What customers say, by theme and department.
     *
     * @return the report of the current customers
     */
    Section<VoiceReport> voice();

    /**
     * Who works for us, and what their hours cost.
     *
     * @return the staff; empty without an organisation
     */
    @Value.Auxiliary
    Optional<Staff> staff();

    /**
     * The human help that customers of low-touch models are due now.
     *
     * @return whom each flex rule helps within its hours, and what it costs
     */
    Section<FlexReport> flex();

    /**
     * Who of ours is the executive sponsor of whom.
     *
     * @return the proposed sponsors
     */
    Section<SponsorPlan> sponsors();

    /**
     * What was tried, and whether it works.
     *
     * @return a result for each experiment that is declared and has begun
     */
    Section<List<ExperimentResult>> experiments();
}
