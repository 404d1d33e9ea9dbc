package dev.rapport.engagement.page;

import com.samskivert.mustache.Template;
import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileContract;
import dev.rapport.engagement.file.ProfileLine;
import dev.rapport.engagement.file.TimelineItem;
import dev.rapport.engagement.file.UsageSummary;
import dev.rapport.engagement.lifecycle.Standing;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.ExplanationText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** A customer file as a page. */
public final class CustomerPage {

    private static final Template TEMPLATE = Templates.compiled("customer");
    private static final int TIMELINE = 60;
    private static final int FEATURES = 8;

    private final CustomerFile file;
    private final ExplanationText words;
    private final Map<String, Object> model = new HashMap<>();

    private CustomerPage(CustomerFile file) {
        this.file = file;
        this.words = ExplanationText.showing(file.shown());
    }

    /**
     * Writes a customer file as a self-contained page.
     *
     * @param file  the file
     * @param target  where the HTML is written
     * @throws IOException if the target fails
     */
    public static void write(CustomerFile file, Appendable target) throws IOException {
        CustomerPage page = new CustomerPage(file);
        page.fill();
        Templates.write(TEMPLATE, page.model, target);
    }

    private void fill() {
        model.put("style", Templates.STYLE);
        model.put("date", file.date().toString());
        model.put("name", name());
        file.health().ifPresent(health -> {
            model.put("band", health.name());
            model.put("bandStyle", style(health.name()));
            model.put("health", tree(health.reasons()));
        });
        model.put("verdict", verdict());
        file.churnRisk().ifPresent(risk -> model.put("risk", tree(risk)));
        file.segment().ifPresent(segment -> model.put("segment", tree(segment.reasons())));
        model.put("profile", file.profile().stream().filter(line -> line.reading().value().isPresent())
                .map(CustomerPage::profile).toList());
        model.put("contracts", file.contracts().stream().map(CustomerPage::contract).toList());
        usage(file.usage());
        model.put("milestones", file.milestones().stream().map(CustomerPage::milestone).toList());
        model.put("escalations", file.escalations().stream().map(CustomerPage::escalation).toList());
        model.put("hasEscalations", !file.escalations().isEmpty());
        List<Standing> standings = file.journey().map(journey -> journey.standings()).orElse(List.of());
        model.put("stages", standings.stream().map(CustomerPage::standing).toList());
        model.put("hasStages", !standings.isEmpty());
        timeline();
        model.put("footer", "As of the end of " + file.date() + " in " + file.zone() + ", as known before "
                + file.asOf().knownAt() + ". Shows data up to the level \"" + word(file.shown()) + "\".");
    }

    private String name() {
        return file.profile().stream()
                .filter(line -> line.key().equals(CustomerAttributes.NAME))
                .flatMap(line -> line.reading().value().stream())
                .map(Object::toString)
                .findFirst()
                .orElse(file.customerId());
    }

    private String verdict() {
        String score = file.health()
                .filter(health -> health.reasons().value().isPresent())
                .map(health -> "Health " + Text.whole(health.reasons().value().getAsDouble()) + " of 100, "
                        + Text.percent(health.reasons().completeness()) + " of the data there. ")
                .orElse("Health is not known: too little data. ");
        String risk = file.churnRisk()
                .filter(reasons -> reasons.value().isPresent())
                .map(reasons -> "Churn risk at the next decision "
                        + Text.percent(reasons.value().getAsDouble()) + ". ")
                .orElse("");
        String segment = file.segment().map(known -> "Segment " + known.name() + ".").orElse("");
        return score + risk + segment;
    }

    private String tree(Explanation explanation) {
        StringBuilder html = new StringBuilder();
        appendTree(explanation, html);
        return html.toString();
    }

    private void appendTree(Explanation explanation, StringBuilder html) {
        html.append("<li class=\"part\">").append(Text.escape(words.line(explanation)));
        if (!explanation.parts().isEmpty()) {
            html.append("<ul>");
            explanation.parts().forEach(part -> appendTree(part, html));
            html.append("</ul>");
        }
        html.append("</li>");
    }

    private static Map<String, Object> profile(ProfileLine line) {
        Object value = line.reading().value().orElseThrow();
        return Map.of("key", line.key().name(), "value", value(value) + line.key().unit().map(unit -> " " + unit).orElse(""));
    }

    private static String value(Object value) {
        if (value instanceof Money money) {
            return Text.money(money);
        }
        if (value instanceof Set<?> texts) {
            return texts.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        }
        return value instanceof Double number ? Text.number(number) : value.toString();
    }

    private static Map<String, Object> contract(FileContract contract) {
        Contract terms = contract.terms().contract();
        Map<String, Object> row = new HashMap<>();
        row.put("id", terms.id());
        row.put("start", terms.start().toString());
        row.put("end", contract.termEnd().map(Object::toString).orElse(""));
        row.put("inForce", contract.inForce() ? "yes" : "no");
        row.put("autoRenews", contract.terms().autoRenews() ? "yes" : "no");
        row.put("decision", contract.decisionDate().map(Object::toString).orElse(""));
        row.put("arr", contract.arr().map(Text::money).orElseGet(() -> String.join("; ", contract.problems())));
        return row;
    }

    private void usage(UsageSummary usage) {
        List<Group> months = usage.months().stream()
                .map(month -> new Group(month.month().toString().substring(2), List.of(month.quantity())))
                .toList();
        model.put("usageChart", months.isEmpty()
                ? "<p class=\"soft\">No usage is known.</p>"
                : new Chart("Usage by month", List.of(new Series("usage", "accent")), Text::compact).columns(months));
        usage.lastSeen().ifPresent(date -> model.put("lastSeen", date.toString()));
        model.put("features", usage.features().stream()
                .limit(FEATURES)
                .map(feature -> feature.name() + " " + Text.compact(feature.quantity()))
                .collect(Collectors.joining(", ")));
    }

    private static Map<String, Object> milestone(Occurrence occurrence) {
        return Map.of(
                "date", occurrence.dueOn().toString(),
                "name", occurrence.key().milestone() + " (" + occurrence.key().step() + ")",
                "state", occurrence.state().word(),
                "reason", occurrence.reason());
    }

    private static String escalation(Escalation escalation) {
        return escalation.route().cause() + ": " + escalation.route().department() + ", "
                + escalation.accountable().orElse("nobody is named") + ", by " + escalation.actBy()
                + (escalation.overdue() ? " (overdue)" : "");
    }

    private static String standing(Standing standing) {
        return standing.product().map(product -> product + ": ").orElse("") + standing.stage().id() + " since "
                + standing.since() + (standing.stuck() ? ", stuck" : "");
    }

    private void timeline() {
        List<TimelineItem> items = new ArrayList<>(file.timeline());
        items.sort((a, b) -> b.date().compareTo(a.date()));
        model.put("timeline", items.stream().limit(TIMELINE)
                .map(item -> Map.of("date", item.date().toString(), "kind", item.kind(), "text", item.text()))
                .toList());
        if (items.size() > TIMELINE) {
            model.put("timelineNote", (items.size() - TIMELINE) + " earlier entries are in the JSON file.");
        }
    }

    /** Only letters and hyphens: a band's code becomes a CSS class. */
    static String style(String code) {
        return code.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z-]", "");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}
