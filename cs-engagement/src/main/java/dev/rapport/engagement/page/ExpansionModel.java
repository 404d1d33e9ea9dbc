package dev.rapport.engagement.page;

import dev.rapport.engagement.expansion.ExpansionReport;
import dev.rapport.engagement.expansion.HeldBack;
import dev.rapport.engagement.expansion.Opportunity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** What customers could be offered, the largest first, and what is held back. */
final class ExpansionModel {

    private static final int OPPORTUNITIES = 10;

    private final ExpansionReport report;
    private final CustomerLinks customers;
    private final ActionWords words;

    ExpansionModel(ExpansionReport report, CustomerLinks customers, ActionWords words) {
        this.report = report;
        this.customers = customers;
        this.words = words;
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
        Map<String, String> causes = new HashMap<>();
        lines.forEach(line -> causes.put(line.cause().id(), line.cause().name()));
        model.put("causes", sums(report.byCause(), line -> line.cause().id(), id -> causes.getOrDefault(id, id)));
        model.put("segments", sums(report.bySegment(), Opportunity::segment, words::segment));
        model.put("rows", lines.stream().limit(OPPORTUNITIES).map(this::row).toList());
        model.put("note", PlanModel.rest(lines.size() - OPPORTUNITIES, "further opportunities"));
        return model;
    }

    private List<Map<String, Object>> sums(
            Map<String, Money> sums, Function<Opportunity, String> group, UnaryOperator<String> name) {
        List<Map<String, Object>> rows = new ArrayList<>();
        sums.forEach((id, arr) -> rows.add(Map.of(
                "name", name.apply(id),
                "customers",
                        Text.grouped(report.lines().stream()
                                .filter(line -> group.apply(line).equals(id))
                                .map(Opportunity::customerId)
                                .distinct()
                                .count()),
                "arr", Text.money(arr))));
        return rows;
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
