package dev.rapport.engagement.page;

import dev.rapport.engagement.call.Call;
import dev.rapport.engagement.call.CallList;
import java.util.Map;

/** Whom to call this week, and why. */
final class CallModel {

    private final CallList list;
    private final CustomerLinks customers;

    CallModel(CallList list, CustomerLinks customers) {
        this.list = list;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        return list.calls().isEmpty()
                ? Map.of()
                : Map.of("rows", list.calls().stream().map(this::row).toList());
    }

    private Map<String, Object> row(Call call) {
        Map<String, Object> row = customers.row(call.customerId());
        row.put("sentence", call.sentence());
        return row;
    }
}
