package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What became of a renewal decision, an expansion or the customer.
 *
 * @param entry  the entry that is read
 */
public record Outcome(Entry entry) {

    /** Renewed, churned, contracted, expanded, reactivated. */
    public static final AttributeKey<String> KIND = AttributeKey.text("kind");

    /** The contract that was decided on. */
    public static final AttributeKey<String> CONTRACT = AttributeKey.text("contract");

    /** The recurring revenue that was won or lost. */
    public static final AttributeKey<Money> AMOUNT = AttributeKey.money("amount");

    /** Why. */
    public static final AttributeKey<String> REASON = AttributeKey.text("reason");

    /** What they said about it. */
    public static final AttributeKey<String> COMMENT =
            AttributeKey.text("comment").sensitivity(Sensitivity.PERSONAL);

    /** The series. */
    public static final SeriesKey<Outcome> SERIES =
            SeriesKey.events("outcomes", Outcome::new).requires(KIND).allows(CONTRACT, AMOUNT, REASON, COMMENT);

    /**
     * Renewed, churned, contracted, expanded, reactivated.
     *
     * @return the value
     */
    public String kind() {
        return entry.get(KIND);
    }

    /**
     * The contract that was decided on.
     *
     * @return the value, or empty
     */
    public Optional<String> contract() {
        return entry.find(CONTRACT);
    }

    /**
     * The recurring revenue that was won or lost.
     *
     * @return the value, or empty
     */
    public Optional<Money> amount() {
        return entry.find(AMOUNT);
    }

    /**
     * Why.
     *
     * @return the value, or empty
     */
    public Optional<String> reason() {
        return entry.find(REASON);
    }

    /**
     * What they said about it.
     *
     * @return the value, or empty
     */
    public Optional<String> comment() {
        return entry.find(COMMENT);
    }
}
