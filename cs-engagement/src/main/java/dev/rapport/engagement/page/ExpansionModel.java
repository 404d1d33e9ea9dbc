package dev.rapport.engagement.page;

import dev.rapport.engagement.expansion.ExpansionReport;
import dev.rapport.engagement.expansion.HeldBack;
import dev.rapport.engagement.expansion.Opportunity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What customers could be offered, the largest first, and what is held back. */
final class ExpansionModel {

    private static final int OPPORTUNITIES = 10;

    private final ExpansionReport report;
    private final CustomerLinks customers;

    ExpansionModel(ExpansionReport report, CustomerLinks customers) {
        this.report = report;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        List<Opportunity> lines = report.lines();
        if (lines.isEmpty() && report.heldBack().isEmpty()) {
            return Map.of();
        }
        long buyers = lines.stream().map(Opportunity::customerId).distinct().count();
        Map<String, Object> model = new HashMap<>();
        model.put(
                "summary",
                Text.count(buyers, "customer", "customers") + " could be offered more, worth about "
                        + Text.money(report.arr()) + " a year if all were signed. Held back: "
                        + Text.grouped(held(HeldBack.Why.GATE)) + " not healthy enough, "
                        + Text.grouped(held(HeldBack.Why.REFUSED)) + " refused lately, "
                        + Text.grouped(held(HeldBack.Why.NOT_KNOWN)) + " of unknown health.");
        model.put("hasRows", !lines.isEmpty());
        model.put("rows", lines.stream().limit(OPPORTUNITIES).map(this::row).toList());
        model.put("note", PlanModel.rest(lines.size() - OPPORTUNITIES, "further opportunities"));
        return model;
    }

    private long held(HeldBack.Why why) {
        return report.heldBack().stream().filter(held -> held.why() == why).count();
    }

    private Map<String, Object> row(Opportunity line) {
        Map<String, Object> row = customers.row(line.customerId());
        row.put("what", line.cause().name());
        row.put("arr", Text.money(line.arr()));
        row.put("why", String.join("; ", line.derivation()));
        return row;
    }
}
