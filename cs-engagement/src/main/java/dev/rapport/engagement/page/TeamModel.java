package dev.rapport.engagement.page;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.Placement;
import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who looks after whom, what to escalate and who is stuck, as the plan's template names it. */
final class TeamModel {

    private static final int FINDINGS = 12;
    private static final int ESCALATIONS = 8;
    private static final int STUCK = 8;

    private final Plan plan;
    private final PlanModel page;

    TeamModel(Plan plan, PlanModel page) {
        this.plan = plan;
        this.page = page;
    }

    void fill(Map<String, Object> model) {
        page.missing("coverageMissing", plan.coverage());
        plan.coverage().value().ifPresent(coverage -> coverage(coverage, model));
        plan.assignments().value().ifPresent(assignments -> model.put("moves", moves(assignments)));
        page.missing("escalationsMissing", plan.escalations());
        plan.escalations().value().ifPresent(report -> escalations(report, model));
        lifeCycle(model);
    }

    private void coverage(Coverage coverage, Map<String, Object> model) {
        List<Group> loads = new ArrayList<>();
        coverage.loads().stream().filter(load -> load.needed().signum() > 0).forEach(load -> {
            double needed = load.needed().doubleValue();
            double available = load.available().doubleValue();
            loads.add(new Group(
                    load.memberId(),
                    List.of(Math.min(needed, available), Math.max(0, needed - available), Math.max(0, available - needed))));
        });
        model.put("hasLoads", !loads.isEmpty());
        model.put("loadChart", new Chart(
                        "Hours needed and available by team member",
                        List.of(new Series("needed", "accent"), new Series("over what there is", "red"), new Series("free", "pale")),
                        Text::grouped)
                .bars(loads));
        List<Map<String, Object>> findings = new ArrayList<>();
        coverage.findings().stream().limit(FINDINGS).forEach(finding -> {
            Map<String, Object> row = page.customer(finding.customerId());
            row.put("message", finding.message());
            findings.add(row);
        });
        if (coverage.findings().size() > FINDINGS) {
            Map<String, Object> more = new HashMap<>();
            more.put("customer", "");
            more.put("href", "plan.json");
            more.put("message", (coverage.findings().size() - FINDINGS) + " more in plan.json");
            findings.add(more);
        }
        model.put("findings", findings);
        model.put("hasFindings", !findings.isEmpty());
    }

    private String moves(Map<String, Assignment> assignments) {
        List<String> parts = new ArrayList<>();
        assignments.forEach((role, assignment) -> {
            long moved = assignment.placements().stream().filter(this::isMove).count();
            parts.add(role + ": " + assignment.placements().size() + " placed within everybody's hours, " + moved
                    + " of them with somebody new, " + assignment.unplaced().size() + " cannot be placed");
        });
        return parts.stream().collect(Collectors.joining("; ", "", parts.isEmpty() ? "" : ". Reasons are in plan.json."));
    }

    private boolean isMove(Placement placement) {
        return plan.find(placement.customerId())
                .map(CustomerLine::owners)
                .filter(owners -> owners.contains(placement.memberId()))
                .isEmpty();
    }

    private void escalations(EscalationReport report, Map<String, Object> model) {
        model.put("hasEscalations", !report.recurrences().isEmpty());
        model.put("recurrences", report.recurrences().stream()
                .map(one -> Map.of(
                        "cause", one.cause(),
                        "department", one.department().orElse("nobody is accountable"),
                        "customers", one.customers(),
                        "open", one.open(),
                        "arr", Text.money(one.arr())))
                .toList());
        List<Map<String, Object>> next = new ArrayList<>();
        for (Escalation escalation : report.escalations().subList(0, Math.min(ESCALATIONS, report.escalations().size()))) {
            Map<String, Object> row = page.customer(escalation.customerId());
            row.put("actBy", escalation.actBy().atZone(plan.zone()).toLocalDate().toString());
            row.put("overdue", escalation.overdue());
            row.put("cause", escalation.route().cause());
            row.put("department", escalation.route().department());
            row.put("accountable", escalation.accountable().orElse("nobody is named"));
            next.add(row);
        }
        model.put("escalations", next);
        int more = report.escalations().size() - next.size();
        if (more > 0) {
            model.put("escalationsNote", more + " further escalations are in plan.json.");
        }
    }

    private void lifeCycle(Map<String, Object> model) {
        plan.lifeCycle().value().ifPresent(report -> {
            Map<String, Object> lifeCycle = new HashMap<>();
            lifeCycle.put("stages", report.countByStage().entrySet().stream()
                    .map(stage -> stage.getKey() + " " + stage.getValue())
                    .collect(Collectors.joining(", ", "Where customers stand: ", ".")));
            lifeCycle.put("hasStuck", !report.stuck().isEmpty());
            lifeCycle.put("stuck", report.stuck().stream().limit(STUCK).map(standing -> {
                Map<String, Object> row = page.customer(standing.customerId());
                row.put("days", standing.days());
                row.put("stage", standing.stage().id());
                return row;
            }).toList());
            model.put("lifeCycle", lifeCycle);
        });
    }
}
