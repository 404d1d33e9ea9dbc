package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who looks after the customer in one role, a person or a pool, for a time.
 *
 * @param entry  the entry that is read
 */
public record Ownership(Entry entry) {

    /** The role: csm, onboarding, account-executive, pool, or a name of the organisation. */
    public static final AttributeKey<String> ROLE = AttributeKey.text("role");

    /** The team member or pool. */
    public static final AttributeKey<String> OWNER = AttributeKey.text("owner");

    /** The first day. */
    public static final AttributeKey<LocalDate> FROM = AttributeKey.date("from");

    /** The first day after, absent while it lasts. */
    public static final AttributeKey<LocalDate> TO = AttributeKey.date("to");

    /** The series. */
    public static final SeriesKey<Ownership> SERIES = SeriesKey.records("owners", Ownership::new)
            .requires(ROLE, OWNER, FROM)
            .allows(TO);

    /**
     * Who holds a role on the last day that a view sees.
     *
     * @param view  the customer
     * @param role  the role
     * @return the member or pool, of several the first by name; empty if nobody holds it
     */
    public static Optional<String> holderOf(CustomerView view, String role) {
        return view.series(SERIES).stream()
                .filter(ownership -> ownership.role().equals(role) && ownership.isOn(view.date()))
                .map(Ownership::owner)
                .sorted()
                .findFirst();
    }

    /**
     * Says whether it holds on a day.
     *
     * @param day  the day
     * @return true from the first day to before the first day after
     */
    public boolean isOn(LocalDate day) {
        return !from().isAfter(day) && to().map(to -> to.isAfter(day)).orElse(true);
    }

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * The role: csm, onboarding, account-executive, pool, or a name of the organisation.
     *
     * @return the value
     */
    public String role() {
        return entry.get(ROLE);
    }

    /**
     * The team member or pool.
     *
     * @return the value
     */
    public String owner() {
        return entry.get(OWNER);
    }

    /**
     * The first day.
     *
     * @return the value
     */
    public LocalDate from() {
        return entry.get(FROM);
    }

    /**
     * The first day after, absent while it lasts.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> to() {
        return entry.find(TO);
    }
}
