package dev.rapport.examples.policylab;

import dev.rapport.health.challenge.Challenge;
import dev.rapport.health.challenge.Contender;
import dev.rapport.health.challenge.ForeseenLoss;
import dev.rapport.health.change.MeasureShift;
import dev.rapport.health.simulation.Group;
import dev.rapport.health.simulation.Means;
import dev.rapport.health.simulation.Movement;
import dev.rapport.health.simulation.SimulatedCustomer;
import dev.rapport.health.simulation.Simulation;
import dev.rapport.health.tally.Tally;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A simulation as one self-contained page: no network, no script, everything escaped. */
final class LabPage {

    private static final int LISTED = 250;
    private static final int SHIFTS = 4;
    private static final PageTemplate TEMPLATE = PageTemplate.of("simulation.mustache");

    private final Simulation simulation;
    private final Optional<Challenge> challenge;
    private final List<String> remarks;
    private final Book book;

    LabPage(Simulation simulation, Optional<Challenge> challenge, List<String> remarks, Book book) {
        this.simulation = simulation;
        this.challenge = challenge;
        this.remarks = remarks;
        this.book = book;
    }

    void write(Writer target) throws IOException {
        TEMPLATE.write(model(), target);
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("date", simulation.date().toString());
        model.put("current", simulation.current().toString());
        model.put("proposed", simulation.proposed().toString());
        model.put("verdict", verdict());
        model.put("cards", cards());
        model.put("columns", columns().stream().map(LabPage::words).toList());
        model.put("matrix", matrix());
        model.put("badBands", String.join(", ", simulation.badBands()));
        model.put("raised", customers(simulation.raised()));
        model.put("raisedRest", rest(simulation.raised()));
        model.put("cleared", customers(simulation.cleared()));
        model.put("clearedRest", rest(simulation.cleared()));
        model.put("movers", customers(simulation.movers()));
        List<Map<String, Object>> groups = new ArrayList<>();
        simulation.groups().forEach((attribute, lines) -> groups.add(group(attribute, lines)));
        model.put("groups", groups);
        challenge.ifPresent(history -> model.put("challenge", history(history)));
        model.put("remarks", remarks);
        model.put(
                "footer",
                "As of the end of " + simulation.date() + " in " + simulation.zone() + ", as known before "
                        + simulation.asOf().knownAt() + ". Both scorecards decide on the same data; nothing was"
                        + " published and nothing is remembered.");
        return model;
    }

    private String verdict() {
        Movement movement = simulation.movement();
        return "Of " + tally(movement.all()) + ", " + tally(movement.raised()) + " would come into "
                + String.join(" or ", simulation.badBands()) + " and " + tally(movement.cleared())
                + " would leave it.";
    }

    private List<Map<String, Object>> cards() {
        Movement movement = simulation.movement();
        List<Map<String, Object>> cards = new ArrayList<>();
        cards.add(card("alerts", "alerts raised", movement.raised()));
        cards.add(card("alerts", "alerts cleared", movement.cleared()));
        cards.add(card("bands", "into a worse band", movement.worse()));
        cards.add(card("bands", "into a better band", movement.better()));
        cards.add(Map.of("section", "movers", "label", "mean score", "value", means(movement.scores(), false)));
        cards.add(Map.of(
                "section", "bands", "label", "mean completeness", "value", means(movement.completeness(), true)));
        return cards;
    }

    private static Map<String, Object> card(String section, String label, Tally tally) {
        return Map.of(
                "section",
                section,
                "label",
                label + tally.arr().map(arr -> ", " + PageText.money(arr)).orElse(""),
                "value",
                PageText.count(tally.customers()));
    }

    private static String means(Means means, boolean isShare) {
        return mean(means.before(), isShare) + " → " + mean(means.after(), isShare);
    }

    private static String mean(OptionalDouble mean, boolean isShare) {
        if (mean.isEmpty()) {
            return "unknown";
        }
        return isShare ? PageText.percent(mean.getAsDouble()) : PageText.number(mean.getAsDouble());
    }

    private static String tally(Tally tally) {
        return PageText.count(tally.customers())
                + (tally.customers() == 1 ? " customer" : " customers")
                + tally.arr().map(arr -> " (" + PageText.money(arr) + ")").orElse("");
    }

    // ---------------------------------------------------------------- bands

    private List<String> columns() {
        return simulation.matrix().values().stream()
                .findFirst()
                .map(line -> List.copyOf(line.keySet()))
                .orElse(List.of());
    }

    private List<Map<String, Object>> matrix() {
        List<String> order = new ArrayList<>(columns());
        List<Map<String, Object>> rows = new ArrayList<>();
        simulation.matrix().forEach((from, line) -> {
            List<Map<String, Object>> cells = new ArrayList<>();
            line.forEach((to, tally) -> cells.add(cell(direction(order, from, to), tally)));
            rows.add(Map.of("from", words(from), "cells", cells));
        });
        return rows;
    }

    /** Which way a move goes where both scorecards have the band; the last is that of unknown health. */
    private static String direction(List<String> order, String from, String to) {
        int last = order.size() - 1;
        int one = order.indexOf(from);
        int other = order.indexOf(to);
        if (one < 0 || one == other || one == last || other == last) {
            return one == other ? "same" : "other";
        }
        return other > one ? "better" : "worse";
    }

    private static Map<String, Object> cell(String direction, Tally tally) {
        if (tally.customers() == 0) {
            return Map.of("style", "none", "customers", "–");
        }
        String mark = direction.equals("better") ? "▲ " : direction.equals("worse") ? "▼ " : "";
        return Map.of(
                "style",
                direction,
                "customers",
                mark + PageText.count(tally.customers()),
                "arr",
                tally.arr().map(PageText::money).orElse(""));
    }

