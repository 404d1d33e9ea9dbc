package dev.rapport.engagement.page;

import dev.rapport.engagement.lifecycle.Conversion;
import dev.rapport.engagement.lifecycle.Delivery;
import dev.rapport.engagement.lifecycle.Group.By;
import dev.rapport.engagement.lifecycle.HandOff;
import dev.rapport.engagement.lifecycle.LifeCycleFlow;
import dev.rapport.engagement.lifecycle.LifeCycleReport;
import dev.rapport.engagement.lifecycle.RoadmapReport;
import dev.rapport.engagement.lifecycle.Spread;
import dev.rapport.engagement.lifecycle.ValueOverPrice;
import dev.rapport.engagement.lifecycle.VersionOutcome;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.PlanLifeCycle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where customers stand in the life cycle, who is stuck, and how they move through it. */
final class LifeCycleModel {

    private static final int STUCK = 8;
    private static final int HAND_OFFS = 8;
    private static final double LEAST_CHANCE = 0.001;

    private final LifeCycleReport report;
    private final LifeCycleFlow flow;
    private final Optional<RoadmapReport> roadmap;
    private final List<String> withoutPart;
    private final CustomerLinks customers;
    private final Map<String, Object> model = new HashMap<>();

    LifeCycleModel(PlanLifeCycle cycle, CustomerLinks customers) {
        this.report = cycle.report();
        this.flow = cycle.flow();
        this.roadmap = cycle.roadmap();
        this.withoutPart = cycle.departmentsWithoutPart();
        this.customers = customers;
    }

    Map<String, Object> fill() {
        List<Group> stages = report.countByStage().entrySet().stream()
                .map(stage -> new Group(
                        Text.words(stage.getKey()), List.of(stage.getValue().doubleValue())))
                .toList();
        model.put(
                "chart",
                new Chart("Customers by stage", List.of(new Series("customers", "accent")), Text::grouped)
                        .bars(stages));
        stuck();
        gaps();
        model.put("since", flow.since().toString());
        rows(
                "conversions",
                flow.conversions().stream().map(LifeCycleModel::conversion).toList());
        rows("spreads", flow.timeToValue().stream().map(LifeCycleModel::spread).toList());
        rows("versions", flow.versions().stream().map(LifeCycleModel::version).toList());
        rows(
                "promises",
                flow.deliveries().stream()
                        .filter(one -> one.group().by() != By.STAGE)
                        .map(LifeCycleModel::promise)
                        .toList());
        handOffs();
        roadmap();
        model.put("notes", notes());
        return model;
    }

    private void rows(String name, List<?> rows) {
        model.put(name, rows);
        model.put("has" + Character.toUpperCase(name.charAt(0)) + name.substring(1), !rows.isEmpty());
    }

    private void stuck() {
        rows(
                "stuck",
                report.stuck().stream()
                        .limit(STUCK)
                        .map(current -> {
                            Map<String, Object> row = customers.row(current.customerId());
                            row.put("days", Text.count(current.days(), "day", "days"));
                            row.put("stage", Text.words(current.stage().id()));
                            return row;
                        })
                        .toList());
        model.put("stuckNote", PlanModel.rest(report.stuck().size() - STUCK, "more are stuck"));
    }

    private void gaps() {
        rows(
                "gaps",
                flow.ownershipGaps().stream()
                        .limit(STUCK)
                        .map(gap -> {
                            Map<String, Object> row = customers.row(gap.customerId());
                            row.put("text", gap.text());
                            return row;
                        })
                        .toList());
        model.put("gapsNote", PlanModel.rest(flow.ownershipGaps().size() - STUCK, "more"));
    }

    private static Map<String, Object> conversion(Conversion one) {
        return Map.of(
                "stage", Text.words(one.stage()),
                "entered", Text.grouped(one.entered()),
                "movedOn", Text.grouped(one.movedOn()),
                "wentBack", Text.grouped(one.wentBack()),
                "left", Text.grouped(one.left()),
                "still", Text.grouped(one.still()),
                "share", percent(one.share()),
                "arr", Text.money(one.movedOnArr()));
    }

