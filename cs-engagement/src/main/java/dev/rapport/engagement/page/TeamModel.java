package dev.rapport.engagement.page;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.coverage.Placement;
import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who looks after whom, and what to escalate. */
final class TeamModel {

    private static final int FINDINGS = 12;
    private static final int ESCALATIONS = 8;

    private final Plan plan;
    private final CustomerLinks customers;

    TeamModel(Plan plan, CustomerLinks customers) {
        this.plan = plan;
        this.customers = customers;
    }

    Map<String, Object> coverage(Coverage coverage) {
        Map<String, Object> model = new HashMap<>();
        model.put("chart", loadChart(coverage.loads()));
        List<Map<String, Object>> findings = coverage.findings().stream()
                .limit(FINDINGS)
                .map(finding -> {
                    Map<String, Object> row = customers.row(finding.customerId());
                    row.put("message", finding.message());
                    return row;
                })
                .toList();
        model.put("findings", findings);
        model.put("hasFindings", !findings.isEmpty());
        model.put("findingsNote", PlanModel.rest(coverage.findings().size() - findings.size(), "more"));
        List<Map<String, Object>> moves = plan.assignments().value().orElse(Map.of()).entrySet().stream()
                .map(role -> move(role.getKey(), role.getValue()))
                .toList();
        model.put("moves", moves);
        model.put("hasMoves", !moves.isEmpty());
        return model;
    }

    private static String loadChart(List<MemberLoad> loads) {
        List<Group> groups = loads.stream()
                .filter(load -> load.needed().signum() > 0)
                .map(load -> hours(load.memberId(), load.needed(), load.available()))
                .toList();
        List<Series> series = List.of(
                new Series("needed", "accent"),
                new Series("needed beyond the hours", "red"),
                new Series("free", "pale"));
        return new Chart("Hours a year by team member", series, Text::grouped).bars(groups);
    }

    /** A bar of hours beside those there are. */
    static Group hours(String member, BigDecimal hours, BigDecimal available) {
        double used = hours.doubleValue();
        double there = available.doubleValue();
        return new Group(
                member,
                List.of(Math.min(used, there), Math.max(0, used - there), Math.max(0, there - used)),
                Optional.of(Text.grouped(used) + " of " + Text.grouped(there)));
    }

    private Map<String, Object> move(String role, Assignment assignment) {
        long moved = assignment.placements().stream().filter(this::isMove).count();
        return Map.of(
                "role", Text.words(role),
                "placed", Text.grouped(assignment.placements().size()),
                "moved", Text.grouped(moved),
                "unplaced", Text.grouped(assignment.unplaced().size()));
    }

    private boolean isMove(Placement placement) {
        return customers
                .find(placement.customerId())
                .map(CustomerLine::owners)
                .filter(owners -> owners.contains(placement.memberId()))
                .isEmpty();
    }

    Map<String, Object> escalations(EscalationReport report) {
        Map<String, Object> model = new HashMap<>();
        model.put("hasCauses", !report.recurrences().isEmpty());
        model.put(
                "causes",
                report.recurrences().stream()
                        .map(one -> Map.of(
                                "cause", Text.words(one.cause()),
                                "department", one.department().map(Text::words).orElse("nobody is accountable"),
                                "customers", Text.grouped(one.customers()),
                                "open", Text.grouped(one.open()),
                                "days",
                                        one.medianDaysToClose().isPresent()
                                                ? Text.grouped(Math.rint(
                                                        one.medianDaysToClose().getAsDouble()))
                                                : "not yet",
                                "arr", Text.money(one.arr())))
                        .toList());
        List<Escalation> next = report.escalations()
                .subList(0, Math.min(ESCALATIONS, report.escalations().size()));
        model.put("hasNext", !next.isEmpty());
        model.put("next", next.stream().map(this::escalation).toList());
        model.put("note", PlanModel.rest(report.escalations().size() - next.size(), "further escalations"));
        return model;
    }

    private Map<String, Object> escalation(Escalation escalation) {
        Map<String, Object> row = customers.row(escalation.customerId());
        row.put("actBy", escalation.actBy().atZone(plan.zone()).toLocalDate().toString());
        row.put("overdue", escalation.overdue());
        row.put("cause", Text.words(escalation.route().cause()));
        row.put("department", Text.words(escalation.route().department()));
        row.put("accountable", escalation.accountable().orElse("nobody is named"));
        row.put("because", escalation.because());
        return row;
    }
}
