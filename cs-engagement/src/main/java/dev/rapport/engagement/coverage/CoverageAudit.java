package dev.rapport.engagement.coverage;

import dev.rapport.engagement.coverage.CoverageFinding.Kind;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges who looks after one customer against the engagement model. */
final class CoverageAudit {

    private static final int MONTHS = 12;

    private final EngagedCustomer customer;
    private final Organisation organisation;
    private final List<CoverageFinding> findings = new ArrayList<>();

    CoverageAudit(EngagedCustomer customer, Organisation organisation) {
        this.customer = customer;
        this.organisation = organisation;
    }

    List<CoverageFinding> run() {
        customer.current().forEach(this::checkOwner);
        for (OwnerRule rule : customer.rules()) {
            if (rule.pool().isPresent()) {
                checkPool(rule);
            } else {
                checkPeople(rule);
            }
        }
        findings.sort(Comparator.comparing(CoverageFinding::role)
                .thenComparing(CoverageFinding::kind)
                .thenComparing(finding -> finding.since().orElse(LocalDate.MIN))
                .thenComparing(CoverageFinding::message));
        return findings.stream().distinct().toList();
    }

    private void checkOwner(Holding holding) {
        if (holding.kind() == OwnerKind.UNKNOWN) {
            add(
                    Kind.UNKNOWN_OWNER,
                    holding.role(),
                    List.of(holding.owner()),
                    holding.since(),
                    holding.owner() + " looks after it as " + holding.role()
                            + " and is neither a member nor a pool of the organisation");
        }
        Optional<LocalDate> left = organisation.member(holding.owner()).flatMap(Member::leftOn);
        if (left.isPresent() && !customer.date.isBefore(left.get())) {
            add(
                    Kind.OWNER_HAS_LEFT,
                    holding.role(),
                    List.of(holding.owner()),
                    left.get(),
                    holding.owner() + " looks after it as " + holding.role() + " and has left on " + left.get());
        }
    }

    private void checkPool(OwnerRule rule) {
        List<String> people = customer.peopleNow(rule.role());
        if (!people.isEmpty()) {
            add(
                    Kind.UNPLANNED_OWNER,
                    rule.role(),
                    people,
                    customer.inRole(rule.role()).stream()
                            .filter(holding -> people.contains(holding.owner()) && holding.isActiveOn(customer.date))
                            .map(Holding::since)
                            .min(Comparator.naturalOrder())
                            .orElseThrow(),
                    String.join(" and ", people) + " is named as " + rule.role() + "; " + modelName() + " has "
                            + rule.pool().orElseThrow() + " for that");
        }
    }

    private void checkPeople(OwnerRule rule) {
        List<String> people = customer.peopleNow(rule.role());
        if (people.size() > rule.atMost()) {
            LocalDate since = customer.inRole(rule.role()).stream()
                    .filter(holding -> people.contains(holding.owner()) && holding.isActiveOn(customer.date))
                    .map(Holding::since)
                    .sorted(Comparator.reverseOrder())
                    .findFirst()
                    .orElseThrow();
            add(
                    Kind.TOO_MANY_OWNERS,
                    rule.role(),
                    people,
                    since,
                    String.join(" and ", people) + " hold the role " + rule.role() + " at once; " + modelName()
                            + " allows " + rule.atMost());
        } else if (!people.isEmpty() && people.size() < rule.atLeast()) {
            findings.add(finding(Kind.TOO_FEW_OWNERS, rule.role(), people)
                    .message(String.join(" and ", people) + " alone as " + rule.role() + "; " + modelName()
                            + " asks for " + rule.atLeast())
                    .build());
        }
        if (rule.atLeast() > 0) {
            checkGaps(rule, people.isEmpty());
        }
    }

    /** Gaps are judged by today's model; rules for some stages are judged today only, since stages pass. */
    private void checkGaps(OwnerRule rule, boolean openNow) {
        List<Holding> named = customer.inRole(rule.role()).stream()
                .filter(holding ->
                        holding.kind() != OwnerKind.POOL && !holding.since().isAfter(customer.date))
                .toList();
        LocalDate covered = named.stream()
                .map(Holding::since)
                .min(Comparator.naturalOrder())
                .orElse(customer.date);
        LocalDate first = later(
                customer.since().orElse(covered),
                customer.date.minusMonths(MONTHS).plusDays(1));
        LocalDate reached = first;
        for (Holding holding : named) {
            if (holding.since().isAfter(reached) && rule.stages().isEmpty()) {
                gap(rule, reached, holding.since());
            }
            reached = later(reached, holding.until().orElse(LocalDate.MAX));
        }
        if (openNow) {
            boolean ever = !named.isEmpty();
            CoverageFinding.Builder open = finding(Kind.NO_OWNER, rule.role(), List.of());
            if (ever) {
                open.since(named.stream()
                        .map(holding -> holding.until().orElseThrow())
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
            }
            findings.add(open.message(openMessage(rule, ever ? "any more" : "so far as is known"))
                    .build());
        }
    }

    private String openMessage(OwnerRule rule, String since) {
        String pools = String.join(
                " and ",
                customer.current().stream()
                        .filter(holding -> holding.kind() == OwnerKind.POOL
                                && holding.role().equals(rule.role()))
                        .map(Holding::owner)
                        .toList());
        return "nobody holds the role " + rule.role() + " " + since + "; " + modelName() + " asks for " + rule.atLeast()
                + (pools.isEmpty() ? "" : ", not for " + pools);
    }

    private void gap(OwnerRule rule, LocalDate from, LocalDate to) {
        findings.add(finding(Kind.GAP, rule.role(), List.of())
                .since(from)
                .until(to)
                .message("nobody held the role " + rule.role() + " from " + from + " to " + to.minusDays(1) + "; "
                        + modelName() + " asks for " + rule.atLeast())
                .build());
    }

    private String modelName() {
        return customer.model.map(EngagementModel::id).orElse("no model");
    }

    private void add(Kind kind, String role, List<String> owners, LocalDate from, String message) {
        findings.add(finding(kind, role, owners).since(from).message(message).build());
    }

    private CoverageFinding.Builder finding(Kind kind, String role, List<String> owners) {
        return new CoverageFinding.Builder()
                .kind(kind)
                .customerId(customer.id)
                .role(role)
                .owners(owners);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
