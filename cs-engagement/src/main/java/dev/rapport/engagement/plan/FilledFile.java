package dev.rapport.engagement.plan;

import dev.rapport.engagement.file.FileSections;
import dev.rapport.engagement.file.NamedDecision;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Reckoning;
import java.util.List;
import java.util.Optional;

/** Fills the file of one customer in with what a plan and its policies say. */
final class FilledFile {

    private final Policies policies;
    private final Reckoning reckoning;
    private final Plan plan;
    private final CustomerView view;

    FilledFile(Policies policies, Reckoning reckoning, Plan plan, CustomerView view) {
        this.policies = policies;
        this.reckoning = reckoning;
        this.plan = plan;
        this.view = view;
    }

    FileSections sections(CustomerLine line, MilestoneLedger ledger) {
        String id = line.customerId();
        List<Occurrence> milestones = milestones(ledger);
        FileSections.Builder sections = FileSections.builder()
                .health(line.health())
                .ownHealth(line.ownHealth())
                .segment(new NamedDecision(
                        line.segment().orElse("none"),
                        plan.membership().decide(view).reasons()))
                .family(plan.family(id))
                .escalations(plan.escalations().read(report -> report.of(id), List.of()))
                .reviews(plan.reviews().read(report -> report.of(id), List.of()))
                .expansionIdeas(plan.expansions().read(report -> report.of(id), List.of()))
                .milestones(milestones)
                .nextSteps(plan.nextSteps().of(id, milestones));
        risk().ifPresent(risk -> sections.churnRisk(risk.assess(view).reasons()));
        plan.lifeCycle()
                .value()
                .ifPresent(cycle -> sections.journey(cycle.report().policy().journey(view))
                        .outcomes(cycle.roadmap().map(roadmap -> roadmap.of(id)).orElse(List.of())));
        return sections.build();
    }

    private List<Occurrence> milestones(MilestoneLedger ledger) {
        if (policies.milestones().isEmpty() || plan.milestones().value().isEmpty()) {
            return List.of();
        }
        Span span =
                new Span(plan.date().minusDays(plan.horizonDays()), plan.date().plusDays(plan.horizonDays()));
        // What cannot be reckoned, as where a calendar does not know a day, the plan tells among its failures
        return MilestonePlanner.of(policies.milestones().get(), reckoning)
                .reckon(view, span, ledger.entriesOf(List.of(view.customerId())))
                .occurrences();
    }

    /** What the plan's at-risk list goes by: the model that its gate passed, else the rules. */
    private Optional<? extends ChurnRisk> risk() {
        Optional<ChurnModel> model = plan.churnGate().flatMap(ChurnGate::model);
        return model.isPresent()
                ? model
                : policies.churnRisk()
                        .map(policy -> policy.resolve(plan.book().provides().attributes())
                                .orThrow());
    }
}
