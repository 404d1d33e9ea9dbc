package dev.rapport.engagement.plan;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.team.TeamReport;
import dev.rapport.engagement.time.TimeSpent;
import dev.rapport.engagement.trigger.SponsorSilenceTrigger;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the team from what the other sections tell. */
final class TeamSection {

    private static final String SPONSOR = "sponsor";

    private final Policies policies;
    private final Reckoning reckoning;

    TeamSection(Policies policies, Reckoning reckoning) {
        this.policies = policies;
        this.reckoning = reckoning;
    }

    Section<TeamReport> of(
            Book book,
            Section<Coverage> coverage,
            Section<TimeSpent> time,
            Section<AtRiskList> atRisk,
            Section<DecisionsAhead> decisions,
            Section<Map<String, Assignment>> assignments) {
        if (coverage.value().isEmpty()) {
            return Section.lacking(coverage.missing());
        }
        List<String> missing = new ArrayList<>(coverage.missing());
        TeamReport.Builder team = TeamReport.builder(
                book,
                policies.organisation().orElseThrow(),
                policies.engagementModels().orElseThrow(),
                coverage.value().get());
        time.value().ifPresentOrElse(team::time, () -> missing.add("section time"));
        atRisk.value().ifPresentOrElse(team::atRisk, () -> missing.add("section atRisk"));
        decisions.value().ifPresentOrElse(team::decisions, () -> missing.add("section decisions"));
        assignments.value().ifPresentOrElse(team::assignments, () -> missing.add("section assignments"));
        policies.scope().ifPresentOrElse(team::areas, () -> missing.add("policy scope"));
        silence()
                .ifPresentOrElse(
                        trigger -> team.silence(trigger, reckoning),
                        () -> missing.add("milestone on the silence of sponsors"));
        return new Section<>(Optional.of(team.build()), missing);
    }

    /** When sponsors are silent is what the milestones say. */
    private Optional<SponsorSilenceTrigger> silence() {
        return policies.milestones().stream()
                .flatMap(known -> known.milestones().stream())
                .map(Milestone::trigger)
                .filter(SponsorSilenceTrigger.class::isInstance)
                .map(SponsorSilenceTrigger.class::cast)
                .filter(trigger -> trigger.role().equals(SPONSOR))
                .findFirst();
    }
}
