package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Some use of the product, in whatever grain the source has: an action, a day, a week.
 *
 * @param entry  the entry that is read
 */
public record Usage(Entry entry) {

    /** How much it was used. */
    public static final AttributeKey<Double> QUANTITY =
            AttributeKey.number("quantity").unit("uses");

    /** What was used. */
    public static final AttributeKey<String> FEATURE = AttributeKey.text("feature");

    /** The product it is a part of. */
    public static final AttributeKey<String> PRODUCT = AttributeKey.text("product");

    /** Who used it. */
    public static final AttributeKey<String> USER = AttributeKey.text("user").sensitivity(Sensitivity.PERSONAL);

    /** How many people used it, where single users are not told. */
    public static final AttributeKey<Double> ACTIVE_USERS =
            AttributeKey.number("active-users").unit("people");

    /** How often it failed. */
    public static final AttributeKey<Double> ERRORS = AttributeKey.number("errors");

    /** How long it was used. */
    public static final AttributeKey<Double> MINUTES =
            AttributeKey.number("minutes").unit("minutes");

    /** The series. */
    public static final SeriesKey<Usage> SERIES = SeriesKey.events("usage", Usage::new)
            .requires(QUANTITY)
            .allows(FEATURE, PRODUCT, USER, ACTIVE_USERS, ERRORS, MINUTES);

    /**
     * How much it was used.
     *
     * @return the value
     */
    public double quantity() {
        return entry.get(QUANTITY);
    }

    /**
     * What was used.
     *
     * @return the value, or empty
     */
    public Optional<String> feature() {
        return entry.find(FEATURE);
    }

    /**
     * The product it is a part of.
     *
     * @return the value, or empty
     */
    public Optional<String> product() {
        return entry.find(PRODUCT);
    }

    /**
     * Who used it.
     *
     * @return the value, or empty
     */
    public Optional<String> user() {
        return entry.find(USER);
    }

    /**
     * How many people used it, where single users are not told.
     *
     * @return the value, or empty
     */
    public OptionalDouble activeUsers() {
        return entry.find(ACTIVE_USERS).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * How often it failed.
     *
     * @return the value, or empty
     */
    public OptionalDouble errors() {
        return entry.find(ERRORS).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * How long it was used.
     *
     * @return the value, or empty
     */
    public OptionalDouble minutes() {
        return entry.find(MINUTES).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
