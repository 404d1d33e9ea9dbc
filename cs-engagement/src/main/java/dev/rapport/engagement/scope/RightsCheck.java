package dev.rapport.engagement.scope;

import dev.rapport.engagement.scope.RightFinding.Kind;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Holds who may decide what against what must be decided, who is there and who reports to whom. Only rights of roles that
 * somebody holds fill a gap or are pushed down. Two roles are peers where as many roles are above the one as above the
 * other.
 */
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
            List<DecisionRight> held = rights.stream().filter(check::isHeld).toList();
            check.gaps(decision, rights, held);
            check.clashes(decision, rights);
            check.depth(decision, held);
        }
        return List.copyOf(check.findings);
    }

    private boolean isHeld(DecisionRight right) {
        return !organisation.holders(right.role(), date).isEmpty();
    }

    private void gaps(DecisionKind decision, List<DecisionRight> rights, List<DecisionRight> held) {
        if (rights.isEmpty()) {
            add(Kind.GAP, decision, "nobody may decide " + decision.id() + " without asking");
            return;
        }
        Optional<Money> largest = decision.largest();
        if (largest.isPresent() && !held.isEmpty() && held.stream().noneMatch(right -> reaches(right, largest.get()))) {
            add(
                    Kind.GAP,
                    decision,
                    decision.id() + " comes up to " + largest.get() + ", nobody who is there may decide more than "
                            + held.stream()
                                    .map(right -> right.upTo().orElseThrow())
                                    .reduce((one, other) -> one.isGreaterThan(other) ? one : other)
                                    .orElseThrow());
        }
        for (DecisionRight right : rights) {
            if (!isHeld(right)) {
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
                if (i < j && arePeers(one.role(), other.role()) && !one.upTo().equals(other.upTo())) {
                    add(
                            Kind.CLASH,
                            decision,
                            one.role() + " may decide " + decision.id() + " up to " + limit(one) + ", "
                                    + other.role() + " beside up to " + limit(other)
                                    + ": the answer depends on whom the customer asks");
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
                && (lower.upTo().isEmpty()
                        || lower.upTo().get().isGreaterThan(upper.upTo().get()));
    }

    private static String limit(DecisionRight right) {
        return right.upTo().map(Money::toString).orElse("any amount");
    }

    private boolean arePeers(String one, String other) {
        return !one.equals(other) && above(one).size() == above(other).size();
    }

    private boolean isAbove(String upper, String lower) {
        return above(lower).contains(upper);
    }

    /** The roles above one, the next first. */
    private List<String> above(String lower) {
        List<String> above = new ArrayList<>();
        Optional<String> next = organisation.role(lower).flatMap(Role::reportsTo);
        while (next.isPresent() && !above.contains(next.get())) {
            above.add(next.get());
            next = organisation.role(next.get()).flatMap(Role::reportsTo);
        }
        return above;
    }

    private void depth(DecisionKind decision, List<DecisionRight> held) {
        Optional<String> leader = policy.scope(policy.current()).flatMap(scope -> scope.leaderOf(decision.area()));
        boolean isPushedDown = held.stream()
                .anyMatch(right -> leader.isEmpty()
                        || !(right.role().equals(leader.get()) || isAbove(right.role(), leader.get())));
        if (!held.isEmpty() && !isPushedDown) {
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
