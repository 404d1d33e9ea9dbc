package dev.rapport.engagement.scope;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.joda.money.Money;

/**
 * Something that must be decided for a customer again and again, such as a discount or a credit.
 *
 * @param id  its id
 * @param area  the area in which it comes up
 * @param largest  the largest amount that comes up; empty where it is not about an amount
 */
public record DecisionKind(String id, String area, Optional<Money> largest) {

    /**
     * Checks that the amount is above zero.
     *
     * @param id  its id
     * @param area  the area
     * @param largest  the largest amount
     */
    public DecisionKind {
        requireNonNull(id, "id");
        requireNonNull(area, "area");
        if (largest.filter(amount -> !amount.isPositive()).isPresent()) {
            throw new IllegalArgumentException(
                    "largest (" + largest.get() + ") of decision (" + id + ") must be above zero.");
        }
    }
}
