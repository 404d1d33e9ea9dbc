package dev.rapport.engagement.plan;

import dev.rapport.engagement.attribution.AttributedCustomer;
import dev.rapport.engagement.attribution.Attribution;
import dev.rapport.engagement.attribution.AttributionPolicy;
import dev.rapport.engagement.attribution.OwnerInterval;
import dev.rapport.engagement.plan.AttributionReport.Period;
import dev.rapport.engagement.plan.AttributionReport.Span;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.Level;
import dev.rapport.health.retention.RevenueHistory;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Attributes what the retention of the plan counts: the same waterfall, so that the sums are the same. */
final class AttributionSection {

    private final Policies policies;
    private final Book cut;

    AttributionSection(Policies policies, Book cut) {
        this.policies = policies;
        this.cut = cut;
    }

    /** Of the year, and of the quarter that it ends with. */
    Section<AttributionReport> of(Optional<RevenueHistory> year, Supplier<RevenueHistory> quarter) {
        List<String> missing = new ArrayList<>();
        if (policies.attribution().isEmpty()) {
            missing.add("policy attribution");
        }
        if (year.isEmpty()) {
            missing.add("series " + Contract.SERIES);
        }
        if (!cut.provides().series().contains(Ownership.SERIES)) {
            missing.add("series " + Ownership.SERIES);
        }
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        AttributionPolicy policy = policies.attribution().get();
        return Section.of(new AttributionReport(
                policy,
                List.of(
                        period(policy, year.get().whole(Level.ACCOUNT)),
                        period(policy, quarter.get().whole(Level.ACCOUNT)))));
    }

    private Period period(AttributionPolicy policy, ArrBridge bridge) {
        Attribution attribution = Attribution.of(bridge, cut, policy);
        Span span = new Span(bridge.from(), bridge.to());
        Map<String, List<OwnerInterval>> intervals = new TreeMap<>();
        for (AttributedCustomer customer : attribution.customers()) {
            String id = customer.change().customerId();
            cut.find(id)
                    .ifPresent(view -> intervals.put(
                            id,
                            OwnerInterval.of(view, policy.role()).stream()
                                    .filter(span::touches)
                                    .toList()));
        }
        return new Period(span, attribution, intervals);
    }
}
