package dev.rapport.engagement.page;

import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileContract;
import dev.rapport.engagement.file.FileSection;
import dev.rapport.engagement.file.HealthPoint;
import dev.rapport.engagement.file.NextStep;
import dev.rapport.engagement.file.ProfileLine;
import dev.rapport.engagement.file.TimelineItem;
import dev.rapport.engagement.file.UsageSummary;
import dev.rapport.engagement.lifecycle.CurrentStage;
import dev.rapport.engagement.lifecycle.CustomerOutcome;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.review.Review;
import dev.rapport.model.customer.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** What a customer's page shows, as the texts and charts that its template names. */
final class CustomerModel {

    private static final int TIMELINE = 60;
    private static final int FEATURES = 8;
    private static final int LONGEST_TITLE = 80;

    private final CustomerFile file;
    private final ReasonWords words;
    private final Map<String, Object> model = new HashMap<>();

    CustomerModel(CustomerFile file) {
        this.file = file;
        this.words = new ReasonWords(file.shown());
    }

    Map<String, Object> fill() {
        model.put("style", Templates.STYLE);
        model.put("date", file.date().toString());
        model.put("name", file.name());
        model.put("shortName", Text.shortened(file.name(), LONGEST_TITLE));
        model.put("verdict", verdict());
        model.putAll(sees());
        reasons();
        list(
                "profile",
                file.profile().stream()
                        .filter(line -> line.reading().value().isPresent())
                        .map(CustomerModel::profile)
                        .toList());
        list("contracts", file.contracts().stream().map(CustomerModel::contract).toList());
        usage(file.usage());
        list(
                "milestones",
                file.sections().milestones().stream()
                        .map(CustomerModel::milestone)
                        .toList());
        list(
                "ideas",
                file.sections().expansionIdeas().stream()
                        .map(idea -> idea.cause().name() + ", about " + Text.money(idea.arr()) + " a year: "
                                + String.join("; ", idea.derivation()))
                        .toList());
        list(
                "reviews",
                file.sections().reviews().stream().map(CustomerModel::review).toList());
        list(
                "escalations",
                file.sections().escalations().stream().map(this::escalation).toList());
        list(
                "stages",
                file.sections().journey().stream()
                        .flatMap(journey -> journey.currentStages().stream())
                        .map(CustomerModel::stage)
                        .toList());
        list(
                "steps",
                file.sections().nextSteps().stream().map(CustomerModel::step).toList());
        list(
                "outcomes",
                file.sections().outcomes().stream().map(CustomerModel::outcome).toList());
        list(
                "history",
                file.sections().healthHistory().stream()
                        .map(CustomerModel::point)
                        .toList());
        list("facts", FactTables.of(file));
        timeline();
        model.put(
                "footer",
                "As of the end of " + file.date() + " in " + file.zone() + ", as known before "
                        + file.asOf().knownAt() + ". For "
                        + Text.words(file.seen().reader())
                        + ". Shows data up to the level \"" + Text.words(file.shown()) + "\".");
        return model;
    }

    /** Which parts of the page the readers may see: what they may not see does not look as if it were empty. */
    private Map<String, Object> sees() {
        Set<FileSection> sections = file.seen().sections();
        boolean health = sections.contains(FileSection.HEALTH)
                || sections.contains(FileSection.CHURN_RISK)
                || sections.contains(FileSection.SEGMENT);
        return Map.of(
                "seesHealth", health,
                "seesTimeline", sections.contains(FileSection.TIMELINE),
                "seesSteps", sections.contains(FileSection.NEXT_STEPS),
                "seesPlan", sections.containsAll(List.of(FileSection.values())));
    }

    /** A list under its name, and whether there is anything in it. */
    private void list(String name, List<?> rows) {
        model.put(name, rows);
        model.put("has" + Character.toUpperCase(name.charAt(0)) + name.substring(1), !rows.isEmpty());
    }

    private String verdict() {
        String score = file.seen().sections().contains(FileSection.HEALTH) ? new HealthWords(file).sentence() : "";
        String risk = file.sections()
                .churnRisk()
                .filter(reasons -> reasons.value().isPresent())
                .map(reasons -> "Churn risk at the next decision "
                        + Text.percent(reasons.value().getAsDouble()) + ". ")
                .orElse("");
        String family = file.sections()
                .family()
                .map(known -> " Family of " + known.top() + ": "
                        + Text.count(known.customers().size(), "customer pays ", "customers pay ")
                        + Text.money(known.arr()) + " a year.")
                .orElse("");
        return score
                + risk
                + file.sections()
                        .segment()
                        .map(known -> "Segment " + known.name() + ".")
                        .orElse("")
                + family;
    }

