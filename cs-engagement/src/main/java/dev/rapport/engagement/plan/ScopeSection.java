package dev.rapport.engagement.plan;

import dev.rapport.engagement.scope.ScopeReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Holds what each leader is responsible for against the people there are. */
final class ScopeSection {

    private final Policies policies;

    ScopeSection(Policies policies) {
        this.policies = policies;
    }

    Section<ScopeReport> on(LocalDate date) {
        List<String> missing = new ArrayList<>();
        if (policies.scope().isEmpty()) {
            missing.add("policy scope");
        }
        if (policies.organisation().isEmpty()) {
            missing.add("policy organisation");
        }
        if (policies.lifeCycle().isEmpty()) {
            missing.add("policy life-cycle");
        }
        return missing.isEmpty()
                ? Section.of(ScopeReport.of(
                        policies.scope().orElseThrow(),
                        policies.organisation().orElseThrow(),
                        policies.lifeCycle().orElseThrow(),
                        date))
                : Section.lacking(missing);
    }
}
