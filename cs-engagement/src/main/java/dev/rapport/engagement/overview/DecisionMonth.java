package dev.rapport.engagement.overview;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.band.Band;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * The ARR that is decided in a month.
 *
 * <p><strong>Units.</strong> ARR of the contracts that are decided on, in the plan's currency; months of the calendar, the
 * first and the last as far as they lie within the horizon.
 *
 * <p><strong>Edges.</strong> Months without a decision are there, with zeros. A contract without an amount counts as zero.
 * Without bands that were told, nothing is safe: what is not known stands apart. Whoever gave notice counts in the month of
 * the end, as far as that is within the horizon.
 *
 * @param month  the month of the decision date, or for those who have given notice that of the end
 * @param byFate  what is decided, by what can be said of it now; each is there, if only as zero
 */
public record DecisionMonth(YearMonth month, Map<Fate, Money> byFate) {

    /** What can be said of a decision that is ahead. */
    public enum Fate {
        /** The customer's health is in the best band. */
        SAFE,
        /** It is in another band, and something can still be begun in time. */
        AT_RISK,
        /** It is in another band and the last day to begin anything in time has passed, or notice has been given. */
        TOO_LATE,
        /** The customer's health is not known. */
        NOT_KNOWN
    }

    /**
     * Copies the amounts.
     *
     * @param month  the month
     * @param byFate  the amounts
     */
    public DecisionMonth {
        byFate = Collections.unmodifiableMap(new EnumMap<>(byFate));
    }

    /**
     * All that is decided in the month.
     *
     * @return the sum
     */
    public Money arr() {
        return Money.total(byFate.values());
    }

    /**
     * What is decided of which something can be said.
     *
     * @param fate  what can be said
     * @return the sum
     */
    public Money arr(Fate fate) {
        return requireNonNull(byFate.get(fate), "fate");
    }

    static List<DecisionMonth> of(Plan plan, DecisionsAhead decisions) {
        Map<YearMonth, Map<Fate, Money>> months = new TreeMap<>();
        LocalDate last = plan.date().plusDays(decisions.days());
        for (YearMonth month = YearMonth.from(plan.date().plusDays(1));
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            months.put(month, zero(plan));
        }
        Map<String, LocalDate> tooLate = new HashMap<>();
        for (AtRisk line : plan.atRisk().read(AtRiskList::tooLate, List.<AtRisk>of())) {
            line.decisionDate().ifPresent(date -> tooLate.put(line.customerId(), date));
        }
        for (DecisionAhead decision : decisions.ahead()) {
            boolean isTooLate = decision.date().equals(tooLate.get(decision.customerId()));
            add(plan, months, decision, fate(plan, decision.customerId(), isTooLate));
        }
        for (DecisionAhead decision : decisions.leaving()) {
            if (!decision.date().isAfter(last)) {
                add(plan, months, decision, Fate.TOO_LATE);
            }
        }
        List<DecisionMonth> all = new ArrayList<>();
        months.forEach((month, byFate) -> all.add(new DecisionMonth(month, byFate)));
        return List.copyOf(all);
    }

    private static Map<Fate, Money> zero(Plan plan) {
        Map<Fate, Money> amounts = new EnumMap<>(Fate.class);
        for (Fate fate : Fate.values()) {
            amounts.put(fate, Money.zero(plan.currency()));
        }
        return amounts;
    }

    private static void add(Plan plan, Map<YearMonth, Map<Fate, Money>> months, DecisionAhead decision, Fate fate) {
        months.computeIfAbsent(YearMonth.from(decision.date()), absent -> zero(plan))
                .merge(fate, decision.arr().orElse(Money.zero(plan.currency())), Money::plus);
    }

    private static Fate fate(Plan plan, String customer, boolean isTooLate) {
        List<Band> bands = plan.bands().list();
        String band = plan.find(customer).map(CustomerLine::band).orElse(SegmentLine.UNKNOWN);
        if (band.equals(bands.get(bands.size() - 1).code())) {
            return Fate.SAFE;
        }
        if (isTooLate) {
            return Fate.TOO_LATE;
        }
        return band.equals(SegmentLine.UNKNOWN) ? Fate.NOT_KNOWN : Fate.AT_RISK;
    }
}
