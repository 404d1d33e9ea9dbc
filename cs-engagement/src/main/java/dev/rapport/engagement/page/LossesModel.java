package dev.rapport.engagement.page;

import dev.rapport.health.loss.AttributedLoss;
import dev.rapport.health.loss.CauseLine;
import dev.rapport.health.loss.Contradiction;
import dev.rapport.health.loss.LossCause;
import dev.rapport.health.loss.LossKind;
import dev.rapport.health.loss.LossReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Why revenue was lost: by cause and department, as it was said and as the signs have it, and what contradicts itself. */
final class LossesModel {

    private static final int LOSSES = 10;
    private static final int CONTRADICTIONS = 10;
    private static final int OTHER_CAUSES = 2;

    private final LossReport report;
    private final CustomerLinks customers;

    LossesModel(LossReport report, CustomerLinks customers) {
        this.report = report;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        List<AttributedLoss> losses = report.losses();
        List<Contradiction> contradictions = report.contradictions();
        model.put("summary", summary());
        model.put("hasCauses", !losses.isEmpty());
        model.put("causes", report.causes().stream().map(this::cause).toList());
        model.put("total", Text.money(report.total()));
        model.put("losses", losses.stream().limit(LOSSES).map(this::loss).toList());
        model.put("lossesNote", PlanModel.rest(losses.size() - LOSSES, "smaller losses"));
        model.put("hasContradictions", !contradictions.isEmpty());
        model.put(
                "contradictions",
                contradictions.stream()
                        .limit(CONTRADICTIONS)
                        .map(this::contradiction)
                        .toList());
        model.put("contradictionsNote", PlanModel.rest(contradictions.size() - CONTRADICTIONS, "more contradictions"));
        return model;
    }

    private String summary() {
        if (report.losses().isEmpty()) {
            return "From " + report.from() + " to " + report.to() + " nothing was lost.";
        }
        Money involuntary = report.byKind()
                .getOrDefault(LossKind.INVOLUNTARY, Money.zero(report.total().getCurrencyUnit()));
        return "From " + report.from() + " to " + report.to() + " " + Text.money(report.total())
                + " was lost, churn and contraction. " + Text.money(report.avoidable())
                + " of it went for causes that were in our hands; " + Text.money(involuntary)
                + " was involuntary. By department: "
                + report.byDepartment().entrySet().stream()
                        .sorted(Map.Entry.<String, Money>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(entry -> Text.words(entry.getKey()) + " " + Text.money(entry.getValue()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private Map<String, Object> cause(CauseLine line) {
        Map<String, Object> row = new HashMap<>();
        Optional<LossCause> cause = line.cause();
        row.put("name", cause.map(LossCause::code).map(Text::words).orElse("unexplained, or nothing was said"));
        row.put("department", cause.map(LossCause::department).map(Text::words).orElse(""));
        row.put("kind", cause.map(LossCause::kind).map(Text::words).orElse(""));
        row.put("avoidable", cause.map(one -> one.avoidable() ? "yes" : "no").orElse(""));
        row.put("losses", Text.grouped(line.losses()));
        row.put("amount", Text.money(line.amount()));
        row.put("statedLosses", Text.grouped(line.statedLosses()));
        row.put("statedAmount", Text.money(line.statedAmount()));
        return row;
    }

    private Map<String, Object> loss(AttributedLoss loss) {
        Map<String, Object> row = customers.row(loss.loss().customerId());
        row.put("on", loss.loss().on().toString());
        row.put("what", loss.loss().isChurn() ? "churn" : "contraction");
        row.put("amount", Text.money(loss.loss().amount()));
        row.put("stated", loss.stated().map(Text::words).orElse(""));
        row.put("cause", loss.cause().map(LossCause::code).map(Text::words).orElse("unexplained"));
        row.put("others", others(loss));
        return row;
    }

    private static String others(AttributedLoss loss) {
        List<String> others = new ArrayList<>();
        loss.ranked().stream()
                .filter(ranked -> !loss.cause().equals(Optional.of(ranked.cause())))
                .limit(OTHER_CAUSES)
                .forEach(ranked -> others.add(Text.words(ranked.cause().code())));
        return String.join(", ", others);
    }

    private Map<String, Object> contradiction(Contradiction contradiction) {
        Map<String, Object> row = customers.row(contradiction.customerId());
        row.put("kind", Text.words(contradiction.kind()));
        row.put("text", contradiction.text());
        return row;
    }
}
