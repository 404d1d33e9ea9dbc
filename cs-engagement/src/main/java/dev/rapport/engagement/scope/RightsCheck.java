package dev.rapport.engagement.scope;

import dev.rapport.engagement.scope.RightFinding.Kind;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Holds who may decide what against what must be decided, who is there and who reports to whom. */
final class RightsCheck {

    private final ScopePolicy policy;
    private final Organisation organisation;
    private final LocalDate date;
    private final List<RightFinding> findings = new ArrayList<>();

    private RightsCheck(ScopePolicy policy, Organisation organisation, LocalDate date) {
        this.policy = policy;
        this.organisation = organisation;
        this.date = date;
    }

    static List<RightFinding> of(ScopePolicy policy, Organisation organisation, LocalDate date) {
        RightsCheck check = new RightsCheck(policy, organisation, date);
        for (DecisionKind decision : policy.decisions()) {
            List<DecisionRight> rights = policy.rights().stream()
                    .filter(right -> right.decision().equals(decision.id()))
                    .toList();
            check.gaps(decision, rights);
            check.clashes(decision, rights);
            check.depth(decision, rights);
        }
        return List.copyOf(check.findings);
    }

    private void gaps(DecisionKind decision, List<DecisionRight> rights) {
        if (rights.isEmpty()) {
            add(Kind.GAP, decision, "nobody may decide " + decision.id() + " without asking");
            return;
        }
        Optional<Money> largest = decision.largest();
        if (largest.isPresent() && rights.stream().noneMatch(right -> reaches(right, largest.get()))) {
            add(
                    Kind.GAP,
                    decision,
                    decision.id() + " comes up to " + largest.get() + ", nobody may decide more than "
                            + rights.stream()
                                    .map(right -> right.upTo().orElseThrow())
                                    .reduce((one, other) -> one.isGreaterThan(other) ? one : other)
                                    .orElseThrow());
        }
        for (DecisionRight right : rights) {
            if (organisation.holders(right.role(), date).isEmpty()) {
                add(
                        Kind.NOBODY_THERE,
                        decision,
                        right.role() + " may decide " + decision.id() + ", and nobody holds that role");
            }
        }
    }

    private static boolean reaches(DecisionRight right, Money largest) {
        return right.upTo().isEmpty() || !right.upTo().get().isLessThan(largest);
    }

    private void clashes(DecisionKind decision, List<DecisionRight> rights) {
        for (int i = 0; i < rights.size(); i++) {
            for (int j = 0; j < rights.size(); j++) {
                DecisionRight one = rights.get(i);
                DecisionRight other = rights.get(j);
                if (i < j && one.role().equals(other.role()) && !one.upTo().equals(other.upTo())) {
                    add(
                            Kind.CLASH,
                            decision,
                            one.role() + " may decide " + decision.id() + " up to " + limit(one) + " and up to "
                                    + limit(other));
                }
                if (isAbove(other.role(), one.role()) && exceeds(one, other)) {
                    add(
                            Kind.CLASH,
                            decision,
                            one.role() + " may decide " + decision.id() + " up to " + limit(one) + ", more than "
                                    + other.role() + " above (" + limit(other) + ")");
                }
            }
        }
    }

    private static boolean exceeds(DecisionRight lower, DecisionRight upper) {
        return upper.upTo().isPresent()
                && (lower.upTo().isEmpty() || lower.upTo().get().isGreaterThan(upper.upTo().get()));
    }

    private static String limit(DecisionRight right) {
        return right.upTo().map(Money::toString).orElse("any amount");
    }

    private boolean isAbove(String upper, String lower) {
        Optional<Role> role = organisation.role(lower);
        for (int steps = 0; steps <= organisation.roles().size() && role.isPresent(); steps++) {
            Optional<String> next = role.get().reportsTo();
            if (next.filter(upper::equals).isPresent()) {
                return true;
            }
            role = next.flatMap(organisation::role);
        }
        return false;
    }

    private void depth(DecisionKind decision, List<DecisionRight> rights) {
        Optional<String> leader =
                policy.scope(policy.current()).flatMap(scope -> scope.leaderOf(decision.area()));
        boolean isPushedDown = rights.stream()
                .anyMatch(right ->
                        leader.isEmpty() || !(right.role().equals(leader.get()) || isAbove(right.role(), leader.get())));
        if (!rights.isEmpty() && !isPushedDown) {
            add(
                    Kind.NOT_PUSHED_DOWN,
                    decision,
                    "only " + leader.orElseThrow() + " and those above may decide " + decision.id()
                            + ": whoever meets the customer must ask each time");
        }
    }

    private void add(Kind kind, DecisionKind decision, String text) {
        findings.add(new RightFinding(kind, decision.id(), text));
    }
}
