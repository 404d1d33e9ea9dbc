package dev.rapport.engagement.plan;

import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.file.NextStep;
import dev.rapport.engagement.file.NextStep.Kind;
import dev.rapport.engagement.lifecycle.CurrentStage;
import dev.rapport.engagement.lifecycle.CustomerOutcome;
import dev.rapport.engagement.lifecycle.CustomerOutcome.State;
import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.milestone.OccurrenceState;
import dev.rapport.engagement.voice.Utterance;
import dev.rapport.engagement.voice.VoiceReport;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.atrisk.AtRiskList.Suppressed;
import dev.rapport.health.warning.Alert;
import dev.rapport.model.derived.StandardAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the sections of a plan ask for, gathered by customer in one pass over each. */
final class NextSteps {

    private static final Comparator<NextStep> IN_ORDER = Comparator.comparing(
                    (NextStep step) -> step.by().orElse(LocalDate.MAX))
            .thenComparing(NextStep::kind)
            .thenComparing(NextStep::what);

    private static final int MILESTONE_DAYS = 30;
    private static final Set<OccurrenceState> OPEN = Set.of(
            OccurrenceState.PLANNED,
            OccurrenceState.DUE,
            OccurrenceState.FIRED,
            OccurrenceState.FIRED_LATE,
            OccurrenceState.SNOOZED,
            OccurrenceState.REMINDED,
            OccurrenceState.ESCALATED);

    private final Plan plan;
    private final Map<String, List<NextStep>> ofCustomer = new HashMap<>();

    NextSteps(Plan plan) {
        this.plan = plan;
        plan.escalations().value().map(EscalationReport::escalations).ifPresent(all -> all.forEach(this::add));
        plan.decisions().value().ifPresent(this::addDecisions);
        plan.atRisk().value().ifPresent(this::addPlays);
        plan.alerts().value().ifPresent(report -> report.alerts().alerts().forEach(this::add));
        plan.voice().value().ifPresent(this::addAnswers);
        plan.lifeCycle().value().ifPresent(this::addWays);
    }

    /** What is next for a customer, its milestones included. */
    List<NextStep> of(String customerId, List<Occurrence> milestones) {
        List<NextStep> steps = new ArrayList<>(ofCustomer.getOrDefault(customerId, List.of()));
        LocalDate last = plan.date().plusDays(MILESTONE_DAYS);
        for (Occurrence one : milestones) {
            boolean isNear = !one.dueOn().isAfter(last) && !one.dueOn().isBefore(plan.date());
            if (isNear && OPEN.contains(one.state())) {
                steps.add(step(Kind.MILESTONE, words(one.key().milestone()), one.rule())
                        .by(one.dueOn())
                        .who(one.role())
                        .build());
            }
        }
        steps.sort(IN_ORDER);
        return List.copyOf(steps);
    }

    private static NextStep.Builder step(Kind kind, String what, String because) {
        return NextStep.builder().kind(kind).what(what).because(because);
    }

    private void add(String customerId, NextStep.Builder step) {
        ofCustomer.computeIfAbsent(customerId, absent -> new ArrayList<>()).add(step.build());
    }

    private void add(Escalation one) {
        String what = "act on " + words(one.route().cause()) + ", "
                + words(one.route().department());
        add(
                one.customerId(),
                step(Kind.ESCALATION, what, one.signs().get(0).text())
                        .by(LocalDate.ofInstant(one.actBy(), plan.zone()))
                        .who(one.accountable()));
    }

    private void addDecisions(DecisionsAhead decisions) {
        for (DecisionAhead one : decisions.missed()) {
            add(
                    one.customerId(),
                    step(
                                    Kind.DECISION,
                                    "talk about contract " + one.contract() + ", whose notice deadline was missed",
                                    one.reason())
                            .by(one.date())
                            .who(owner(one.customerId())));
        }
        for (DecisionAhead one : decisions.ahead()) {
            add(
                    one.customerId(),
                    step(Kind.DECISION, "have contract " + one.contract() + " decided", one.reason())
                            .by(one.date())
                            .who(owner(one.customerId())));
        }
    }

