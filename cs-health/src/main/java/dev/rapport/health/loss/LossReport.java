package dev.rapport.health.loss;

import dev.rapport.health.retention.RevenueHistory;
import dev.rapport.model.decision.PolicyRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;

/** The losses of a time, by cause, kind and department, and what contradicts itself. All its sums are the same. Immutable. */
public final class LossReport {

    private final LossPolicy policy;
    private final LocalDate from;
    private final LocalDate to;
    private final Money zero;
    private final List<AttributedLoss> losses;
    private final List<Contradiction> contradictions;

    LossReport(
            LossPolicy policy,
            RevenueHistory history,
            List<AttributedLoss> losses,
            List<Contradiction> contradictions) {
        this.policy = policy;
        this.from = history.dates().get(0);
        this.to = history.dates().get(history.dates().size() - 1);
        this.zero = Money.zero(history.currency());
        this.losses = losses;
        this.contradictions = contradictions;
    }

    /**
     * What attributed them.
     *
     * @return id and revision
     */
    public PolicyRef policy() {
        return policy.policy();
    }

    /**
     * The opening.
     *
     * @return the last day before the time
     */
    public LocalDate from() {
        return from;
    }

    /**
     * The closing.
     *
     * @return the last day of the time
     */
    public LocalDate to() {
        return to;
    }

    /**
     * The losses.
     *
     * @return churn and contraction by account, largest first
     */
    public List<AttributedLoss> losses() {
        return losses;
    }

    /**
     * What contradicts itself.
     *
     * @return by kind, then customer
     */
    public List<Contradiction> contradictions() {
        return contradictions;
    }

    /**
     * All that was lost.
     *
     * @return churn and contraction of the waterfall's steps, to the cent
     */
    public Money total() {
        return total(loss -> true);
    }

    /**
     * What was lost by a part of the losses.
     *
     * @param condition  holds for those that count
     * @return the sum
     */
    public Money total(Predicate<? super AttributedLoss> condition) {
        Money sum = zero;
        for (AttributedLoss loss : losses) {
            sum = condition.test(loss) ? sum.plus(loss.loss().amount()) : sum;
        }
        return sum;
    }

    /**
     * What could have been avoided.
     *
     * @return the revenue lost to causes that were in our hands
     */
    public Money avoidable() {
        return total(loss -> loss.cause().map(LossCause::avoidable).orElse(false));
    }

    /**
     * What each cause took, as it is attributed and as it was said.
     *
     * @return the causes that took something or are said to have, and last what is unexplained or unsaid; by the attributed
     *     amount, largest first, then in the order of the policy
     */
    public List<CauseLine> causes() {
        List<CauseLine> lines = new ArrayList<>();
        for (LossCause cause : policy.causes()) {
            lines.add(line(Optional.of(cause)));
        }
        lines.sort(Comparator.comparing(CauseLine::amount).reversed());
        lines.add(line(Optional.empty()));
        lines.removeIf(line -> line.losses() == 0 && line.statedLosses() == 0);
        return List.copyOf(lines);
    }

    private CauseLine line(Optional<LossCause> cause) {
        Predicate<AttributedLoss> attributed = loss -> loss.cause().equals(cause);
        Predicate<AttributedLoss> stated = loss -> loss.statedCause().equals(cause);
        return CauseLine.builder()
                .cause(cause)
                .losses((int) losses.stream().filter(attributed).count())
                .amount(total(attributed))
                .statedLosses((int) losses.stream().filter(stated).count())
                .statedAmount(total(stated))
                .build();
    }

    /**
     * What was lost by the department that could have done most about it.
     *
     * @return the revenue by department; what is unexplained is under {@code unexplained}
     */
    public Map<String, Money> byDepartment() {
        return by(loss -> loss.cause().map(LossCause::department).orElse("unexplained"));
    }

    /**
     * What was lost by who ended it.
     *
     * @return the revenue by kind, without what is unexplained
     */
    public Map<LossKind, Money> byKind() {
        Map<LossKind, Money> kinds = new EnumMap<>(LossKind.class);
        for (LossKind kind : LossKind.values()) {
            kinds.put(kind, total(loss -> loss.cause().map(LossCause::kind).equals(Optional.of(kind))));
        }
        return kinds;
    }

    private Map<String, Money> by(Function<AttributedLoss, String> group) {
        Map<String, Money> sums = new TreeMap<>();
        losses.forEach(loss -> sums.merge(group.apply(loss), loss.loss().amount(), Money::plus));
        return sums;
    }
}
