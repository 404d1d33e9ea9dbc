package dev.rapport.engagement.plan;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.engagement.call.CallList;
import dev.rapport.engagement.expansion.ExpansionReport;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.loss.LossReport;
import dev.rapport.health.override.OverrideReport;
import dev.rapport.health.residual.ResidualValues;
import java.util.List;
import java.util.Optional;

/** The sections of a plan that are about customers: who may be lost, what must be decided, what was kept and lost. */
public interface CustomerSections {

    /**
     * Who belongs to whom.
     *
     * @return the families of at least two customers, who pays most first; every customer is in one at most
     */
    Section<List<FamilyRevenue>> families();

    /**
     * Who may be lost next.
     *
     * @return the at-risk list
     */
    Section<AtRiskList> atRisk();

    /**
     * Whether the at-risk list goes by a model that was fitted to the book's own past.
     *
     * @return what the gate says; empty unless the planner was told to learn
     */
    Optional<ChurnGate> churnGate();

    /**
     * What those without contracts are still expected to bring, by which the at-risk list ranks them.
     *
     * @return the fitted models and the values; empty where the host values them, or nobody can
     */
    Optional<ResidualValues> residualValues();

    /**
     * What has changed at whom, within the alert budget. What to remember of it, so that alerts cool off, is {@code
     * alerts().toRemember()} of the report.
     *
     * @return the early warning
     */
    Section<EarlyWarningReport> alerts();

    /**
     * What must be decided, counted to the decision date.
     *
     * @return the decisions of the next {@link Plan#horizonDays()}, and those whose date has passed
     */
    Section<DecisionsAhead> decisions();

    /**
     * What will be kept of what is decided, and how good earlier forecasts were.
     *
     * @return the renewal forecast
     */
    Section<PlanForecast> forecast();

    /**
     * Whom to call this week.
     *
     * @return the call list
     */
    Section<CallList> callList();

    /**
     * What customers could be offered.
     *
     * @return the opportunities, and what is held back
     */
    Section<ExpansionReport> expansions();

    /**
     * The milestones that fired with this plan.
     *
     * @return the firings; empty when the same plan is made again with the ledger that was handed back
     */
    Section<List<LedgerEntry>> milestones();

    /**
     * What customers answered to surveys, and who may be asked next.
     *
     * @return the surveys
     */
    Section<PlanSurveys> surveys();

    /**
     * What people stated about customers' health, and what then happened.
     *
     * @return every override that a cut sees, of former customers too; {@link CustomerLine#health()} tells which is in
     *     force
     */
    Section<OverrideReport> overrides();

    /**
     * How long customers stay under contract, and what they are still worth by it.
     *
     * @return the fitted model over the customers of today
     */
    Section<PlanLifetime> lifetime();

    /**
     * How much of its customers and revenue the book kept.
     *
     * @return logo, gross and net retention of the last twelve months, with the waterfall behind them
     */
    Section<PlanRetention> retention();

    /**
     * Why revenue was lost.
     *
     * @return the losses of the same months, by cause
     */
    Section<LossReport> losses();
}
