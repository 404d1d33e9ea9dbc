package dev.rapport.engagement.page;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The facts of a customer file as tables, the latest first; what the readers may not see has no table. */
final class FactTables {

    private static final int ROWS = 8;
    private static final int LONGEST = 500;

    private final CustomerFile file;
    private final List<Map<String, Object>> tables = new ArrayList<>();

    private FactTables(CustomerFile file) {
        this.file = file;
    }

    static List<Map<String, Object>> of(CustomerFile file) {
        FactTables facts = new FactTables(file);
        facts.goals();
        facts.people();
        facts.owners();
        facts.feedback();
        facts.surveys();
        facts.tickets();
        facts.invoices();
        return facts.tables;
    }

    private void goals() {
        table(
                "Goals and outcomes",
                "What they want to reach, the nearest first",
                List.of("Goal", "Began at", "Target", "Now", "Due", "Confirmed by the customer"),
                file.series(Goal.SERIES).stream()
                        .sorted(Comparator.comparing((Goal goal) -> goal.dueOn().orElse(LocalDate.MAX))
                                .thenComparing(Goal::id))
                        .map(goal -> List.of(
                                goal.title()
                                        + goal.unit().map(unit -> ", " + unit).orElse(""),
                                number(goal.baseline()),
                                number(goal.target()),
                                number(goal.realised()),
                                day(goal.dueOn()),
                                goal.confirmed().orElse(false) ? "yes" : "no"))
                        .toList());
    }

    private void people() {
        List<Person> people = file.series(Person.SERIES);
        boolean named = people.stream().anyMatch(person -> person.name().isPresent());
        table(
                "People",
                "Whom we know there",
                named ? List.of("Role", "Name", "Mail", "Left on") : List.of("Role", "Left on"),
                people.stream()
                        .map(person -> named
                                ? List.of(
                                        role(person.role()),
                                        person.name().orElse(""),
                                        person.email().orElse(""),
                                        day(person.leftOn()))
                                : List.of(role(person.role()), day(person.leftOn())))
                        .toList());
    }

    private static String role(Optional<String> role) {
        return role.map(Text::words).orElse("not known");
    }

    private void owners() {
        table(
                "Who looks after them",
                "Today and before, the latest first",
                List.of("As", "Who", "From", "Until"),
                file.series(Ownership.SERIES).stream()
                        .sorted(Comparator.comparing(Ownership::from)
                                .reversed()
                                .thenComparing(Ownership::role)
                                .thenComparing(Ownership::owner))
                        .map(owner -> List.of(
                                Text.words(owner.role()),
                                owner.owner(),
                                owner.from().toString(),
                                owner.to().map(LocalDate::toString).orElse("today")))
                        .toList());
    }

    private void feedback() {
        List<Feedback> said = latest(file.series(Feedback.SERIES), Feedback::entry);
        boolean quoted = said.stream().anyMatch(one -> one.text().isPresent());
        table(
                "What they told us",
                "The latest first",
                quoted
                        ? List.of("On", "About", "Said", "Status", "We did")
                        : List.of("On", "About", "Status", "We did"),
                said.stream()
                        .map(one -> {
                            List<String> row = new ArrayList<>(List.of(
                                    day(one.entry()),
                                    Text.words(one.theme().or(one::cause).orElse("not filed"))));
                            if (quoted) {
                                row.add(one.text().orElse(""));
                            }
                            row.add(one.status().orElse("heard"));
                            row.add(one.action().orElse("")
                                    + one.actedOn()
                                            .map(acted -> " (" + acted + ")")
                                            .orElse(""));
                            return List.copyOf(row);
                        })
                        .toList());
    }

    private void surveys() {
        table(
                "Surveys",
                "What they answered, the latest first",
                List.of("On", "Survey", "Answer", "Of", "Asked as"),
                latest(file.series(SurveyAnswer.SERIES), SurveyAnswer::entry).stream()
                        .map(answer -> List.of(
                                day(answer.entry()),
                                answer.instrument(),
                                answer.score().isPresent() ? number(answer.score()) : "no answer",
                                number(answer.scaleMax()),
                                answer.respondentRole().map(Text::words).orElse("")))
                        .toList());
    }

    private void tickets() {
        table(
                "Tickets",
                "What they asked support for, the latest first",
                List.of("Opened", "On", "Severity", "Cause", "Closed"),
                latest(file.series(Ticket.SERIES), Ticket::entry).stream()
                        .map(ticket -> List.of(
                                day(ticket.entry()),
                                ticket.category().map(Text::words).orElse(""),
                                ticket.severity().orElse("")
                                        + (ticket.escalated().orElse(false) ? ", escalated" : ""),
                                ticket.cause().map(Text::words).orElse(""),
                                ticket.closedOn().map(LocalDate::toString).orElse("open")))
                        .toList());
    }

    private void invoices() {
        table(
                "Unpaid invoices",
                "The oldest first",
                List.of("Due", "Amount", "Overdue"),
                file.series(Invoice.SERIES).stream()
                        .filter(invoice -> invoice.paidOn().isEmpty())
                        .sorted(Comparator.comparing(Invoice::dueOn).thenComparing(Invoice::id))
                        .map(invoice -> List.of(
                                invoice.dueOn().toString(),
                                Text.money(invoice.amount()),
                                invoice.dueOn().isBefore(file.date())
                                        ? Text.count(
                                                file.date().toEpochDay()
                                                        - invoice.dueOn().toEpochDay(),
                                                "day",
                                                "days")
                                        : "no"))
                        .toList());
    }

    private static <T> List<T> latest(List<T> entries, Function<T, Entry> entry) {
        return entries.stream()
                .sorted(Comparator.comparing((T one) -> entry.apply(one).at())
                        .reversed()
                        .thenComparing(one -> entry.apply(one).id()))
                .toList();
    }

    /** A table of at most so many rows; none without rows. */
    private void table(String title, String caption, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        tables.add(Map.of(
                "title",
                title,
                "caption",
                caption,
                "id",
                "facts-" + tables.size(),
                "heads",
                heads,
                "rows",
                rows.stream().limit(ROWS).map(FactTables::row).toList(),
                "note",
                rows.size() > ROWS ? Text.grouped(rows.size() - ROWS) + " more are in the JSON file." : ""));
    }

    private static Map<String, Object> row(List<String> cells) {
        List<String> shown =
                cells.stream().map(cell -> Text.shortened(cell, LONGEST)).toList();
        return Map.of("first", shown.get(0), "cells", shown.subList(1, shown.size()));
    }

    private String day(Entry entry) {
        return LocalDate.ofInstant(entry.at(), file.zone()).toString();
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? Text.number(number.getAsDouble()) : "";
    }
}
