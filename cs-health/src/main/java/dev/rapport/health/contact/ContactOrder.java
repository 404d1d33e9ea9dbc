package dev.rapport.health.contact;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import java.util.Optional;

/**
 * Who is asked first where not everybody may be. Immutable.
 *
 * <p>Those who were asked longest ago, or never, are asked before others that are alike; then the order is that of the ids.
 *
 * @param by  the attribute of accounts that says who comes first; empty if only the time since the last question counts
 * @param highestFirst  whether more of it comes first; accounts without it come last
 */
public record ContactOrder(Optional<AttributeKey<Double>> by, boolean highestFirst) {

    /**
     * Checks the kind.
     *
     * @param by  the attribute
     * @param highestFirst  whether more of it comes first
     */
    public ContactOrder {
        requireNonNull(by, "by");
        by.ifPresent(key -> {
            if (key.kind() != AttributeKind.NUMBER) {
                throw new IllegalArgumentException("by (" + key + ") must be a number.");
            }
        });
    }

    /**
     * Those first who were asked longest ago, or never.
     *
     * @return the order
     */
    public static ContactOrder longestNotAsked() {
        return new ContactOrder(Optional.empty(), false);
    }

    /**
     * The accounts first of which an attribute is highest.
     *
     * @param attribute  the attribute, such as the seats in use
     * @return the order
     */
    public static ContactOrder highest(AttributeKey<Double> attribute) {
        return new ContactOrder(Optional.of(attribute), true);
    }

    /**
     * The accounts first of which an attribute is lowest.
     *
     * @param attribute  the attribute, such as the days until the customer decides
     * @return the order
     */
    public static ContactOrder lowest(AttributeKey<Double> attribute) {
        return new ContactOrder(Optional.of(attribute), false);
    }

    /** The less, the sooner. */
    double place(CustomerView view) {
        double value = by.flatMap(view::find).orElse(Double.POSITIVE_INFINITY);
        return highestFirst && value != Double.POSITIVE_INFINITY ? -value : value;
    }
}