    private static Map<String, Object> spread(Spread one) {
        return Map.of(
                "name", name(one.group()),
                "began", Text.grouped(one.began()),
                "reached", Text.grouped(one.reached()),
                "quarter", days(one.quarter()),
                "median", days(one.median()),
                "threeQuarters", days(one.threeQuarters()));
    }

    private static Map<String, Object> version(VersionOutcome one) {
        return Map.of(
                "name", one.revision() + ", from " + one.since(),
                "began", Text.grouped(one.began()),
                "left", Text.grouped(one.left()),
                "median", one.timeToValue().map(spread -> days(spread.median())).orElse(""),
                "p", one.p().isPresent() ? chance(one.p().getAsDouble()) : "");
    }

    private static String chance(double p) {
        return p < LEAST_CHANCE ? "less than " + Text.percentExactly(LEAST_CHANCE) : Text.percentExactly(p);
    }

    private static Map<String, Object> promise(Delivery one) {
        return Map.of(
                "name", name(one.group()),
                "stays", Text.grouped(one.stays()),
                "kept", Text.grouped(one.kept()),
                "delivered", Text.grouped(one.delivered()) + " of " + Text.grouped(one.promised()),
                "share", Text.percent(one.meanShare()),
                "deviation", percent(one.deviation()));
    }

    private static String name(dev.rapport.engagement.lifecycle.Group group) {
        return switch (group.by()) {
            case ALL -> "everybody";
            case MODEL -> "model " + Text.words(group.name());
            case STAGE -> "stage " + Text.words(group.name());
            case OWNER -> group.name();
        };
    }

    private void handOffs() {
        List<HandOff> broken = flow.brokenHandOffs();
        rows("handOffs", broken.stream().limit(HAND_OFFS).map(this::handOff).toList());
        model.put(
                "handOffsNote",
                Text.grouped(broken.size()) + " of "
                        + Text.count(flow.handOffs().size(), "hand-off", "hand-offs")
                        + " since " + flow.since() + " broke."
                        + (broken.size() > HAND_OFFS ? " " + PlanModel.rest(broken.size() - HAND_OFFS, "more") : ""));
    }

    private Map<String, Object> handOff(HandOff one) {
        Map<String, Object> row = customers.row(one.customerId());
        row.put(
                "way",
                Text.words(one.left().id()) + " to " + Text.words(one.entered().id()));
        row.put("on", one.on().toString());
        row.put("broken", String.join("; ", one.broken()));
        row.put("complete", percent(one.completeness()));
        return row;
    }

    private void roadmap() {
        List<ValueOverPrice> rows = new ArrayList<>();
        roadmap.ifPresent(report -> {
            rows.addAll(report.segments());
            rows.add(report.overall());
        });
        rows("roadmap", rows.stream().map(LifeCycleModel::value).toList());
        rows(
                "years",
                roadmap.map(RoadmapReport::longTerm).orElse(List.of()).stream()
                        .map(LifeCycleModel::year)
                        .toList());
    }

    private static Map<String, Object> year(ValueOverPrice one) {
        return Map.of(
                "day", one.of(),
                "customers", Text.grouped(one.customers()),
                "value", Text.money(one.confirmedValue()),
                "price", Text.money(one.price()),
                "ratio", one.ratio().isPresent() ? Text.number(one.ratio().getAsDouble()) : "");
    }

    private static Map<String, Object> value(ValueOverPrice one) {
        return Map.of(
                "name", Text.words(one.of()),
                "customers", Text.grouped(one.customers()),
                "outcomes", Text.grouped(one.outcomes()),
                "notSet", Text.grouped(one.notSet()),
                "behind", Text.grouped(one.behind()),
                "confirmed", Text.grouped(one.confirmed()),
                "value", Text.money(one.confirmedValue()),
                "claimed", Text.money(one.claimedValue()),
                "price", Text.money(one.price()),
                "ratio", one.ratio().isPresent() ? Text.number(one.ratio().getAsDouble()) : "");
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!withoutPart.isEmpty()) {
            notes.add("No part in any stage: "
                    + String.join(", ", withoutPart.stream().map(Text::words).toList()) + ".");
        }
        return notes;
    }

    private static String days(OptionalDouble days) {
        return days.isPresent() ? Text.grouped(Math.rint(days.getAsDouble())) : "not yet";
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? Text.percent(share.getAsDouble()) : "";
    }
}
