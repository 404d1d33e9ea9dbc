package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.evaluation.RoleDemand;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Staff;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalInt;

/**
 * The hours a year that all segments need of a role, if one of them changes its model.
 *
 * @param role  the role
 * @param now  the hours needed now
 * @param change  how many more, below 0 for fewer
 * @param available  the hours there are
 * @param hoursEach  those of one person on average; 0 if nobody holds the role
 */
record RoleShift(String role, BigDecimal now, BigDecimal change, BigDecimal available, BigDecimal hoursEach) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    static RoleShift of(String role, BigDecimal now, BigDecimal change, Plan plan) {
        Staff staff = plan.staff().orElseThrow();
        BigDecimal available = staff.hoursByRole().getOrDefault(role, BigDecimal.ZERO);
        int people = staff.holders().getOrDefault(role, 0);
        return new RoleShift(
                role,
                now,
                change,
                available,
                people == 0 ? BigDecimal.ZERO : available.divide(BigDecimal.valueOf(people), MathContext.DECIMAL128));
    }

    /** The hours needed then. */
    BigDecimal then() {
        return now.add(change);
    }

    /** How many people more it takes now. */
    OptionalInt hiresNow() {
        return hires(now);
    }

    /** How many people more it takes then. */
    OptionalInt hiresThen() {
        return hires(then());
    }

    private OptionalInt hires(BigDecimal needed) {
        BigDecimal missing = needed.subtract(available).max(BigDecimal.ZERO);
        return hoursEach.signum() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(RoleDemand.of(missing).people(hoursEach.divide(MONTHS, MathContext.DECIMAL128)));
    }
}