    private static String words(String band) {
        return band.equals("UNKNOWN") ? "unknown" : band;
    }

    // ---------------------------------------------------------------- customers

    private List<Map<String, Object>> customers(List<SimulatedCustomer> customers) {
        return customers.stream().limit(LISTED).map(this::customer).toList();
    }

    private static String rest(List<SimulatedCustomer> customers) {
        int more = customers.size() - LISTED;
        return more > 0 ? PageText.count(more) + " more are in simulation.json." : "";
    }

    private Map<String, Object> customer(SimulatedCustomer customer) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", name(customer.customerId()));
        row.put("arr", customer.arr().map(PageText::money).orElse(""));
        row.put("fromBand", words(customer.before().band()));
        row.put("toBand", words(customer.after().band()));
        row.put("from", score(customer.before().score()));
        row.put("to", score(customer.after().score()));
        row.put(
                "points",
                customer.points().isPresent()
                        ? PageText.signed(customer.points().getAsDouble())
                        : "");
        row.put(
                "why",
                customer.shifts().stream().limit(SHIFTS).map(LabPage::shift).toList());
        return row;
    }

    private String name(String customerId) {
        return book.find(customerId)
                .flatMap(view -> view.find(CustomerAttributes.NAME))
                .map(name -> name + " (" + customerId + ")")
                .orElse(customerId);
    }

    private static String score(OptionalDouble score) {
        return score.isPresent() ? PageText.number(score.getAsDouble()) : "unknown";
    }

    private static String shift(MeasureShift shift) {
        String counts = weighing(shift.before(), "not counted") + " → " + weighing(shift.after(), "not counted");
        return shift.code().equals(MeasureShift.REST)
                ? "caps and missing measures " + PageText.signed(shift.points())
                : shift.code() + " " + PageText.signed(shift.points()) + " (" + counts + ")";
    }

    private static String weighing(Optional<MeasureShift.Weighing> weighing, String none) {
        return weighing.map(one -> PageText.number(one.points()) + " at " + PageText.percent(one.share()))
                .orElse(none);
    }

    // ---------------------------------------------------------------- groups

    private static Map<String, Object> group(String attribute, List<Group> groups) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Group group : groups) {
            Movement movement = group.movement();
            Map<String, Object> row = new HashMap<>();
            row.put("value", group.value().orElse("without"));
            row.put("customers", PageText.count(movement.all().customers()));
            row.put("arr", movement.all().arr().map(PageText::money).orElse(""));
            row.put("better", PageText.count(movement.better().customers()));
            row.put("worse", PageText.count(movement.worse().customers()));
            row.put("raised", PageText.count(movement.raised().customers()));
            row.put("raisedArr", movement.raised().arr().map(PageText::money).orElse(""));
            row.put("cleared", PageText.count(movement.cleared().customers()));
            row.put("scores", means(movement.scores(), false));
            row.put("completeness", means(movement.completeness(), true));
            rows.add(row);
        }
        return Map.of("attribute", attribute, "rows", rows);
    }

    // ---------------------------------------------------------------- history

    private Map<String, Object> history(Challenge history) {
        Map<String, Object> model = new HashMap<>();
        model.put("current", simulation.current().toString());
        model.put("proposed", simulation.proposed().toString());
        model.put("dates", history.dates().size());
        model.put("first", history.dates().get(0).date(simulation.zone()).toString());
        model.put("rows", comparison(history));
        List<Map<String, Object>> losses = new ArrayList<>();
        for (ForeseenLoss loss : history.losses()) {
            losses.add(Map.of(
                    "name", name(loss.loss().customerId()),
                    "on",
                            loss.loss()
                                    .at()
                                    .atZone(simulation.zone())
                                    .toLocalDate()
                                    .toString(),
                    "arr", loss.arr().map(PageText::money).orElse(""),
                    "champion", lead(loss.championLeadDays()),
                    "challenger", lead(loss.challengerLeadDays())));
        }
        model.put("losses", losses);
        model.put("hasLosses", !losses.isEmpty());
        return model;
    }

    private static String lead(OptionalDouble days) {
        return days.isPresent() ? PageText.number(days.getAsDouble()) + " days before" : "no warning";
    }

    private static List<Map<String, Object>> comparison(Challenge history) {
        Contender champion = history.champion();
        Contender challenger = history.challenger();
        Map<ForeseenLoss.First, Tally> first = history.first();
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(line("Losses warned of", tally(champion.warned()), tally(challenger.warned())));
        rows.add(line("Losses missed", tally(champion.missed()), tally(challenger.missed())));
        rows.add(line(
                "Losses warned of first",
                first(first, ForeseenLoss.First.CHAMPION),
                first(first, ForeseenLoss.First.CHALLENGER)));
        rows.add(line(
                "Median lead",
                lead(champion.medianLeadDays()).replace(" before", ""),
                lead(challenger.medianLeadDays()).replace(" before", "")));
        rows.add(line("Warned of, and not lost", tally(champion.warnedInVain()), tally(challenger.warnedInVain())));
        rows.add(line(
                "Changes of band", PageText.count(champion.bandChanges()), PageText.count(challenger.bandChanges())));
        rows.add(line(
                "Flaps",
                PageText.count(champion.flaps()) + ", " + tally(champion.flapping()),
                PageText.count(challenger.flaps()) + ", " + tally(challenger.flapping())));
        return rows;
    }

    private static String first(Map<ForeseenLoss.First, Tally> first, ForeseenLoss.First who) {
        Tally tally = first.get(who);
        return tally == null ? "0" : tally(tally);
    }

    private static Map<String, Object> line(String what, String champion, String challenger) {
        return Map.of("what", what, "champion", champion, "challenger", challenger);
    }
}
