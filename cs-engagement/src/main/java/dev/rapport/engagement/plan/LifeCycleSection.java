package dev.rapport.engagement.plan;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.escalation.Accountability;
import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.LifeCycleFlow;
import dev.rapport.engagement.lifecycle.LifeCycleReport;
import dev.rapport.engagement.lifecycle.RoadmapReport;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.StageEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Works out the life cycle: of the current customers where they stand, of all that ever were how they move. */
final class LifeCycleSection {

    private final Policies policies;
    private final Reckoning reckoning;
    private final Consumer<List<CustomerFailure>> failed;

    LifeCycleSection(Policies policies, Reckoning reckoning, Consumer<List<CustomerFailure>> failed) {
        this.policies = policies;
        this.reckoning = reckoning;
        this.failed = failed;
    }

    Section<PlanLifeCycle> of(DecidedBook decided) {
        List<String> missing = new ArrayList<>();
        if (!decided.book().provides().series().contains(StageEntry.SERIES)) {
            missing.add("series " + StageEntry.SERIES);
        }
        if (policies.lifeCycle().isEmpty()) {
            missing.add("policy life-cycle");
        }
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        LifeCycle policy = policies.lifeCycle().orElseThrow();
        LifeCycleReport report = LifeCycleReport.of(policy, decided.book());
        Accountability accountability =
                policies.organisation().map(Accountability::of).orElseGet(Accountability::ownersOnly);
        LifeCycleFlow flow =
                LifeCycleFlow.of(policy, decided.everybody(), policies.engagementModels(), accountability);
        Optional<RoadmapReport> roadmap = Optional.empty();
        if (!policy.roadmap().isEmpty()) {
            if (decided.book().missing(RoadmapReport.requirements()).series().isEmpty()) {
                roadmap = Optional.of(RoadmapReport.of(policy, decided.book(), reckoning));
            } else {
                missing.add("series " + Goal.SERIES);
            }
        }
        roadmap.ifPresent(found -> failed.accept(found.failures()));
        failed.accept(report.failures().isEmpty() ? flow.failures() : report.failures());
        PlanLifeCycle section = ImmutablePlanLifeCycle.builder()
                .report(report)
                .flow(flow)
                .roadmap(roadmap)
                .departmentsWithoutPart(
                        policies.organisation().map(policy::withoutPart).orElse(List.of()))
                .build();
        return new Section<>(Optional.of(section), missing);
    }
}
