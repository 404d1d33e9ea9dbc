package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the customer wants to reach.
 *
 * @param entry  the entry that is read
 */
public record Goal(Entry entry) {

    /** The goal in words. */
    public static final AttributeKey<String> TITLE = AttributeKey.text("title");

    /** What it is about: onboarding, or a name of the host. */
    public static final AttributeKey<String> KIND = AttributeKey.text("kind");

    /** The unit of the values. */
    public static final AttributeKey<String> UNIT = AttributeKey.text("unit");

    /** The value at the start. */
    public static final AttributeKey<Double> BASELINE = AttributeKey.number("baseline");

    /** The value to reach. */
    public static final AttributeKey<Double> TARGET = AttributeKey.number("target");

    /** The value reached so far. */
    public static final AttributeKey<Double> REALISED = AttributeKey.number("realised");

    /** When the target is to be reached. */
    public static final AttributeKey<LocalDate> DUE_ON = AttributeKey.date("due-on");

    /** Whether the customer confirmed the value reached. */
    public static final AttributeKey<Boolean> CONFIRMED = AttributeKey.bool("confirmed");

    /** The series. */
    public static final SeriesKey<Goal> SERIES = SeriesKey.records("goals", Goal::new)
            .requires(TITLE)
            .allows(KIND, UNIT, BASELINE, TARGET, REALISED, DUE_ON, CONFIRMED);

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * The goal in words.
     *
     * @return the value
     */
    public String title() {
        return entry.get(TITLE);
    }

    /**
     * What it is about: onboarding, or a name of the host.
     *
     * @return the value, or empty
     */
    public Optional<String> kind() {
        return entry.find(KIND);
    }

    /**
     * The unit of the values.
     *
     * @return the value, or empty
     */
    public Optional<String> unit() {
        return entry.find(UNIT);
    }

    /**
     * The value at the start.
     *
     * @return the value, or empty
     */
    public OptionalDouble baseline() {
        return entry.find(BASELINE).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * The value to reach.
     *
     * @return the value, or empty
     */
    public OptionalDouble target() {
        return entry.find(TARGET).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * The value reached so far.
     *
     * @return the value, or empty
     */
    public OptionalDouble realised() {
        return entry.find(REALISED).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * When the target is to be reached.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> dueOn() {
        return entry.find(DUE_ON);
    }

    /**
     * Whether the customer confirmed the value reached.
     *
     * @return the value, or empty
     */
    public Optional<Boolean> confirmed() {
        return entry.find(CONFIRMED);
    }
}
