package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something the customer said that a department can act on.
 *
 * @param entry  the entry that is read
 */
public record Feedback(Entry entry) {

    /** What was said. */
    public static final AttributeKey<String> TEXT = AttributeKey.text("text").sensitivity(Sensitivity.PERSONAL);

    /** What it is about. */
    public static final AttributeKey<String> THEME = AttributeKey.text("theme");

    /** The root cause, see the escalation policy. */
    public static final AttributeKey<String> CAUSE = AttributeKey.text("cause");

    /** Heard, answered, acted. */
    public static final AttributeKey<String> STATUS = AttributeKey.text("status");

    /** Where it was said: survey, ticket, call. */
    public static final AttributeKey<String> SOURCE = AttributeKey.text("source");

    /** What we did about it, as the customer may read it. */
    public static final AttributeKey<String> ACTION = AttributeKey.text("action");

    /** When we did it. */
    public static final AttributeKey<LocalDate> ACTED_ON = AttributeKey.date("acted-on");

    /** The series. */
    public static final SeriesKey<Feedback> SERIES =
            SeriesKey.events("feedback", Feedback::new).allows(TEXT, THEME, CAUSE, STATUS, SOURCE, ACTION, ACTED_ON);

    /**
     * What was said.
     *
     * @return the value, or empty
     */
    public Optional<String> text() {
        return entry.find(TEXT);
    }

    /**
     * What it is about.
     *
     * @return the value, or empty
     */
    public Optional<String> theme() {
        return entry.find(THEME);
    }

    /**
     * The root cause, see the escalation policy.
     *
     * @return the value, or empty
     */
    public Optional<String> cause() {
        return entry.find(CAUSE);
    }

    /**
     * Heard, answered, acted.
     *
     * @return the value, or empty
     */
    public Optional<String> status() {
        return entry.find(STATUS);
    }

    /**
     * Where it was said: survey, ticket, call.
     *
     * @return the value, or empty
     */
    public Optional<String> source() {
        return entry.find(SOURCE);
    }

    /**
     * What we did about it, as the customer may read it.
     *
     * @return the value, or empty
     */
    public Optional<String> action() {
        return entry.find(ACTION);
    }

    /**
     * When we did it.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> actedOn() {
        return entry.find(ACTED_ON);
    }
}
