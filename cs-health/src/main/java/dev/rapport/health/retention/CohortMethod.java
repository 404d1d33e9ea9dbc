package dev.rapport.health.retention;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.WeightedRatio;
import java.math.BigDecimal;
import org.joda.money.Money;

/** Adds up what units kept, and makes the rates of it. Mutable, for one thread. */
final class CohortMethod {

    static final double LEVEL = 0.95;

    private final WeightedRatio units = new WeightedRatio();
    private final WeightedRatio gross = new WeightedRatio();
    private final WeightedRatio net = new WeightedRatio();
    private Money base;
    private Money kept;
    private Money left;
    private Money pending;
    private long unitsKept;
    private long unitsOf;
    private int unitsPending;

    CohortMethod(Money zero) {
        this.base = zero;
        this.kept = zero;
        this.left = zero;
        this.pending = zero;
    }

    static RetentionRates rates(ArrBridge bridge) {
        CohortMethod sums = new CohortMethod(bridge.opening().minus(bridge.opening()));
        for (ArrChange change : bridge.changes()) {
            sums.add(change.unit().customerId(), change.base(), change.kept(), change.closing(), change.undecided());
        }
        return sums.into(RetentionRates.builder()
                .level(bridge.level())
                .method(RetentionMethod.COHORT)
                .definition(bridge.definition())
                .since(bridge.from())
                .to(bridge.to()));
    }

    /** Adds a unit: what it paid, what of this is kept, what it pays now, and what of it is undecided. */
    void add(String customer, Money paid, Money keptOfIt, Money now, Money undecided) {
        if (!paid.isPositive()) {
            return;
        }
        Money decided = paid.minus(undecided);
        base = base.plus(decided);
        kept = kept.plus(keptOfIt);
        left = left.plus(now);
        pending = pending.plus(undecided);
        if (decided.isPositive()) {
            gross.add(customer, amount(decided), amount(keptOfIt));
            net.add(customer, amount(decided), amount(now));
        }
        if (now.isPositive() || undecided.isZero()) {
            unitsOf++;
            unitsKept += now.isPositive() ? 1 : 0;
            units.add(customer, 1, now.isPositive() ? 1 : 0);
        } else {
            unitsPending++;
        }
    }

    private static double amount(Money money) {
        return money.getAmount().doubleValue();
    }

    RetentionRates into(RetentionRates.Builder rates) {
        return rates.logo(rate(BigDecimal.valueOf(unitsKept), BigDecimal.valueOf(unitsOf), units.share(LEVEL)))
                .gross(rate(kept.getAmount(), base.getAmount(), gross.share(LEVEL)))
                .net(rate(left.getAmount(), base.getAmount(), net.ratio(LEVEL)))
                .pending(pending)
                .pendingUnits(unitsPending)
                .build();
    }

    private static RetentionRate rate(BigDecimal kept, BigDecimal of, Estimate estimate) {
        return new RetentionRate(kept, of, estimate);
    }
}
