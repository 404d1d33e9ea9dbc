package dev.rapport.engagement.plan;

import dev.rapport.engagement.file.HealthPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the customers of a book were on earlier days, each by what was known and in force then. */
public final class HealthHistory {

    private final Map<String, List<HealthPoint>> ofCustomer = new HashMap<>();

    HealthHistory() {}

    /** Adds a later cut than those before. */
    void add(LocalDate on, DecidedBook then) {
        then.forEachHealth((customer, band, score) -> ofCustomer
                .computeIfAbsent(customer, absent -> new ArrayList<>())
                .add(new HealthPoint(on, band, score)));
    }

    /**
     * How one customer was.
     *
     * @param customerId  the customer
     * @return the days on which it was a customer, the first one first
     */
    public List<HealthPoint> of(String customerId) {
        return List.copyOf(ofCustomer.getOrDefault(customerId, List.of()));
    }
}
