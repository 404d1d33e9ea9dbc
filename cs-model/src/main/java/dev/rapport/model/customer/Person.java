package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person on the customer’s side.
 *
 * @param entry  the entry that is read
 */
public record Person(Entry entry) {

    /** The name. */
    public static final AttributeKey<String> NAME = AttributeKey.text("name").sensitivity(Sensitivity.PERSONAL);

    /** The address. */
    public static final AttributeKey<String> EMAIL = AttributeKey.text("email").sensitivity(Sensitivity.PERSONAL);

    /** Sponsor, champion, decision-maker, administrator, user, or a name of the host. */
    public static final AttributeKey<String> ROLE = AttributeKey.text("role");

    /** When they left the customer. */
    public static final AttributeKey<LocalDate> LEFT_ON = AttributeKey.date("left-on");

    /** Whether they do not want to be asked by surveys. */
    public static final AttributeKey<Boolean> OPTED_OUT =
            AttributeKey.bool("opted-out").sensitivity(Sensitivity.PERSONAL);

    /** The series. */
    public static final SeriesKey<Person> SERIES =
            SeriesKey.records("people", Person::new).allows(NAME, EMAIL, ROLE, LEFT_ON, OPTED_OUT);

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * The name.
     *
     * @return the value, or empty
     */
    public Optional<String> name() {
        return entry.find(NAME);
    }

    /**
     * The address.
     *
     * @return the value, or empty
     */
    public Optional<String> email() {
        return entry.find(EMAIL);
    }

    /**
     * Sponsor, champion, decision-maker, administrator, user, or a name of the host.
     *
     * @return the value, or empty
     */
    public Optional<String> role() {
        return entry.find(ROLE);
    }

    /**
     * When they left the customer.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> leftOn() {
        return entry.find(LEFT_ON);
    }

    /**
     * Whether they do not want to be asked by surveys.
     *
     * @return the value, or empty if nothing is known, which is no opting out
     */
    public Optional<Boolean> optedOut() {
        return entry.find(OPTED_OUT);
    }
}
