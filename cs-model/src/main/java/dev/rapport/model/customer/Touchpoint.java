package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import java.util.Optional;
import java.util.OptionalDouble;

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

    /** The series. */
    public static final SeriesKey<Touchpoint> SERIES =
            SeriesKey.events("touchpoints", Touchpoint::new).requires(KIND).allows(MEMBER, CONTACT, MINUTES, NOTE);

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
}