    private void reasons() {
        file.sections().health().ifPresent(health -> {
            model.put("band", Map.of("name", health.band(), "style", BandStyles.named(health.band())));
            model.put("health", words.tree(health.reasons()));
            list("healthNotes", new HealthWords(file).notes());
            file.sections().ownHealth().ifPresent(own -> model.put("ownHealth", words.tree(own.reasons())));
        });
        file.sections().churnRisk().ifPresent(risk -> model.put("risk", words.probability(risk)));
        file.sections().segment().ifPresent(segment -> model.put("segment", words.tree(segment.reasons())));
    }

    private static Map<String, Object> profile(ProfileLine line) {
        return Map.of(
                "key", line.key().name(),
                "words", Text.words(line.key().name()),
                "value", ReasonWords.value(line.key(), line.reading().value().orElseThrow()));
    }

    private static Map<String, Object> contract(FileContract contract) {
        Contract terms = contract.terms().contract();
        return Map.of(
                "id", terms.id(),
                "start", terms.start().toString(),
                "end", contract.termEnd().map(Object::toString).orElse(""),
                "inForce", contract.inForce() ? "yes" : "no",
                "autoRenews", contract.terms().autoRenews() ? "yes" : "no",
                "decision", contract.decisionDate().map(Object::toString).orElse(""),
                "arr", contract.arr().map(Text::money).orElseGet(() -> String.join("; ", contract.problems())));
    }

    private void usage(UsageSummary usage) {
        List<Group> months = usage.months().stream()
                .map(month -> new Group(month.month().toString().substring(2), List.of(month.quantity())))
                .toList();
        if (usage.lastSeen().isPresent()) {
            model.put(
                    "usageChart",
                    new Chart("Usage by month", List.of(new Series("usage", "accent")), Text::compact).columns(months));
            model.put("lastSeen", usage.lastSeen().get().toString());
        }
        model.put(
                "features",
                usage.features().stream()
                        .limit(FEATURES)
                        .map(feature -> feature.name() + " " + Text.compact(feature.quantity()))
                        .collect(Collectors.joining(", ")));
    }

    private static Map<String, Object> milestone(Occurrence occurrence) {
        return Map.of(
                "date",
                occurrence.dueOn().toString(),
                "name",
                Text.words(occurrence.key().milestone()) + " ("
                        + occurrence.key().step() + ")",
                "state",
                occurrence.state().word(),
                "reason",
                occurrence.reason()
                        + occurrence
                                .dayReason()
                                .filter(reason -> !occurrence.reason().contains(reason))
                                .map(reason -> "; " + reason)
                                .orElse(""));
    }

    private static Map<String, Object> review(Review review) {
        return Map.of(
                "dueBy", review.dueBy().toString(),
                "name", Text.words(review.rule()),
                "status", Text.words(review.status()),
                "reason", review.reason(),
                "decides",
                        review.decisionMakerPresent()
                                .map(present -> present ? "was there" : "was not there")
                                .orElse(""),
                "actionsOpen", Text.grouped(review.actionsOpen()) + " of " + Text.grouped(review.actionsAgreed()));
    }

    private String escalation(Escalation escalation) {
        return Text.words(escalation.route().cause()) + ": "
                + Text.words(escalation.route().department()) + ", "
                + escalation.accountable().orElse("nobody is named") + ", by "
                + escalation.actBy().atZone(file.zone()).toLocalDate() + (escalation.overdue() ? " (overdue)" : "");
    }

    private static String stage(CurrentStage current) {
        return current.product().map(product -> product + ": ").orElse("")
                + Text.words(current.stage().id()) + " since " + current.since()
                + (current.stuck() ? ", stuck" : "");
    }

    private static Map<String, Object> step(NextStep step) {
        return Map.of(
                "by", step.by().map(Object::toString).orElse(""),
                "what", step.what(),
                "who", step.who().orElse("nobody is named"),
                "because", step.because());
    }

    private static Map<String, Object> outcome(CustomerOutcome one) {
        return Map.of(
                "name", one.outcome().name(),
                "state", Text.words(one.state()),
                "baseline", number(one.baseline()),
                "target", number(one.target()),
                "realised", number(one.realised()),
                "value", one.valuePerYear().map(Text::money).orElse(""));
    }

    private static Map<String, Object> point(HealthPoint point) {
        return Map.of(
                "on", point.on().toString(),
                "band", point.band(),
                "style", BandStyles.named(point.band()),
                "score", number(point.score()));
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? Text.number(number.getAsDouble()) : "";
    }

    private void timeline() {
        List<TimelineItem> items = new ArrayList<>(file.timeline());
        items.sort(Comparator.comparing(TimelineItem::date).reversed());
        list(
                "timeline",
                items.stream()
                        .limit(TIMELINE)
                        .map(item -> Map.of(
                                "date", item.date().toString(), "kind", Text.words(item.kind()), "text", item.text()))
                        .toList());
        if (items.size() > TIMELINE) {
            model.put("timelineNote", Text.grouped(items.size() - TIMELINE) + " earlier entries are in the JSON file.");
        }
    }
}
