package dev.rapport.engagement.page;

import dev.rapport.engagement.plan.ModelProposal;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the plan leaves out because nobody feeds it: each missing field once, with the sections that want it. */
final class LeftOut {

    private final Map<String, List<String>> sectionsByField = new LinkedHashMap<>();

    LeftOut(Plan plan) {
        add("Families", plan.families());
        add("At risk", plan.atRisk());
        add("Early warning", plan.alerts());
        add("Health by hand", plan.overrides());
        add("Decisions", plan.decisions());
        add("Milestones", plan.milestones());
        add("Cost and margin", plan.economics());
        add("Team", plan.coverage());
        add("Proposed assignment", plan.assignments());
        add("Retention", plan.retention());
        add("Reasons of loss", plan.losses());
        add("Time", plan.time());
        add("Surveys", plan.surveys());
        add("To escalate", plan.escalations());
        add("Life cycle", plan.lifeCycle());
        add("Reviews", plan.reviews());
        add("The customers' voice", plan.voice());
        add("Forecast", plan.forecast());
        add("Calls", plan.callList());
        add("Growth", plan.expansions());
        add("Engagement models compared", ModelProposal.of(plan));
        add("Experiments", plan.experiments());
        add("Help on a trigger", plan.flex());
        add("Sponsors", plan.sponsors());
        add("Scope and decision rights", plan.scope());
        add("The team's work", plan.team());
    }

    private void add(String name, Section<?> section) {
        String words = section.value().isPresent() ? name + " (in part)" : name;
        for (String field : section.missing()) {
            List<String> sections = sectionsByField.computeIfAbsent(field, absent -> new ArrayList<>());
            if (!sections.contains(words)) {
                sections.add(words);
            }
        }
    }

    /** The rows, or nothing if nothing is left out. */
    Map<String, Object> fill() {
        List<Map<String, Object>> rows = new ArrayList<>();
        sectionsByField.forEach(
                (field, sections) -> rows.add(Map.of("field", field, "sections", String.join(", ", sections))));
        return rows.isEmpty() ? Map.of() : Map.of("rows", rows);
    }
}
