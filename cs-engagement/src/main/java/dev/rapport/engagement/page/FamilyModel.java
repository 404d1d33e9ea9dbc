package dev.rapport.engagement.page;

import dev.rapport.engagement.FamilyRevenue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The families that pay most, each with how its customers are. */
final class FamilyModel {

    private static final int FAMILIES = 10;
    private static final int MEMBERS = 12;

    private final List<FamilyRevenue> families;
    private final CustomerLinks customers;

    FamilyModel(List<FamilyRevenue> families, CustomerLinks customers) {
        this.families = families;
        this.customers = customers;
    }

    /** Nothing if there are no families. */
    Map<String, Object> fill() {
        if (families.isEmpty()) {
            return Map.of();
        }
        List<Map<String, Object>> rows =
                families.stream().limit(FAMILIES).map(this::row).toList();
        return Map.of("rows", rows, "note", PlanModel.rest(families.size() - rows.size(), "more families"));
    }

    private Map<String, Object> row(FamilyRevenue family) {
        Map<String, Object> row = new HashMap<>();
        Map<String, Object> top = customers.row(family.top());
        top.put("isCustomer", customers.find(family.top()).isPresent());
        row.put("top", top);
        row.put("size", Text.grouped(family.customers().size()));
        row.put("arr", Text.money(family.arr()));
        List<Map<String, Object>> members = family.customers().stream()
                .filter(id -> !id.equals(family.top()))
                .limit(MEMBERS)
                .map(customers::row)
                .toList();
        row.put("members", members);
        row.put("more", PlanModel.rest(family.customers().size() - 1 - members.size(), "more"));
        return row;
    }
}
