package dev.rapport.engagement.page;

import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.Verdict;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/** The segments: their numbers, what they cost and earn and how that comes about, and their customers. */
final class SegmentsModel {

    private static final int CUSTOMERS = 250;

    private final Plan plan;
    private final CustomerLinks customers;
    private final boolean hasArr;
    private final boolean hasFreshness;
    private final ReasonWords words = new ReasonWords(Sensitivity.INTERNAL);

    SegmentsModel(Plan plan, CustomerLinks customers) {
        this.plan = plan;
        this.customers = customers;
        this.hasArr = PlanModel.knowsArr(plan) || plan.customers().isEmpty();
        this.hasFreshness =
                plan.customers().stream().anyMatch(line -> line.health().freshness() < 1);
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> reasons = new ArrayList<>();
        for (SegmentLine line : plan.segments()) {
            int position = rows.size();
            rows.add(row(line, position));
            line.economics().ifPresent(economics -> reasons.add(reasons(name(line), economics, position)));
        }
        model.put("rows", rows);
        model.put("total", total());
        model.put("hasArr", hasArr);
        model.put("hasFreshness", hasFreshness);
        model.put("hasEconomics", plan.economics().value().isPresent());
        model.put("hasLoss", plan.atRisk().value().isPresent());
        model.put("hasReasons", !reasons.isEmpty());
        model.put("reasons", reasons);
        model.put("notes", notes());
        return model;
    }

    private static String name(SegmentLine line) {
        return line.segment().map(Segment::name).orElse("In no segment");
    }

    private Map<String, Object> row(SegmentLine line, int position) {
        Map<String, Object> row = new HashMap<>();
        row.put("position", position);
        row.put("name", name(line));
        row.put("hasCustomers", !line.customers().isEmpty());
        row.put("customers", Text.grouped(line.customers().size()));
        row.put("arr", hasArr ? Text.money(line.arr()) : "");
        line.expectedLoss().ifPresent(loss -> row.put("loss", Text.money(loss)));
        row.put("completeness", line.customers().isEmpty() ? "" : Text.percent(line.completeness()));
        row.put("hasFreshness", hasFreshness);
        row.put("freshness", line.customers().isEmpty() ? "" : Text.percent(line.freshness()));
        line.economics().ifPresent(economics -> row.put("economics", economics(economics, position)));
        row.put(
                "hasNoEconomics",
                plan.economics().value().isPresent() && line.economics().isEmpty());
        return row;
    }

