package dev.rapport.engagement.attribution;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Ownership;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * That somebody looks after a customer for some time.
 *
 * @param owner  the id of a member or pool
 * @param from  the first day
 * @param to  the first day after; empty while it lasts
 */
public record OwnerInterval(String owner, LocalDate from, Optional<LocalDate> to) {

    /**
     * Who looked after a customer in a role.
     *
     * @param customer  the customer
     * @param role  the role
     * @return the intervals, by first day and owner
     */
    public static List<OwnerInterval> of(CustomerView customer, String role) {
        return customer.series(Ownership.SERIES).stream()
                .filter(ownership -> ownership.role().equals(role))
                .map(ownership -> new OwnerInterval(ownership.owner(), ownership.from(), ownership.to()))
                .sorted(Comparator.comparing(OwnerInterval::from).thenComparing(OwnerInterval::owner))
                .toList();
    }

    boolean isOn(LocalDate day) {
        return !from.isAfter(day) && to.map(day::isBefore).orElse(true);
    }
}
