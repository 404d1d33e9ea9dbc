package dev.rapport.engagement.page;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.engagement.plan.Section;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.health.band.Band;
import dev.rapport.health.risk.AtRisk;
import dev.rapport.health.risk.AtRiskList;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.Explanation;
import dev.rapport.segmentation.segment.Segment;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What the plan's page shows, as the texts and charts that its template names. */
final class PlanModel {

    private static final int RISKS = 12;
    private static final int DECISIONS = 40;
    private static final int REASONS = 3;

    private final Plan plan;
    private final UnaryOperator<String> link;
    private final Map<String, CustomerLine> customers = new HashMap<>();
    private final Map<String, Object> model = new HashMap<>();

    PlanModel(Plan plan, UnaryOperator<String> link) {
        this.plan = plan;
        this.link = link;
        plan.customers().forEach(line -> customers.put(line.customerId(), line));
    }

    Map<String, Object> fill() {
        model.put("style", Templates.STYLE);
        model.put("date", plan.date().toString());
        model.put("horizon", plan.horizonDays());
        headline();
        segments();
        health();
        atRisk();
        decisions();
        new TeamModel(plan, this).fill(model);
        if (plan.changes().isPresent()) {
            model.put("changes", new ChangesModel(plan.changes().get(), this).fill());
        }
        trust();
        sections();
        model.put("footer", "As of the end of " + plan.date() + " in " + plan.zone() + ", as known before "
                + plan.asOf().knownAt() + ". Policies: "
                + plan.policies().values().stream().map(Object::toString).collect(Collectors.joining(", "))
                + ". Amounts in " + plan.currency() + ".");
        return model;
    }

    Map<String, Object> customer(String customerId) {
        CustomerLine line = customers.get(customerId);
        Map<String, Object> row = new HashMap<>();
        row.put("href", link.apply(customerId));
        row.put("name", line == null ? customerId : line.name().orElse(customerId));
        row.put("customer", row.get("name"));
        row.put("band", line == null ? "" : CustomerPage.style(line.health().band()));
        row.put("owners", line == null ? "" : String.join(", ", line.owners()));
        return row;
    }

    private void headline() {
        List<Map<String, Object>> cards = new ArrayList<>();
        cards.add(card(Text.money(plan.arr()), "ARR of " + plan.customers().size() + " customers"));
        plan.atRisk().value().ifPresent(list -> cards.add(card(
                Text.money(list.expectedLoss(list.lines())),
                "expected loss, " + list.lines().size() + " decide in " + plan.horizonDays() + " days")));
        plan.decisions().value().ifPresent(decisions -> cards.add(card(
                Text.money(arr(decisions.ahead())),
                "to be decided in " + plan.horizonDays() + " days, " + decisions.ahead().size() + " contracts")));
        plan.economics().value().flatMap(economics -> economics.margin()).ifPresent(
                margin -> cards.add(card(Text.money(margin), "margin after success cost, a year")));
        long unknown = plan.customers().stream().filter(line -> !line.health().isKnown()).count();
        cards.add(card(String.valueOf(unknown), "customers whose health is not known"));
        model.put("cards", cards);
        model.put("verdict", verdict());
    }

