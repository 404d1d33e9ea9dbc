package dev.rapport.engagement.page;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must be decided: the next contracts, what was missed, and who leaves. */
final class DecisionsModel {

    private static final int DECISIONS = 40;
    private static final int LEAVING = 10;

    private final CustomerLinks customers;

    DecisionsModel(CustomerLinks customers) {
        this.customers = customers;
    }

    Map<String, Object> fill(DecisionsAhead decisions) {
        List<Map<String, Object>> rows =
                decisions.ahead().stream().limit(DECISIONS).map(this::row).toList();
        List<String> notes = new ArrayList<>();
        notes.add(PlanModel.rest(decisions.ahead().size() - rows.size(), "further decisions"));
        notes.add(PlanModel.rest(decisions.renewingSilently().size(), "contracts of healthy customers renew silently"));
        notes.add(PlanModel.rest(decisions.leaving().size() - LEAVING, "more have given notice"));
        notes.removeIf(String::isEmpty);
        Map<String, Object> model = new HashMap<>();
        model.put("days", Text.grouped(decisions.days()));
        model.put("missed", decisions.missed().stream().map(this::row).toList());
        model.put(
                "leaving",
                decisions.leaving().stream().limit(LEAVING).map(this::row).toList());
        model.put("hasRows", !rows.isEmpty());
        model.put("rows", rows);
        model.put("notes", notes);
        return model;
    }

    private Map<String, Object> row(DecisionAhead decision) {
        Map<String, Object> row = customers.row(decision.customerId());
        row.put("date", decision.date().toString());
        row.put("days", Text.grouped(decision.daysLeft()));
        row.put("kind", Text.words(decision.kind()));
        row.put("arr", decision.arr().map(Text::money).orElse("unknown"));
        row.put("reason", decision.reason());
        return row;
    }
}
