package dev.rapport.engagement.plan;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.allocation.StopCondition;
import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.AssignmentCheck;
import dev.rapport.engagement.coverage.AssignmentPolicy;
import dev.rapport.engagement.coverage.AssignmentProblem;
import dev.rapport.engagement.coverage.AssignmentStrategy;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.book.Book;
import dev.rapport.model.organisation.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Places the customers of a book with people, role by role, and evaluates each answer again. */
final class AssignmentSection {

    private static final long STEPS = 20_000_000;

    private final Policies policies;
    private final AssignmentPolicy policy;
    private final Consumer<List<CustomerFailure>> failures;

    AssignmentSection(Policies policies, Consumer<List<CustomerFailure>> failures) {
        this.policies = policies;
        this.policy = policyOf(policies);
        this.failures = failures;
    }

    private static AssignmentPolicy policyOf(Policies policies) {
        return policies.assignment().orElseGet(AssignmentPolicy::standard);
    }

    /** Who works for us, with the hours for which they are there. */
    static Organisation present(Policies policies, Book book) {
        return policyOf(policies).present(policies.organisation().orElseThrow(), book.date());
    }

    Section<Map<String, Assignment>> of(Book book, AssignmentStrategy strategy) {
        List<String> missing = Missing.team(policies);
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        Organisation organisation = policies.organisation().get();
        EngagementPolicy models = policies.engagementModels().get();
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        for (String role : roles(models)) {
            AssignmentProblem problem = AssignmentProblem.of(book, organisation, models, role, policy);
            Assignment answer = strategy.assign(problem, StopCondition.steps(STEPS));
            assignments.put(role, answer);
            failures.accept(AssignmentCheck.of(problem, answer).violations().stream()
                    .map(broken -> new CustomerFailure("role " + role, broken))
                    .toList());
        }
        return new Section<>(Optional.of(assignments), policy.missingFrom(book));
    }

    private static Set<String> roles(EngagementPolicy models) {
        Set<String> roles = new TreeSet<>();
        for (EngagementModel model : models.models()) {
            for (OwnerRule rule : model.owners()) {
                if (rule.pool().isEmpty() && rule.atLeast() > 0) {
                    roles.add(rule.role());
                }
            }
        }
        return roles;
    }
}
