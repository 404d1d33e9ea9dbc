package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
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
