package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * A purchase of a consumer.
 *
 * @param entry  the entry that is read
 */
public record Purchase(Entry entry) {

    /** What was paid. */
    public static final AttributeKey<Money> AMOUNT = AttributeKey.money("amount");

    /** What was bought. */
    public static final AttributeKey<String> PRODUCT = AttributeKey.text("product");

    /** How much of it. */
    public static final AttributeKey<Double> QUANTITY = AttributeKey.number("quantity");

    /** How the buyer rated it, 1 to 5. */
    public static final AttributeKey<Double> RATING = AttributeKey.number("rating");

    /** The series. */
    public static final SeriesKey<Purchase> SERIES =
            SeriesKey.events("purchases", Purchase::new).requires(AMOUNT).allows(PRODUCT, QUANTITY, RATING);

    /**
     * What was paid.
     *
     * @return the value
     */
    public Money amount() {
        return entry.get(AMOUNT);
    }

    /**
     * What was bought.
     *
     * @return the value, or empty
     */
    public Optional<String> product() {
        return entry.find(PRODUCT);
    }

    /**
     * How much of it.
     *
     * @return the value, or empty
     */
    public OptionalDouble quantity() {
        return entry.find(QUANTITY).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * How the buyer rated it, 1 to 5.
     *
     * @return the value, or empty
     */
    public OptionalDouble rating() {
        return entry.find(RATING).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
