package dev.rapport.engagement.coverage;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * The hours a year that the customers of a member need beside those the member has for customers.
 *
 * @param memberId  the id of the member
 * @param needed  the hours needed, capacity factors included
 * @param available  the hours available
 */
public record MemberLoad(String memberId, BigDecimal needed, BigDecimal available) {

    /**
     * What share of the hours is needed.
     *
     * @return the share, above 1 for overload; empty if there are no hours for customers
     */
    public OptionalDouble share() {
        return available.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(needed.doubleValue() / available.doubleValue());
    }

    /**
     * Says whether more is needed than there is.
     *
     * @return true for overload
     */
    public boolean isOverloaded() {
        return needed.compareTo(available) > 0;
    }
}