    private static Map<String, Object> card(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private String verdict() {
        StringBuilder verdict = new StringBuilder();
        verdict.append(plan.customers().size()).append(" customers pay ").append(Text.money(plan.arr())).append(" a year. ");
        plan.decisions().value().ifPresent(decisions -> verdict.append(Text.money(arr(decisions.ahead())))
                .append(" of it is decided within ").append(plan.horizonDays()).append(" days. "));
        plan.atRisk().value().ifPresent(list -> verdict.append(Text.money(list.expectedLoss(list.lines())))
                .append(" of that is expected to be lost if nothing is done. "));
        String unprofitable = plan.segments().stream()
                .filter(line -> line.economics().filter(row -> style(row).equals("does-not-pay")).isPresent())
                .map(line -> line.segment().map(Segment::name).orElse("(none)"))
                .collect(Collectors.joining(", "));
        if (!unprofitable.isEmpty()) {
            verdict.append("The engagement model does not pay for: ").append(unprofitable).append('.');
        }
        return verdict.toString();
    }

    private void segments() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SegmentLine line : plan.segments()) {
            Map<String, Object> row = new HashMap<>();
            row.put("name", line.segment().map(Segment::name).orElse("In no segment"));
            row.put("customers", line.customers().size());
            row.put("arr", Text.money(line.arr()));
            row.put("loss", line.expectedLoss().map(Text::money).orElse(""));
            row.put("completeness", Text.percent(line.completeness()));
            line.economics().ifPresent(economics -> economics(economics, row));
            rows.add(row);
        }
        Map<String, Object> total = new HashMap<>();
        total.put("name", "All");
        total.put("customers", plan.customers().size());
        total.put("arr", Text.money(plan.arr()));
        for (String none : List.of("completeness", "model", "hours", "cost", "costShare", "margin")) {
            total.put(none, "");
        }
        total.put("loss", plan.atRisk().read(list -> Text.money(list.expectedLoss(list.lines())), ""));
        plan.economics().value().ifPresent(economics -> {
            total.put("hours", Text.grouped(economics.hoursPerYear().doubleValue()));
            economics.costToServe().ifPresent(cost -> total.put("cost", Text.money(cost)));
            economics.margin().ifPresent(margin -> total.put("margin", Text.money(margin)));
        });
        rows.add(total);
        model.put("segments", rows);
        List<String> notes = new ArrayList<>();
        plan.segmentation().overlaps().forEach(overlap -> notes.add(overlap.customers()
                + " customers meet the conditions of both " + overlap.first().name() + " and " + overlap.second().name()
                + "; the first has priority."));
        if (!plan.segmentation().isExhaustive()) {
            notes.add(plan.segmentation().gaps().size() + " customers are in no segment, "
                    + plan.segmentation().undecided().size() + " lack the data to say.");
        }
        plan.furtherSegmentations().forEach((id, segmentation) -> notes.add("By " + id + ": "
                + segmentation.sizes().entrySet().stream()
                        .map(size -> size.getKey().name() + " " + size.getValue())
                        .collect(Collectors.joining(", "))
                + "."));
        model.put("segmentNotes", notes);
        missing("economicsMissing", plan.economics());
    }

    private static void economics(SegmentEconomics economics, Map<String, Object> row) {
        row.put("model", economics.model());
        row.put("hours", Text.grouped(economics.hoursPerYear().doubleValue()));
        economics.costToServe().ifPresent(cost -> row.put("cost", Text.money(cost)));
        economics.costShare().ifPresent(share -> row.put("costShare", Text.percentExactly(share)));
        economics.margin().ifPresent(margin -> row.put("margin", Text.money(margin)));
        row.put("pays", Map.of(
                "word", style(economics).replace('-', ' '),
                "style", style(economics),
                "reason", economics.verdictReason()));
    }

    private static String style(SegmentEconomics economics) {
        return economics.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void health() {
        List<Series> series = new ArrayList<>();
        for (Band band : plan.bands().list()) {
            series.add(new Series(band.code(), CustomerPage.style(band.code())));
        }
        series.add(new Series("unknown", "unknown"));
        List<Group> groups = plan.segments().stream()
                .map(line -> new Group(
                        line.segment().map(Segment::name).orElse("In no segment"),
                        line.arrByBand().values().stream().map(PlanModel::size).toList()))
                .toList();
        model.put("healthChart", new Chart("ARR in each health band by segment", series, Text::compact).bars(groups));
    }

    private void atRisk() {
        missing("riskMissing", plan.atRisk());
        AtRiskList list = plan.atRisk().value().orElse(null);
        model.put("hasRisks", list != null && !list.lines().isEmpty());
        if (list == null) {
            return;
        }
        List<AtRisk> top = list.lines().subList(0, Math.min(RISKS, list.lines().size()));
        List<Group> groups = top.stream()
                .map(line -> new Group(
                        String.valueOf(customer(line.customerId()).get("name")), List.of(size(line.expectedLoss()))))
                .toList();
        model.put("riskChart", new Chart("Expected loss by customer", List.of(new Series("expected loss", "red")), Text::compact)
                .bars(groups));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AtRisk line : top) {
            Map<String, Object> row = customer(line.customerId());
            row.put("risk", Text.percent(line.probability()));
            row.put("arr", Text.money(line.arr()));
            row.put("loss", Text.money(line.expectedLoss()));
            row.put("days", line.daysToDecision());
            row.put("why", why(line.customerId()));
            rows.add(row);
        }
        model.put("risks", rows);
        model.put("riskNote", note(list.lines().size() - top.size(), "more on the list", list.tooLate().size(), "too late to change",
                list.lockedIn().size(), "locked in beyond the horizon", list.unranked().size(), "cannot be ranked"));
    }

    private String why(String customerId) {
        CustomerLine line = customers.get(customerId);
        return line == null
                ? ""
                : line.health().reasons().contributions(100).stream()
                        .filter(contribution -> contribution.points() < -1)
                        .limit(REASONS)
                        .map(contribution -> reason(contribution.leaf()))
                        .collect(Collectors.joining("; "));
    }

    /** A leaf in few words: the measure's name and what it rests on. */
    private static String reason(Explanation leaf) {
        return leaf.code().replace('-', ' ')
                + leaf.evidence()
                        .filter(evidence -> evidence.key().sensitivity() != Sensitivity.PERSONAL)
                        .map(evidence -> " " + (evidence.value() instanceof Double number
                                ? Text.number(number)
                                : evidence.value().toString())
                                + evidence.key().unit().map(unit -> " " + unit).orElse(""))
                        .orElse("");
    }

    private static String note(Object... numbersAndWords) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < numbersAndWords.length; i += 2) {
            if ((Integer) numbersAndWords[i] > 0) {
                parts.add(numbersAndWords[i] + " " + numbersAndWords[i + 1]);
            }
        }
        return parts.isEmpty() ? "" : String.join(", ", parts) + ": see plan.json.";
    }

    private void decisions() {
        missing("decisionsMissing", plan.decisions());
        DecisionsAhead decisions = plan.decisions().value().orElse(null);
        model.put("hasDecisions", decisions != null && !decisions.ahead().isEmpty());
        if (decisions == null) {
            model.put("decisionChart", "");
            return;
        }
        model.put("missed", decisions.missed().stream().map(this::decision).toList());
        model.put("decisions", decisions.ahead().stream().limit(DECISIONS).map(this::decision).toList());
        model.put("decisionsNote", note(Math.max(0, decisions.ahead().size() - DECISIONS), "further decisions",
                decisions.renewingSilently().size(), "contracts renew silently"));
        model.put("decisionChart", decisionChart(decisions));
    }

    private String decisionChart(DecisionsAhead decisions) {
        List<Series> series = new ArrayList<>();
        List<String> bands = new ArrayList<>();
        for (Band band : plan.bands().list()) {
            bands.add(band.code());
            series.add(new Series(band.code(), CustomerPage.style(band.code())));
        }
        bands.add(SegmentLine.UNKNOWN);
        series.add(new Series("unknown", "unknown"));
        Map<YearMonth, double[]> months = new TreeMap<>();
        for (DecisionAhead decision : decisions.ahead()) {
            CustomerLine line = customers.get(decision.customerId());
            int band = line == null ? -1 : bands.indexOf(line.health().band());
            double[] sums = months.computeIfAbsent(YearMonth.from(decision.date()), absent -> new double[bands.size()]);
            sums[band < 0 ? bands.size() - 1 : band] += decision.arr().map(PlanModel::size).orElse(0.0);
        }
        List<Group> groups = months.entrySet().stream()
                .map(month -> new Group(
                        month.getKey().toString(),
                        java.util.Arrays.stream(month.getValue()).boxed().toList()))
                .toList();
        return new Chart("ARR by month of decision and health band", series, Text::compact).columns(groups);
    }

    private Map<String, Object> decision(DecisionAhead decision) {
        Map<String, Object> row = customer(decision.customerId());
        row.put("date", decision.date().toString());
        row.put("days", decision.daysLeft());
        row.put("kind", decision.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        row.put("arr", decision.arr().map(Text::money).orElse(""));
        row.put("reason", decision.reason());
        return row;
    }

    private Money arr(List<DecisionAhead> decisions) {
        Money sum = Money.zero(plan.currency());
        for (DecisionAhead decision : decisions) {
            sum = decision.arr().isPresent() ? sum.plus(decision.arr().get()) : sum;
        }
        return sum;
    }

    private void trust() {
        List<String> trust = new ArrayList<>();
        plan.remarks().forEach(remark -> trust.add(remark.text()));
        long withoutArr = plan.customers().stream().filter(line -> line.arr().isEmpty()).count();
        long unknown = plan.customers().stream().filter(line -> !line.health().isKnown()).count();
        trust.add(unknown + " of " + plan.customers().size() + " customers have too little data for a health score.");
        if (withoutArr > 0) {
            trust.add(withoutArr + " customers have no recurring revenue that can be told.");
        }
        plan.failures().stream().limit(5).map(Remark::text).forEach(trust::add);
        if (plan.failures().size() > 5) {
            trust.add((plan.failures().size() - 5) + " further failures are in plan.json.");
        }
        model.put("trust", trust);
    }

    private void sections() {
        List<Map<String, Object>> sections = new ArrayList<>(List.of(
                section("segments", "Segments"), section("at-risk", "At risk"), section("decisions", "Decisions"),
                section("team", "Team"), section("escalations", "To escalate")));
        if (plan.lifeCycle().value().isPresent()) {
            sections.add(section("life-cycle", "Life cycle"));
        }
        if (plan.changes().isPresent()) {
            sections.add(section("changes", "Changes"));
        }
        sections.add(section("data", "Data"));
        model.put("sections", sections);
    }

    private static Map<String, Object> section(String id, String name) {
        return Map.of("id", id, "name", name);
    }

    void missing(String name, Section<?> section) {
        if (!section.missing().isEmpty()) {
            model.put(name, "nobody feeds " + String.join(", ", section.missing()));
        }
    }

    static double size(Money amount) {
        return amount.getAmount().doubleValue();
    }
}
