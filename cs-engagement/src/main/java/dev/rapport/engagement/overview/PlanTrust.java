package dev.rapport.engagement.overview;

import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.CoverageFinding;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.model.internal.ValueStyle;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;
import org.joda.money.Money;

/** How far the data bears the plan, in four numbers. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class PlanTrust {

    /** Findings after which nobody of ours looks after the customer in a role. */
    static final Set<CoverageFinding.Kind> NOBODY = EnumSet.of(
            CoverageFinding.Kind.NO_OWNER, CoverageFinding.Kind.OWNER_HAS_LEFT, CoverageFinding.Kind.UNKNOWN_OWNER);

    PlanTrust() {}

    static PlanTrust of(Plan plan) {
        int unknown = 0;
        int withoutArr = 0;
        Money arr = Money.zero(plan.currency());
        for (SegmentLine line : plan.segments()) {
            withoutArr += line.customersWithoutArr();
            unknown += line.customersWithoutHealth();
            arr = arr.plus(line.arrWithoutHealth());
        }
        return ImmutablePlanTrust.builder()
                .customersWithoutHealth(unknown)
                .shareWithoutHealth(
                        plan.arr().isPositive()
                                ? OptionalDouble.of(arr.getAmount().doubleValue()
                                        / plan.arr().getAmount().doubleValue())
                                : OptionalDouble.empty())
                .customersWithoutArr(withoutArr)
                .rowsRejected(plan.remarks().stream()
                        .filter(Remark::isRejection)
                        .mapToLong(Remark::count)
                        .sum())
                .customersWithoutOwner(plan.coverage().value().map(PlanTrust::withoutOwner).stream()
                        .mapToInt(number -> number)
                        .findFirst())
                .build();
    }

    private static int withoutOwner(Coverage coverage) {
        return (int) coverage.findings().stream()
                .filter(PlanTrust::isWithoutOwner)
                .map(CoverageFinding::customerId)
                .distinct()
                .count();
    }

    static boolean isWithoutOwner(CoverageFinding finding) {
        return NOBODY.contains(finding.kind()) && finding.until().isEmpty();
    }

    /**
     * How many customers have too little data for a health score.
     *
     * @return the number
     */
    public abstract int customersWithoutHealth();

    /**
     * The share of the ARR that they pay.
     *
     * @return from 0 to 1; empty if no ARR is known
     */
    public abstract OptionalDouble shareWithoutHealth();

    /**
     * Of how many customers the ARR cannot be told.
     *
     * @return the number
     */
    public abstract int customersWithoutArr();

    /**
     * How many rows of the input were rejected.
     *
     * @return the number, as the remarks of the plan have it
     */
    public abstract long rowsRejected();

    /**
     * How many customers have nobody of ours in a role that their engagement model asks for.
     *
     * @return the number; empty if nobody feeds who looks after whom
     */
    public abstract OptionalInt customersWithoutOwner();

    /**
     * Whether nothing is known to be amiss.
     *
     * @return true if all numbers that are known are 0
     */
    public boolean isClean() {
        return customersWithoutHealth() == 0
                && customersWithoutArr() == 0
                && rowsRejected() == 0
                && customersWithoutOwner().orElse(0) == 0;
    }
}
