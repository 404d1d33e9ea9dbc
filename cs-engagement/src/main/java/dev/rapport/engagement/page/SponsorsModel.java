package dev.rapport.engagement.page;

import dev.rapport.engagement.coverage.SponsorPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who of our executives is the sponsor of whom, and why. */
final class SponsorsModel {

    private static final int CUSTOMERS = 20;

    private final SponsorPlan sponsors;
    private final CustomerLinks customers;

    SponsorsModel(SponsorPlan sponsors, CustomerLinks customers) {
        this.sponsors = sponsors;
        this.customers = customers;
    }

    /** Nothing where no customer is to have one. */
    Map<String, Object> fill() {
        if (sponsors.sponsored().isEmpty() && sponsors.without().isEmpty()) {
            return Map.of();
        }
        List<Map<String, Object>> rows =
                sponsors.sponsored().stream().limit(CUSTOMERS).map(this::row).toList();
        Map<String, Object> model = new HashMap<>();
        model.put(
                "load",
                sponsors.load().entrySet().stream()
                                .map(one -> one.getKey() + " has " + one.getValue())
                                .collect(Collectors.joining(", "))
                        + "; at most "
                        + sponsors.policy().atMostEach() + " each.");
        model.put("hasRows", !rows.isEmpty());
        model.put("rows", rows);
        model.put("note", PlanModel.rest(sponsors.sponsored().size() - rows.size(), "more customers"));
        model.put(
                "without",
                sponsors.without().isEmpty()
                        ? ""
                        : "Nobody has time for " + Text.count(sponsors.without().size(), "customer", "customers")
                                + ":");
        model.put(
                "left",
                sponsors.without().stream().limit(CUSTOMERS).map(customers::row).toList());
        return model;
    }

    private Map<String, Object> row(SponsorPlan.Sponsored sponsored) {
        Map<String, Object> row = customers.row(sponsored.customerId());
        row.put("sponsor", sponsored.member());
        row.put("because", sponsored.because());
        return row;
    }
}
