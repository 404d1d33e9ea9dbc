package dev.rapport.examples.quickstart;

import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Section;
import dev.rapport.model.tables.TableReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which columns feed which section of the plan, and what is missing. */
final class DataCheck {

    /** The tables that a section of the plan reads, as its names for people. */
    private static final Map<String, List<String>> SECTIONS = sections();

    private DataCheck() {}

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("segments", List.of("customers", "contracts", "contract-lines", "rates", "purchases"));
        sections.put(
                "health",
                List.of(
                        "usage",
                        "tickets",
                        "people",
                        "touchpoints",
                        "survey-answers",
                        "goals",
                        "invoices",
                        "purchases"));
        sections.put(
                "at-risk list",
                List.of(
                        "contracts",
                        "contract-lines",
                        "usage",
                        "people",
                        "touchpoints",
                        "invoices",
                        "owners",
                        "plays"));
        sections.put("decisions and milestones", List.of("contracts", "outcomes"));
        sections.put("cost and margin", List.of("contracts", "contract-lines", "rates"));
        sections.put("who looks after whom", List.of("owners", "stages"));
        sections.put("the team's time", List.of("time-entries"));
        sections.put("escalations", List.of("tickets", "feedback", "invoices"));
        sections.put("life cycle", List.of("stages", "owners", "touchpoints", "goals"));
        sections.put("voice and digests", List.of("feedback", "survey-answers"));
        return sections;
    }

    static List<String> lines(List<TableReport> tables, Plan plan) {
        List<String> lines = new ArrayList<>();
        for (TableReport table : tables) {
            lines.add(table.file() + " (" + table.rows() + " rows, " + table.rejectedRows() + " rejected)");
            table.fed()
                    .forEach(field -> lines.add("  "
                            + (field.column().isEmpty() ? "(constant)" : field.column()) + " -> " + field.field()
                            + ", filled in "
                            + field.filled() + " rows"));
            if (!table.unfed().isEmpty()) {
                lines.add("  not fed: " + String.join(", ", table.unfed()));
            }
            if (!table.unread().isEmpty()) {
                lines.add("  not read: " + String.join(", ", table.unread()));
            }
        }
        SECTIONS.forEach((section, reads) -> {
            List<String> fed = new ArrayList<>();
            tables.stream().filter(table -> reads.contains(table.feeds())).forEach(table -> fed.add(table.file()));
            lines.add(section + ": " + (fed.isEmpty() ? "nothing feeds it" : "fed by " + String.join(", ", fed)));
        });
        add("at-risk list", plan.atRisk(), lines);
        add("decisions", plan.decisions(), lines);
        add("milestones", plan.milestones(), lines);
        add("cost and margin", plan.economics(), lines);
        add("who looks after whom", plan.coverage(), lines);
        add("the team's time", plan.time(), lines);
        add("escalations", plan.escalations(), lines);
        add("life cycle", plan.lifeCycle(), lines);
        add("voice and digests", plan.voice(), lines);
        return lines;
    }

    private static void add(String name, Section<?> section, List<String> lines) {
        if (!section.missing().isEmpty()) {
            lines.add(name + (section.value().isPresent() ? " is incomplete" : " is left out") + ": missing "
                    + String.join(", ", section.missing()));
        }
    }
}
