package dev.rapport.engagement.page;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.residual.ResidualValues;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.Evidence;
import dev.rapport.model.decision.Explanation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The at-risk list, each line with its reasons in plain words. */
final class RiskModel {

    private static final int RISKS = 12;
    private static final int REASONS = 3;
    private static final double BEST = 100;

    private final Plan plan;
    private final AtRiskList list;
    private final CustomerLinks customers;
    private final ReasonWords words = new ReasonWords(Sensitivity.INTERNAL);

    RiskModel(Plan plan, AtRiskList list, CustomerLinks customers) {
        this.plan = plan;
        this.list = list;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        List<AtRisk> top = list.lines().subList(0, Math.min(RISKS, list.lines().size()));
        double most = top.isEmpty() ? 0 : top.get(0).exactLoss();
        Map<String, Object> model = new SaveModel(list, customers).fill();
        model.put("hasRows", !top.isEmpty());
        boolean byArr = top.stream().allMatch(line -> line.stake() == AtRisk.Stake.ARR);
        boolean byValue = top.stream().allMatch(line -> line.stake() == AtRisk.Stake.RESIDUAL_VALUE);
        model.put("stake", byArr ? "ARR" : byValue ? "Still to come" : "At stake");
        model.put("what", what(byArr, byValue));
        model.put("hasDays", !byValue);
        model.put("rows", top.stream().map(line -> row(line, most, !byValue)).toList());
        model.put("notes", notes(top.size()));
        return model;
    }

    private static String what(boolean byArr, boolean byValue) {
        String arr = "the probability that the customer is lost at the next decision, times what is decided then";
        String value = "the probability that the customer is lost, times what it would still bring";
        return byArr ? arr : byValue ? value : arr + "; without contract, times what the customer would still bring";
    }

    private Map<String, Object> row(AtRisk line, double most, boolean hasDays) {
        Map<String, Object> row = customers.row(line.customerId());
        row.put("risk", Text.percent(line.probability()));
        row.put("arr", Text.money(line.atStake()));
        row.put("loss", Text.money(line.expectedLoss()));
        double share = most > 0 ? line.exactLoss() / most : 0;
        row.put("length", String.format(Locale.ROOT, "%.0f", Math.max(0, share) * 100));
        row.put("hasDays", hasDays);
        row.put("days", SaveModel.daysLeft(line));
        row.put(
                "dates",
                line.decisionDate()
                        .map(date -> "to be begun by " + line.lastSafeDay().orElseThrow() + ", decided by " + date)
                        .orElse("no contract, so no date"));
        line.play().ifPresent(play -> row.put("play", SaveModel.play(line)));
        row.put("reasons", reasons(line));
        plan.family(line.customerId()).ifPresent(family -> row.put("family", family(family)));
        return row;
    }

    private Map<String, Object> family(FamilyRevenue family) {
        Map<String, Object> row = customers.row(family.top());
        row.put("arr", Text.money(family.arr()));
        row.put("customers", Text.count(family.customers().size(), "customer", "customers"));
        return row;
    }

    private List<String> notes(int shown) {
        List<String> notes = new ArrayList<>();
        add(notes, list.lines().size() - shown, "more on the list");
        add(notes, list.beyondCapacity().size(), "beyond the team's hours");
        add(notes, list.tooLate().size(), "too late to change");
        add(notes, list.lockedIn().size(), "locked in beyond the horizon");
        add(notes, list.unranked().size(), "cannot be ranked");
        List<String> sentences = new ArrayList<>();
        if (!notes.isEmpty()) {
            sentences.add(String.join(", ", notes) + ": see plan.json.");
        }
        plan.churnGate().ifPresent(gate -> sentences.add(String.join(" ", gate.words())));
        plan.residualValues().ifPresent(values -> sentences.add(value(values)));
        return sentences;
    }

    private static String value(ResidualValues values) {
        return "What is still to come follows from what "
                + Text.count(values.values().size(), "customer", "customers") + " bought ("
                + values.model().name()
                + ", gamma-gamma): the purchases of the next "
                + Text.count(values.policy().outlook().days(), "day", "days") + ", later ones discounted by "
                + Text.percent(values.policy().outlook().yearlyRate())
                + " a year. That somebody may have left already is taken off it.";
    }

    private static void add(List<String> notes, int number, String what) {
        if (number > 0) {
            notes.add(Text.grouped(number) + " " + what);
        }
    }

    /** The rules that speak for a loss, then what else pulls the health score down; no attribute twice. */
    private List<Map<String, Object>> reasons(AtRisk line) {
        Set<AttributeKey<?>> told = new HashSet<>(Set.of(HealthAttributes.BAND, HealthAttributes.SCORE));
        List<Map<String, Object>> reasons = new ArrayList<>();
        for (Explanation leaf : line.reasons().probability().find(RiskModel::isMetRule)) {
            if (told.add(key(leaf).orElseThrow())) {
                reasons.add(reason(words.rule(leaf), words.origin(leaf).orElse("")));
            }
        }
        Optional<CustomerLine> customer = customers.find(line.customerId());
        if (customer.isPresent()) {
            for (Explanation.Contribution one :
                    customer.get().health().reasons().contributions(BEST)) {
                if (one.points() < -1 && key(one.leaf()).map(told::add).orElse(true)) {
                    reasons.add(reason(
                            words.leaf(one.leaf()),
                            words.isWithheld(one.leaf())
                                    ? ""
                                    : "takes " + Text.number(-one.points()) + " points off the health score"));
                }
            }
        }
        return reasons.subList(0, Math.min(REASONS, reasons.size()));
    }

    private static boolean isMetRule(Explanation leaf) {
        return leaf.evidence().isPresent() && leaf.value().orElse(0) > 0;
    }

    private static Optional<AttributeKey<?>> key(Explanation leaf) {
        return leaf.evidence().map(Evidence::key);
    }

    private static Map<String, Object> reason(String text, String title) {
        return Map.of("text", text, "title", title);
    }
}
