package dev.rapport.engagement.plan;

import dev.rapport.engagement.evaluation.RoleDemand;
import dev.rapport.engagement.model.Economics;
import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import org.joda.money.Money;

/** The hours that the engagement models ask of a role, against those there are, and who has to be hired. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class RoleGap {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    RoleGap() {}

    /**
     * The roles of a plan.
     *
     * @param plan  the plan
     * @return every role that a model asks hours of, by its id; lacks what the plan's economics lack
     */
    public static Section<List<RoleGap>> of(Plan plan) {
        if (plan.economics().value().isEmpty() || plan.staff().isEmpty()) {
            return Section.lacking(plan.economics().missing());
        }
        Economics economics = plan.economics().value().get();
        Staff staff = plan.staff().get();
        List<RoleGap> gaps = new ArrayList<>();
        economics.capacityByRole().forEach((role, needed) -> {
            if (needed.signum() > 0) {
                gaps.add(of(role, needed, staff, plan));
            }
        });
        return new Section<>(Optional.of(List.copyOf(gaps)), plan.economics().missing());
    }

    private static RoleGap of(String role, BigDecimal needed, Staff staff, Plan plan) {
        BigDecimal available = staff.hoursByRole().getOrDefault(role, BigDecimal.ZERO);
        int people = staff.holders().getOrDefault(role, 0);
        ImmutableRoleGap.Builder gap = ImmutableRoleGap.builder()
                .role(role)
                .answerable(staff.answerableFor(role))
                .hoursNeeded(needed)
                .hoursAvailable(available)
                .people(people);
        if (available.signum() > 0) {
            BigDecimal each = available.divide(BigDecimal.valueOf(people), MathContext.DECIMAL128);
            BigDecimal missing = needed.subtract(available).max(BigDecimal.ZERO);
            int hires = RoleDemand.of(missing).people(each.divide(MONTHS, MathContext.DECIMAL128));
            gap.hires(hires)
                    .costOfHires(staff.hourlyCostOf(role)
                            .map(cost -> Money.of(
                                    plan.currency(),
                                    cost.multiply(each).multiply(BigDecimal.valueOf(hires)),
                                    RoundingMode.HALF_EVEN)));
        }
        return gap.build();
    }

    /**
     * The role.
     *
     * @return the id
     */
    public abstract String role();

    /**
     * Who answers for it.
     *
     * @return a member, or empty
     */
    public abstract Optional<String> answerable();

    /**
     * The hours a year that the engagement models ask for.
     *
     * @return the hours, with capacity factors and onboarding
     */
    public abstract BigDecimal hoursNeeded();

    /**
     * The hours a year for customers of those who hold the role.
     *
     * @return the hours
     */
    public abstract BigDecimal hoursAvailable();

    /**
     * How many hold the role.
     *
     * @return their number
     */
    public abstract int people();

    /**
     * How many more it takes, each with the mean hours of those who hold it.
     *
     * @return 0 if the hours suffice; empty if nobody who holds the role has hours, so that it cannot be told
     */
    public abstract OptionalInt hires();

    /**
     * What they cost.
     *
     * @return the cost of their hours for customers in a year; empty if their number or the cost of an hour is not known
     */
    public abstract Optional<Money> costOfHires();
}
