package dev.rapport.engagement.page;

import dev.rapport.engagement.forecast.ForecastReview;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.PlanChanges;
import dev.rapport.engagement.plan.PlanChanges.Mover;
import dev.rapport.engagement.plan.PlanChanges.Reason;
import dev.rapport.health.change.HealthChange;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.ArrBridge.Kind;
import dev.rapport.health.retention.ArrChange;
import dev.rapport.health.retention.Transfer;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.family.Succession;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What changed since another date. */
final class ChangesModel {

    private static final int MOVERS = 8;
    private static final int MOVEMENTS = 8;
    private static final int TRANSFERS = 5;
    private static final int PARTS = 2;

    private final PlanChanges changes;
    private final Optional<ForecastReview> forecast;
    private final CustomerLinks customers;

    ChangesModel(PlanChanges changes, Optional<ForecastReview> forecast, CustomerLinks customers) {
        this.changes = changes;
        this.forecast = forecast;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        model.put("since", changes.bridge().from().toString());
        model.put("bridgeChart", bridge(changes.bridge()));
        List<Map<String, Object>> movements = changes.bridge().movements().stream()
                .limit(MOVEMENTS)
                .map(this::movement)
                .toList();
        model.put("hasMovements", !movements.isEmpty());
        model.put("movements", movements);
        List<Map<String, Object>> transfers = changes.bridge().transfers().stream()
                .limit(TRANSFERS)
                .map(this::transfer)
                .toList();
        model.put("hasTransfers", !transfers.isEmpty());
        model.put("transfers", transfers);
        model.put(
                "transfersNote",
                PlanModel.rest(changes.bridge().transfers().size() - transfers.size(), "more mergers and splits"));
        List<Map<String, Object>> movers =
                changes.movers().stream().limit(MOVERS).map(this::mover).toList();
        model.put("hasMovers", !movers.isEmpty());
        model.put("movers", movers);
        forecast.ifPresent(review -> model.put("forecast", new ForecastReviewModel(review).fill()));
        return model;
    }

    private static String bridge(ArrBridge bridge) {
        List<Series> series =
                List.of(new Series("ARR", "accent"), new Series("gained", "green"), new Series("lost", "red"));
        return new Chart("ARR from " + bridge.from() + " to " + bridge.to(), series, Text::compact)
                .waterfall(
                        group(bridge.from().toString(), bridge.opening()),
                        List.of(
                                group("exchange rates", bridge.currency()),
                                group("new", bridge.total(Kind.NEW)),
                                group("expansion", bridge.total(Kind.EXPANSION)),
                                group("returned", bridge.total(Kind.REACTIVATION)),
                                group(
                                        "contraction",
                                        bridge.total(Kind.CONTRACTION).negated()),
                                group("churn", bridge.total(Kind.CHURN).negated()),
                                group("pending", bridge.becamePending().negated())),
                        group(bridge.to().toString(), bridge.closing()));
    }

    private static Group group(String label, Money amount) {
        return new Group(label, List.of(PlanModel.size(amount)));
    }

    private Map<String, Object> movement(ArrChange movement) {
        Map<String, Object> row = customers.row(movement.unit().customerId());
        row.put("kind", Text.words(movement.kind().orElseThrow()));
        row.put("amount", Text.money(movement.amount()));
        return row;
    }

    /** The one who has it now, with the way to them; who had it before may have no page any more. */
    private Map<String, Object> transfer(Transfer transfer) {
        Map<String, Object> row = customers.row(transfer.to());
        row.put("from", customers.row(transfer.from()));
        row.put("how", transfer.kind() == Succession.Kind.MERGER ? "taken over from" : "split off from");
        row.put("amount", Text.money(transfer.amount()));
        return row;
    }

    private Map<String, Object> mover(Mover mover) {
        Map<String, Object> row = customers.row(mover.customerId());
        HealthChange change = mover.change();
        row.put("from", Text.grouped(change.before().score().orElse(Double.NaN)));
        row.put("to", Text.grouped(change.after().score().orElse(Double.NaN)));
        row.put(
                "reasons",
                Arrays.stream(Reason.values())
                        .map(reason -> mover.points(reason, ChangesModel::isShown))
                        .map(points -> points == 0 ? "" : Text.signed(points))
                        .toList());
        row.put(
                "why",
                change.parts().stream()
                        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.points())))
                        .limit(PARTS)
                        .map(ChangesModel::words)
                        .collect(Collectors.joining(", ")));
        return row;
    }

    /** The measures that a part is about, or the attribute where no measure reads it, and its points. */
    private static String words(ScoreChange.Part part) {
        return part.steps().stream().map(ChangesModel::words).distinct().collect(Collectors.joining(" and "))
                + (isShown(part) ? " " + Text.signed(part.points()) : "");
    }

    private static boolean isShown(ScoreChange.Part part) {
        return part.sensitivity().compareTo(Sensitivity.INTERNAL) <= 0;
    }

    private static String words(ScoreChange.Step step) {
        return step.codes().isEmpty()
                ? step.attribute().map(key -> Text.words(key.name())).orElseGet(() -> words(step.kind()))
                : step.codes().stream().map(Text::words).collect(Collectors.joining(" and "));
    }

    /** What a step without an attribute is about: data of others, a whole policy, somebody's word. */
    private static String words(ScoreChange.Kind kind) {
        return switch (kind) {
            case DATA, BOUND -> "the family";
            case POLICY -> "another scorecard";
            case AVAILABILITY -> "data";
            case OVERRIDE -> "override";
        };
    }
}
