package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A contact between the customer and somebody of ours.
 *
 * @param entry  the entry that is read
 */
public record Touchpoint(Entry entry) {

    /** Call, meeting, review, training, mail, or a name of the host. */
    public static final AttributeKey<String> KIND = AttributeKey.text("kind");

    /** The team member who had it. */
    public static final AttributeKey<String> MEMBER = AttributeKey.text("member");

    /** The person on the customer’s side. */
    public static final AttributeKey<String> CONTACT =
            AttributeKey.text("contact").sensitivity(Sensitivity.PERSONAL);

    /** How long it took. */
    public static final AttributeKey<Double> MINUTES =
            AttributeKey.number("minutes").unit("minutes");

    /** What was said. */
    public static final AttributeKey<String> NOTE = AttributeKey.text("note").sensitivity(Sensitivity.PERSONAL);

    /** The people on the customer’s side who took part, by id, where there were several. */
    public static final AttributeKey<Set<String>> PARTICIPANTS =
            AttributeKey.textSet("participants").sensitivity(Sensitivity.PERSONAL);

    /** The kind of touchpoint that was arranged in this one, such as review. */
    public static final AttributeKey<String> SCHEDULES = AttributeKey.text("schedules");

    /** The day for which it was arranged. */
    public static final AttributeKey<LocalDate> SCHEDULED_FOR = AttributeKey.date("scheduled-for");

    /** How many actions were agreed. */
    public static final AttributeKey<Double> ACTIONS_AGREED = AttributeKey.number("actions-agreed");

    /** How many actions that were agreed before have been closed since the last touchpoint. */
    public static final AttributeKey<Double> ACTIONS_CLOSED = AttributeKey.number("actions-closed");

    /** The series. */
    public static final SeriesKey<Touchpoint> SERIES = SeriesKey.events("touchpoints", Touchpoint::new)
            .requires(KIND)
            .allows(
                    MEMBER,
                    CONTACT,
                    MINUTES,
                    NOTE,
                    PARTICIPANTS,
                    SCHEDULES,
                    SCHEDULED_FOR,
                    ACTIONS_AGREED,
                    ACTIONS_CLOSED);

    /**
     * Call, meeting, review, training, mail, or a name of the host.
     *
     * @return the value
     */
    public String kind() {
        return entry.get(KIND);
    }

    /**
     * The team member who had it.
     *
     * @return the value, or empty
     */
    public Optional<String> member() {
        return entry.find(MEMBER);
    }

    /**
     * The person on the customer’s side.
     *
     * @return the value, or empty
     */
    public Optional<String> contact() {
        return entry.find(CONTACT);
    }

    /**
     * How long it took.
     *
     * @return the value, or empty
     */
    public OptionalDouble minutes() {
        return entry.find(MINUTES).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * What was said.
     *
     * @return the value, or empty
     */
    public Optional<String> note() {
        return entry.find(NOTE);
    }

    /**
     * The people on the customer’s side who took part, where there were several.
     *
     * @return the value, or empty
     */
    public Optional<Set<String>> participants() {
        return entry.find(PARTICIPANTS);
    }

    /**
     * The kind of touchpoint that was arranged in this one, such as review.
     *
     * @return the value, or empty
     */
    public Optional<String> schedules() {
        return entry.find(SCHEDULES);
    }

    /**
     * The day for which it was arranged.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> scheduledFor() {
        return entry.find(SCHEDULED_FOR);
    }

    /**
     * How many actions were agreed.
     *
     * @return the value, or empty
     */
    public OptionalDouble actionsAgreed() {
        return entry.find(ACTIONS_AGREED).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * How many actions that were agreed before have been closed since the last touchpoint.
     *
     * @return the value, or empty
     */
    public OptionalDouble actionsClosed() {
        return entry.find(ACTIONS_CLOSED).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
