package dev.rapport.health.retention;

import dev.rapport.health.estimate.Estimate;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * A rate of retention: what was kept, of how much. The share is a fact of the books; the interval says how far such a share
 * moves by chance, in a book of so few customers.
 *
 * @param kept  what was kept, a number of units or an amount
 * @param of  of how much, zero or above
 * @param estimate  the share with its interval, or why there is none
 */
public record RetentionRate(BigDecimal kept, BigDecimal of, Estimate estimate) {

    /**
     * The share.
     *
     * @return kept by of, such as 0.92; empty of nothing
     */
    public OptionalDouble share() {
        return of.signum() > 0 ? OptionalDouble.of(kept.doubleValue() / of.doubleValue()) : OptionalDouble.empty();
    }
}
