package dev.rapport.engagement.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What of the hours that are set aside for help on a trigger falls to a segment. All customers of a model share them, so that
 * segments take them by their customers; those of all segments that have a model are exactly what is set aside. A segment that
 * does not have the model would share them with those who do.
 */
final class FlexHours {

    private static final int DIGITS = 6;

    private final EngagementPolicy policy;
    private final Map<String, SegmentFacts> facts;

    FlexHours(EngagementPolicy policy, Map<String, SegmentFacts> facts) {
        this.policy = policy;
        this.facts = facts;
    }

    BigDecimal of(FlexRule rule, EngagementModel model, SegmentFacts segment) {
        BigDecimal all = rule.atMostHoursPerYear();
        int customers = 0;
        SegmentFacts last = segment;
        boolean hasModel = false;
        for (SegmentModel row : policy.segments()) {
            SegmentFacts found = facts.get(row.segment());
            if (row.model().equals(model.id()) && found != null && found.customers > 0) {
                customers += found.customers;
                last = found;
                hasModel |= found.equals(segment);
            }
        }
        if (!hasModel) {
            return share(all, segment.customers, customers + segment.customers);
        }
        if (!last.equals(segment)) {
            return share(all, segment.customers, customers);
        }
        BigDecimal rest = all;
        for (SegmentModel row : policy.segments()) {
            SegmentFacts found = facts.get(row.segment());
            if (row.model().equals(model.id()) && found != null && !found.equals(last)) {
                rest = rest.subtract(share(all, found.customers, customers));
            }
        }
        return rest;
    }

    private static BigDecimal share(BigDecimal hours, int customers, int of) {
        return customers == of
                ? of == 0 ? BigDecimal.ZERO : hours
                : hours.multiply(BigDecimal.valueOf(customers))
                        .divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.DOWN);
    }
}
