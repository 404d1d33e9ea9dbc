package dev.rapport.engagement.page;

import dev.rapport.engagement.file.FileContract;
import dev.rapport.engagement.pack.GoalValue;
import dev.rapport.engagement.pack.ReviewPack;
import dev.rapport.engagement.pack.TicketSummary;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.review.Review;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the page of a review pack shows, as the texts and charts that its template names. */
final class ReviewPackModel {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_TEXT = 600;
    private static final int SAID = 20;

    private final ReviewPack pack;
    private final Map<String, Object> model = new HashMap<>();

    ReviewPackModel(ReviewPack pack) {
        this.pack = pack;
    }

    Map<String, Object> fill() {
        model.put("style", Templates.STYLE);
        model.put("name", pack.name());
        model.put("shortName", Text.shortened(pack.name(), LONGEST_TITLE));
        model.put("from", pack.from().toString());
        model.put("to", pack.to().toString());
        pack.decideBy().ifPresent(day -> model.put("decideBy", day.toString()));
        list(
                "agenda",
                pack.agenda().stream()
                        .map(item -> Map.of("topic", Text.words(item.topic()), "why", item.why()))
                        .toList());
        model.put("seesGoals", pack.sees(Goal.SERIES));
        list("goals", pack.goals().stream().map(ReviewPackModel::goal).toList());
        charts();
        model.put("seesSurveys", pack.sees(SurveyAnswer.SERIES));
        list(
                "surveys",
                pack.surveys().stream()
                        .map(one -> Map.of(
                                "name", Text.words(one.instrument()),
                                "answers", Text.grouped(one.answers()),
                                "mean", Text.number(one.mean())))
                        .toList());
        if (pack.sees(Ticket.SERIES)) {
            list("tickets", tickets(pack.tickets()));
        }
        list("said", pack.said().stream().limit(SAID).map(this::said).toList());
        if (pack.said().size() > SAID) {
            model.put("saidNote", Text.grouped(pack.said().size() - SAID) + " earlier remarks are left out.");
        }
        list(
                "reviews",
                pack.file().sections().reviews().stream()
                        .map(ReviewPackModel::review)
                        .toList());
        list(
                "contracts",
                pack.contracts().stream().map(ReviewPackModel::contract).toList());
        model.put(
                "footer",
                "From " + pack.from() + " to the end of " + pack.to() + " in "
                        + pack.file().zone() + ", as known before "
                        + pack.file().asOf().knownAt() + ". For "
                        + Text.words(pack.file().seen().reader()) + ".");
        return model;
    }

    /** A list under its name, and whether there is anything in it. */
    private void list(String name, List<?> rows) {
        model.put(name, rows);
        model.put("has" + Character.toUpperCase(name.charAt(0)) + name.substring(1), !rows.isEmpty());
    }

    private void charts() {
        List<Group> months = pack.file().usage().months().stream()
                .map(month -> new Group(month.month().toString().substring(2), List.of(month.quantity())))
                .toList();
        if (!months.isEmpty()) {
            model.put(
                    "usageChart",
                    new Chart("Use by month", List.of(new Series("use", "accent")), Text::compact).columns(months));
        }
        List<Group> points = pack.health().stream()
                .filter(point -> point.score().isPresent())
                .map(point -> new Group(
                        point.on().toString().substring(2),
                        List.of(point.score().getAsDouble())))
                .toList();
        if (!points.isEmpty()) {
            model.put(
                    "healthChart",
                    new Chart("Health, 0 to 100", List.of(new Series("health", "accent")), Text::grouped)
                            .columns(points));
        }
    }

    private static Map<String, Object> goal(GoalValue value) {
        Goal goal = value.goal();
        Map<String, Object> row = new HashMap<>();
        row.put("title", Text.shortened(goal.title(), LONGEST_TEXT));
        row.put("unit", goal.unit().orElse(""));
        row.put("baseline", number(goal.baseline()));
        row.put("realised", number(goal.realised()));
        row.put("target", number(goal.target()));
        row.put("dueOn", goal.dueOn().map(LocalDate::toString).orElse(""));
        row.put("state", Text.words(value.state()));
        row.put("style", style(value.state()));
        row.put(
                "progress",
                value.progress().isPresent() ? Text.percent(value.progress().getAsDouble()) : "");
        return row;
    }

    private static String style(GoalValue.State state) {
        return switch (state) {
            case CONFIRMED, REACHED -> "green";
            case UNDER_WAY -> "yellow";
            case BEHIND -> "red";
            case NOT_MEASURED -> "unknown";
        };
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Text.number(value.getAsDouble()) : "";
    }

    private static List<Map<String, String>> tickets(TicketSummary tickets) {
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(Map.of("what", "Opened within the year", "value", Text.grouped(tickets.opened())));
        rows.add(Map.of("what", "Open now", "value", Text.grouped(tickets.open())));
        TicketSummary.Averages averages = tickets.averages();
        hours("To the first response, on average", averages.firstResponseHours(), rows);
        hours("To the resolution, on average", averages.resolutionHours(), rows);
        averages.satisfaction()
                .ifPresent(value ->
                        rows.add(Map.of("what", "Satisfaction, 1 to 5, on average", "value", Text.number(value))));
        return rows;
    }

    private static void hours(String what, OptionalDouble hours, List<Map<String, String>> rows) {
        hours.ifPresent(value -> rows.add(Map.of("what", what, "value", Text.number(value) + " h")));
    }

    private Map<String, Object> said(Feedback feedback) {
        Map<String, Object> row = new HashMap<>();
        row.put(
                "on",
                LocalDate.ofInstant(feedback.entry().at(), pack.file().zone()).toString());
        row.put(
                "text",
                feedback.text()
                        .map(text -> Text.shortened(text, LONGEST_TEXT))
                        .orElse(feedback.theme()
                                .map(theme -> "About " + Text.words(theme))
                                .orElse("")));
        row.put(
                "did",
                feedback.action()
                        .map(text -> Text.shortened(text, LONGEST_TEXT))
                        .orElse("Nothing yet"));
        row.put("actedOn", feedback.actedOn().map(LocalDate::toString).orElse(""));
        return row;
    }

    private static Map<String, Object> review(Review review) {
        return Map.of(
                "dueBy", review.dueBy().toString(),
                "name", Text.words(review.rule()),
                "status", Text.words(review.status()),
                "reason", review.reason(),
                "actions",
                        Text.grouped(review.actionsAgreed() - review.actionsOpen()) + " of "
                                + Text.grouped(review.actionsAgreed()));
    }

    private static Map<String, Object> contract(FileContract contract) {
        return Map.of(
                "id", contract.terms().contract().id(),
                "end", contract.termEnd().map(LocalDate::toString).orElse(""),
                "decideBy", contract.decisionDate().map(LocalDate::toString).orElse(""),
                "otherwise", contract.terms().autoRenews() ? "renews by itself" : "ends",
                "arr", contract.arr().map(Text::money).orElse(""));
    }
}
