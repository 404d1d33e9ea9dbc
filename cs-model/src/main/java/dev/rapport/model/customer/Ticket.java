package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A request to support.
 *
 * <p>Its time is when it was opened, in every version; a later version, with what came of it, tells when it was recorded.
 *
 * @param entry  the entry that is read
 */
public record Ticket(Entry entry) {

    /** How bad it is: low, medium, high, urgent. */
    public static final AttributeKey<String> SEVERITY = AttributeKey.text("severity");

    /** What it is about. */
    public static final AttributeKey<String> CATEGORY = AttributeKey.text("category");

    /** The root cause that was found, see the escalation policy. */
    public static final AttributeKey<String> CAUSE = AttributeKey.text("cause");

    /** When it was closed. */
    public static final AttributeKey<LocalDate> CLOSED_ON = AttributeKey.date("closed-on");

    /** How long the first answer took. */
    public static final AttributeKey<Double> FIRST_RESPONSE_HOURS =
            AttributeKey.number("first-response-hours").unit("hours");

    /** How long the solution took. */
    public static final AttributeKey<Double> RESOLUTION_HOURS =
            AttributeKey.number("resolution-hours").unit("hours");

    /** Whether it was escalated. */
    public static final AttributeKey<Boolean> ESCALATED = AttributeKey.bool("escalated");

    /** How satisfied the customer was, 1 to 5. */
    public static final AttributeKey<Double> SATISFACTION = AttributeKey.number("satisfaction");

    /** The series. */
    public static final SeriesKey<Ticket> SERIES = SeriesKey.records("tickets", Ticket::new)
            .allows(
                    SEVERITY,
                    CATEGORY,
                    CAUSE,
                    CLOSED_ON,
                    FIRST_RESPONSE_HOURS,
                    RESOLUTION_HOURS,
                    ESCALATED,
                    SATISFACTION);

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * How bad it is: low, medium, high, urgent.
     *
     * @return the value, or empty
     */
    public Optional<String> severity() {
        return entry.find(SEVERITY);
    }

    /**
     * What it is about.
     *
     * @return the value, or empty
     */
    public Optional<String> category() {
        return entry.find(CATEGORY);
    }

    /**
     * The root cause that was found, see the escalation policy.
     *
     * @return the value, or empty
     */
    public Optional<String> cause() {
        return entry.find(CAUSE);
    }

    /**
     * When it was closed.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> closedOn() {
        return entry.find(CLOSED_ON);
    }

    /**
     * How long the first answer took.
     *
     * @return the value, or empty
     */
    public OptionalDouble firstResponseHours() {
        return entry.find(FIRST_RESPONSE_HOURS).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * How long the solution took.
     *
     * @return the value, or empty
     */
    public OptionalDouble resolutionHours() {
        return entry.find(RESOLUTION_HOURS).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * Whether it was escalated.
     *
     * @return the value, or empty
     */
    public Optional<Boolean> escalated() {
        return entry.find(ESCALATED);
    }

    /**
     * How satisfied the customer was, 1 to 5.
     *
     * @return the value, or empty
     */
    public OptionalDouble satisfaction() {
        return entry.find(SATISFACTION).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
