package dev.rapport.engagement.overview;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/** Where the book stands, in the numbers of one sentence. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class PlanVerdict {

    /** So many days ahead are told apart, or as many as the plan looks ahead. */
    private static final int DAYS = 60;

    PlanVerdict() {}

    static PlanVerdict of(Plan plan, Optional<Kept> kept) {
        int days = Math.min(DAYS, plan.horizonDays());
        ImmutablePlanVerdict.Builder verdict = ImmutablePlanVerdict.builder()
                .customers(plan.customers().size())
                .arr(
                        plan.customers().stream().anyMatch(line -> line.arr().isPresent())
                                ? Optional.of(plan.arr())
                                : Optional.empty())
                .kept(kept)
                .net(plan.retention().value().stream()
                        .flatMapToDouble(retention -> retention.rates().get(0).net().share().stream())
                        .findFirst())
                .days(days);
        plan.decisions().value().ifPresent(decisions -> verdict.decided(sum(plan, decisions.ahead(), days)));
        plan.atRisk().value().ifPresent(list -> {
            List<AtRisk> lines = list.changeable().stream()
                    .filter(line -> line.daysToDecision().orElse(0) <= days)
                    .toList();
            verdict.expectedLoss(list.expectedLoss(lines)).saveable(saveable(plan, list, lines));
        });
        return verdict.build();
    }

    private static Money sum(Plan plan, List<DecisionAhead> decisions, int days) {
        Money sum = Money.zero(plan.currency());
        for (DecisionAhead decision : decisions) {
            sum = decision.daysLeft() <= days ? sum.plus(decision.arr().orElse(Money.zero(plan.currency()))) : sum;
        }
        return sum;
    }

    /** Only where plays are declared; the sum is rounded once. */
    private static Optional<Money> saveable(Plan plan, AtRiskList list, List<AtRisk> lines) {
        if (list.playPolicy().isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (AtRisk line : lines) {
            sum += line.exactLoss() * line.saveable().orElse(0);
        }
        return Optional.of(Money.of(plan.currency(), BigDecimal.valueOf(sum), RoundingMode.HALF_EVEN));
    }

    /**
     * How many customers the book has.
     *
     * @return the number
     */
    public abstract int customers();

    /**
     * What they pay in a year.
     *
     * @return the recurring revenue; empty if nobody's is known
     */
    public abstract Optional<Money> arr();

    /**
     * What was kept of the ARR of a year ago, expansion left out.
     *
     * @return GRR with its range and target; empty if it cannot be told
     */
    public abstract Optional<Kept> kept();

    /**
     * The same with expansion.
     *
     * @return NRR; empty if it cannot be told
     */
    public abstract OptionalDouble net();

    /**
     * How many days ahead the following numbers look.
     *
     * @return 60, or fewer if the plan looks less far
     */
    public abstract int days();

    /**
     * What is decided within these days.
     *
     * @return the ARR; empty where decision dates are not fed
     */
    public abstract Optional<Money> decided();

    /**
     * What is lost of it on average if nothing is done; of those without contracts, of what they would still bring.
     *
     * @return the amount; empty without a ranking of who is at risk
     */
    public abstract Optional<Money> expectedLoss();

    /**
     * What of that the plays save on average.
     *
     * @return the amount; empty where no plays are declared
     */
    public abstract Optional<Money> saveable();
}
