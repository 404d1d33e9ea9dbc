package dev.rapport.model.organisation;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * The hours a member spent for customers beside those there were.
 *
 * @param member  the id of the member
 * @param spent  the hours of time entries that name a customer
 * @param available  the hours there were for customers
 */
public record Utilisation(String member, BigDecimal spent, BigDecimal available) {

    /**
     * What share of the hours was spent.
     *
     * @return the share, above 1 for overload; empty if there were no hours for customers
     */
    public OptionalDouble share() {
        return available.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(spent.doubleValue() / available.doubleValue());
    }

    /**
     * Says whether more was spent than there was.
     *
     * @return true above the available hours; also for any hour of somebody who has none for customers
     */
    public boolean isOverloaded() {
        return spent.compareTo(available) > 0;
    }
}
