package dev.rapport.engagement.page;

import dev.rapport.engagement.model.FlexHelp;
import dev.rapport.engagement.model.FlexReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The human help on a trigger that customers of low-touch models get, what it costs, and whom the hours do not reach. */
final class FlexModel {

    private static final int CUSTOMERS = 5;

    private final FlexReport report;
    private final CustomerLinks customers;

    FlexModel(FlexReport report, CustomerLinks customers) {
        this.report = report;
        this.customers = customers;
    }

    /** Nothing where no model has such a rule. */
    Map<String, Object> fill() {
        return report.helps().isEmpty()
                ? Map.of()
                : Map.of("rows", report.helps().stream().map(this::row).toList());
    }

    private Map<String, Object> row(FlexHelp help) {
        Map<String, Object> row = new HashMap<>();
        row.put("rule", Text.words(help.rule().id()));
        row.put("model", Text.words(help.model()));
        row.put("role", Text.words(help.rule().role()));
        row.put("each", Text.number(help.rule().hoursEach().doubleValue()));
        row.put("most", Text.number(help.rule().atMostHoursPerYear().doubleValue()));
        row.put("spent", Text.number(help.spent().doubleValue()));
        row.put("customers", customers(help.helped()));
        int more = help.helped().size() - CUSTOMERS;
        row.put(
                "more",
                more > 0
                        ? " and " + Text.grouped(more) + " more"
                        : help.helped().isEmpty() ? "nobody" : "");
        row.put("beyond", Text.grouped(help.beyond().size()));
        row.put("cost", help.cost().map(Text::money).orElse("not known"));
        row.put("costAtMost", help.costAtMost().map(Text::money).orElse("not known"));
        return row;
    }

    private List<Map<String, Object>> customers(List<FlexHelp.Triggered> helped) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FlexHelp.Triggered one : helped) {
            if (rows.size() < CUSTOMERS) {
                Map<String, Object> row = customers.row(one.customerId());
                row.put("divider", rows.isEmpty() ? "" : ", ");
                row.put("because", String.join("; ", one.because()));
                rows.add(row);
            }
        }
        return rows;
    }
}