    private void addPlays(AtRiskList list) {
        List<AtRisk> open = new ArrayList<>(list.lines());
        list.beyondCapacity().forEach(beyond -> open.add(beyond.line()));
        for (AtRisk line : open) {
            line.play()
                    .ifPresent(play -> add(
                            line.customerId(),
                            step(Kind.PLAY, "begin " + words(play.code()), risk(line))
                                    .by(line.lastSafeDay())
                                    .who(line.owner())));
        }
        for (Suppressed one : list.suppressed()) {
            String what = (one.reviewDue() ? "review " : "go on with ")
                    + words(one.running().play());
            add(
                    one.line().customerId(),
                    step(Kind.PLAY, what, "runs until " + one.running().expiresOn() + "; " + risk(one.line()))
                            .by(one.running().reviewOn().orElse(one.running().expiresOn()))
                            .who(one.running().owner()));
        }
    }

    private static String risk(AtRisk line) {
        long percent = Math.round(line.probability() * 100);
        return "churn risk " + percent + " %"
                + line.decisionDate().map(date -> " at the decision by " + date).orElse("");
    }

    private void add(Alert alert) {
        add(
                alert.customerId(),
                step(
                                Kind.ALERT,
                                "find out about " + words(alert.what().where().code()),
                                (alert.falls() ? "below" : "above") + " the usual since " + alert.since())
                        .who(alert.owner()));
    }

    private void addAnswers(VoiceReport voice) {
        for (Utterance one : voice.all()) {
            if (one.status() == Utterance.Status.HEARD) {
                String about = one.themes().stream().map(theme -> theme.name()).collect(Collectors.joining(", "));
                add(
                        one.customerId(),
                        step(
                                        Kind.ANSWER,
                                        "answer what they said" + (about.isEmpty() ? "" : " on: " + about),
                                        "said on " + one.on() + ", and no more than heard")
                                .by(one.on().plusDays(voice.policy().answerDays()))
                                .who(one.themes().stream()
                                        .map(theme -> theme.department())
                                        .findFirst()
                                        .or(() -> owner(one.customerId()))));
            }
        }
    }

    private void addWays(PlanLifeCycle cycle) {
        for (CurrentStage one : cycle.report().stuck()) {
            add(
                    one.customerId(),
                    step(
                                    Kind.STAGE,
                                    "move on from " + words(one.stage().id())
                                            + one.product()
                                                    .map(product -> " with " + product)
                                                    .orElse(""),
                                    one.reasons().reason().orElse("stuck"))
                            .who(one.stage().accountable()));
        }
        cycle.flow()
                .ownershipGaps()
                .forEach(gap -> add(gap.customerId(), step(Kind.OWNER, "name who is accountable", gap.text())));
        cycle.roadmap().ifPresent(roadmap -> roadmap.outcomes().forEach(this::add));
    }

    private void add(CustomerOutcome one) {
        if (one.state() == State.NOT_SET) {
            add(
                    one.customerId(),
                    step(
                                    Kind.OUTCOME,
                                    "agree on a goal: " + one.outcome().name(),
                                    "on the roadmap of customers like this one, and no goal is set")
                            .who(owner(one.customerId())));
        } else if (one.state() == State.BEHIND) {
            add(
                    one.customerId(),
                    step(Kind.OUTCOME, "catch up on: " + one.outcome().name(), "the target was due and is not reached")
                            .who(owner(one.customerId())));
        } else if (one.state() == State.REACHED) {
            add(
                    one.customerId(),
                    step(Kind.OUTCOME, "have it confirmed: " + one.outcome().name(), "reached by our own account alone")
                            .who(owner(one.customerId())));
        }
    }

    private Optional<String> owner(String customerId) {
        return plan.book()
                .find(customerId)
                .flatMap(view -> view.find(StandardAttributes.OWNER_CSM))
                .or(() -> plan.find(customerId)
                        .flatMap(line -> line.owners().stream().findFirst()));
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ').replace('.', ' ');
    }
}