    private static Map<String, Object> economics(SegmentEconomics economics, int position) {
        Map<String, Object> row = new HashMap<>();
        row.put("position", position);
        row.put("model", economics.model());
        row.put("hours", Text.grouped(economics.hoursPerYear().doubleValue()));
        row.put("cost", economics.costToServe().map(Text::money).orElse("unknown"));
        row.put("costShare", share(economics.costShare()));
        row.put("margin", economics.margin().map(Text::money).orElse("unknown"));
        row.put("verdict", Text.words(economics.verdict()));
        row.put("verdictStyle", style(economics.verdict()));
        row.put("reason", economics.verdictReason());
        return row;
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case PAYS -> "green";
            case DOES_NOT_PAY -> "red";
            case CANNOT_TELL -> "unknown";
        };
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? Text.percentExactly(share.getAsDouble()) : "";
    }

    private Map<String, Object> total() {
        Map<String, Object> total = new HashMap<>();
        total.put("customers", Text.grouped(plan.customers().size()));
        total.put("hasFreshness", hasFreshness);
        total.put("arr", hasArr ? Text.money(plan.arr()) : "");
        plan.atRisk().value().ifPresent(list -> total.put("loss", Text.money(list.expectedLoss(list.changeable()))));
        plan.economics().value().ifPresent(economics -> total.put("economics", total(economics)));
        return total;
    }

    private static Map<String, Object> total(Economics economics) {
        return Map.of(
                "hours", Text.grouped(economics.hoursPerYear().doubleValue()),
                "cost", economics.costToServe().map(Text::money).orElse("unknown"),
                "costShare", costShare(economics),
                "margin", economics.margin().map(Text::money).orElse("unknown"));
    }

    private static String costShare(Economics economics) {
        double arr = economics.arr().map(PlanModel::size).orElse(0.0);
        return economics.costToServe().isEmpty() || !(arr > 0)
                ? ""
                : Text.percentExactly(PlanModel.size(economics.costToServe().get()) / arr);
    }

    private Map<String, Object> reasons(String name, SegmentEconomics economics, int position) {
        List<String> notes = new ArrayList<>(economics.notes());
        notes.add(0, economics.verdictReason());
        return Map.of(
                "position", position,
                "name", name,
                "model", economics.model(),
                "notes", notes,
                "tree", words.tree(economics.hoursReasons()) + words.tree(economics.marginReasons()));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        plan.segmentation()
                .overlaps()
                .forEach(overlap -> notes.add(Text.count(overlap.customers(), "customer meets", "customers meet")
                        + " the conditions of both " + overlap.first().name() + " and "
                        + overlap.second().name() + "; the first has priority."));
        if (!plan.segmentation().isExhaustive()) {
            notes.add(Text.count(plan.segmentation().gaps().size(), "customer is", "customers are") + " in no segment, "
                    + Text.count(plan.segmentation().undecided().size(), "lacks", "lack") + " the data to say.");
        }
        notes.add(
                plan.quality().verdict() + " By outcome and in further segmentations: Are the segments worth having?");
        if (!plan.membership().held().isEmpty()) {
            notes.add(Text.count(plan.membership().held().size(), "customer is", "customers are")
                    + " still in a segment that they would not enter now.");
        }
        return notes;
    }

    /** The revenue of each segment by health band, or its customers where no revenue is known; nothing without any. */
    Optional<Map<String, Object>> health() {
        if (plan.customers().isEmpty()) {
            return Optional.empty();
        }
        BandStyles styles = customers.styles();
        List<Series> series = new ArrayList<>();
        styles.codes().forEach(code -> series.add(new Series(code, styles.of(code))));
        series.add(new Series("unknown", "unknown"));
        List<Group> groups = plan.segments().stream()
                .map(line -> new Group(name(line), byBand(line)))
                .toList();
        String what = hasArr ? "ARR, in " + plan.currency() + "," : "Customers";
        Chart chart =
                new Chart(what + " in each health band by segment", series, hasArr ? Text::compact : Text::grouped);
        return Optional.of(Map.of("what", hasArr ? "ARR" : "Customers", "chart", chart.bars(groups)));
    }

    private List<Double> byBand(SegmentLine line) {
        return hasArr
                ? line.arrByBand().values().stream().map(PlanModel::size).toList()
                : line.customersByBand().values().stream()
                        .map(Integer::doubleValue)
                        .toList();
    }

    /** The customers of each segment, those with the most revenue first. */
    Map<String, Object> lists() {
        List<Map<String, Object>> lists = new ArrayList<>();
        for (SegmentLine line : plan.segments()) {
            if (!line.customers().isEmpty()) {
                lists.add(Map.of(
                        "position", plan.segments().indexOf(line),
                        "name", name(line),
                        "count", Text.count(line.customers().size(), "customer", "customers"),
                        "arr", hasArr ? Text.money(line.arr()) : "",
                        "hasFreshness", hasFreshness,
                        "rows",
                                line.customers().stream()
                                        .sorted(Comparator.comparing(this::arr)
                                                .reversed()
                                                .thenComparing(CustomerLine::customerId))
                                        .limit(CUSTOMERS)
                                        .map(this::customer)
                                        .toList(),
                        "note", PlanModel.rest(line.customers().size() - CUSTOMERS, "further customers")));
            }
        }
        return lists.isEmpty() ? Map.of() : Map.of("lists", lists);
    }

    private Money arr(CustomerLine line) {
        return line.arr().orElse(Money.zero(plan.currency()));
    }

    private Map<String, Object> customer(CustomerLine line) {
        Map<String, Object> row = customers.row(line.customerId());
        row.put("arr", line.arr().map(Text::money).orElse("unknown"));
        row.put(
                "score",
                line.health().score().isPresent()
                        ? Text.grouped(line.health().score().getAsDouble())
                        : "");
        row.put("completeness", Text.percent(line.health().completeness()));
        row.put("hasFreshness", hasFreshness);
        row.put(
                "freshness",
                line.health().completeness() > 0 ? Text.percent(line.health().freshness()) : "");
        row.put(
                "risk",
                line.churnRisk().isPresent() ? Text.percent(line.churnRisk().getAsDouble()) : "");
        row.put("decision", line.nextDecision().map(Object::toString).orElse(""));
        return row;
    }
}
