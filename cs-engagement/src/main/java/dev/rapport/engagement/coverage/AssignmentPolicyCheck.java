package dev.rapport.engagement.coverage;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.segmentation.condition.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks a policy, alone and against an organisation. */
final class AssignmentPolicyCheck {

    private final AssignmentPolicy policy;
    private final ProblemCollector problems = new ProblemCollector();

    AssignmentPolicyCheck(AssignmentPolicy policy) {
        this.policy = policy;
    }

    Problems alone() {
        each("handOver", policy.handOver(), HandOverRule::id, "a hand-over rule");
        each("rules", policy.rules(), PlacementRule::id, "a rule");
        each("locks", policy.locks(), AssignmentLock::customerId, "the customer of a lock");
        each("allowed", policy.allowed(), AllowedAttribute::name, "an attribute that is allowed");
        for (int i = 0; i < policy.handOver().size(); i++) {
            HandOverRule rule = policy.handOver().get(i);
            barred(
                    rule.when(),
                    rule.id(),
                    Location.NONE.child("handOver").child(i).child("when"));
        }
        for (int i = 0; i < policy.rules().size(); i++) {
            PlacementRule rule = policy.rules().get(i);
            Location place = Location.NONE.child("rules").child(i).child("when");
            rule.when().ifPresent(when -> barred(when, rule.id(), place));
        }
        return problems.problems();
    }

    private <T> void each(String name, List<T> values, Function<T, String> id, String what) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!known.add(id.apply(values.get(i)))) {
                problems.add(Problem.error(
                        "twice",
                        Location.NONE.child(name).child(i),
                        "\"" + id.apply(values.get(i)) + "\" must be " + what + " once"));
            }
        }
    }

    private void barred(Condition condition, String rule, Location place) {
        Set<String> allowed =
                policy.allowed().stream().map(AllowedAttribute::name).collect(Collectors.toSet());
        for (AttributeKey<?> key : WhatIsRead.by(condition)) {
            boolean isPersonal = key.sensitivity() == Sensitivity.PERSONAL;
            if ((isPersonal || policy.barred().contains(key.name())) && !allowed.contains(key.name())) {
                problems.add(Problem.error(
                                "barred-attribute",
                                place,
                                "attribute \"" + key.name() + "\" must not decide who looks after whom, rule \"" + rule
                                        + "\" reads it: it "
                                        + (isPersonal
                                                ? "tells something about a natural person"
                                                : "is named in barred"))
                        .withAdvice("Maybe name it in \"allowed\" with the reason why that is right, or decide by"
                                + " something else"));
            }
        }
    }

    Problems against(Organisation organisation) {
        Set<String> members =
                organisation.members().stream().map(Member::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> teams = organisation.members().stream()
                .flatMap(member -> member.team().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> roles = organisation.roles().stream().map(Role::id).collect(Collectors.toCollection(TreeSet::new));
        for (int i = 0; i < policy.rules().size(); i++) {
            Location rule = Location.NONE.child("rules").child(i);
            allKnown(policy.rules().get(i).teams(), teams, rule.child("teams"), "a team of a member");
            allKnown(policy.rules().get(i).roles(), roles, rule.child("roles"), "the id of a role");
        }
        for (int i = 0; i < policy.locks().size(); i++) {
            Location place = Location.NONE.child("locks").child(i).child("member");
            policy.locks().get(i).memberId().ifPresent(member -> known(member, members, place, "the id of a member"));
        }
        for (int i = 0; i < policy.absences().size(); i++) {
            Location place = Location.NONE.child("absences").child(i).child("member");
            known(policy.absences().get(i).memberId(), members, place, "the id of a member");
        }
        return problems.problems();
    }

    private void allKnown(List<String> ids, Set<String> known, Location place, String what) {
        for (int i = 0; i < ids.size(); i++) {
            known(ids.get(i), known, place.child(i), what);
        }
    }

    private void known(String id, Set<String> known, Location place, String what) {
        if (!known.contains(id)) {
            problems.add(Problem.error("unknown-id", place, "\"" + id + "\" must be " + what)
                    .withAdvice(Nearest.advice(id, known)));
        }
    }
}
