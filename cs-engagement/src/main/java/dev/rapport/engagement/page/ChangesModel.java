package dev.rapport.engagement.page;

import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.ArrBridge;
import dev.rapport.engagement.plan.PlanChanges;
import dev.rapport.engagement.plan.PlanChanges.Mover;
import dev.rapport.model.decision.ScoreChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What changed since another date, as the plan's template names it. */
final class ChangesModel {

    private static final int MOVERS = 8;
    private static final int PARTS = 2;

    private final PlanChanges changes;
    private final PlanModel page;

    ChangesModel(PlanChanges changes, PlanModel page) {
        this.changes = changes;
        this.page = page;
    }

    Map<String, Object> fill() {
        ArrBridge bridge = changes.bridge();
        Map<String, Object> model = new HashMap<>();
        model.put("since", bridge.from().toString());
        List<Group> groups = new ArrayList<>();
        groups.add(group(bridge.from().toString(), PlanModel.size(bridge.start()), 0, 0));
        groups.add(group("won", 0, PlanModel.size(bridge.total(ArrBridge.Kind.WON)), 0));
        groups.add(group("expanded", 0, PlanModel.size(bridge.total(ArrBridge.Kind.EXPANDED)), 0));
        groups.add(group("contracted", 0, 0, PlanModel.size(bridge.total(ArrBridge.Kind.CONTRACTED))));
        groups.add(group("lost", 0, 0, PlanModel.size(bridge.total(ArrBridge.Kind.LOST))));
        groups.add(group(bridge.to().toString(), PlanModel.size(bridge.end()), 0, 0));
        model.put("bridgeChart", new Chart(
                        "ARR bridge",
                        List.of(new Series("ARR", "accent"), new Series("gained", "green"), new Series("lost", "red")),
                        Text::compact)
                .bars(groups));
        model.put("bridge", "Exchange rates moved the start by " + Text.money(bridge.currency())
                + "; what customers gain in one contract and lose in another is netted.");
        model.put("movers", changes.movers().stream().limit(MOVERS).map(this::mover).toList());
        return model;
    }

    private static Group group(String label, double level, double gained, double lost) {
        return new Group(label, List.of(level, gained, lost));
    }

    private Map<String, Object> mover(Mover mover) {
        Map<String, Object> row = page.customer(mover.customerId());
        ScoreChange change = mover.change();
        row.put("from", Text.whole(change.before().value().orElse(Double.NaN)));
        row.put("to", Text.whole(change.after().value().orElse(Double.NaN)));
        row.put("why", change.parts().stream()
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.points())))
                .limit(PARTS)
                .map(ChangesModel::words)
                .collect(Collectors.joining(", ")));
        return row;
    }

    private static String words(ScoreChange.Part part) {
        return part.steps().stream()
                        .map(step -> step.attribute().map(Object::toString).orElse("policy"))
                        .collect(Collectors.joining(" and "))
                + String.format(Locale.ROOT, " %+.1f", part.points());
    }
}
