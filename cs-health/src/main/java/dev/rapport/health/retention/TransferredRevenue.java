package dev.rapport.health.retention;

import dev.rapport.model.family.Successions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;

/** What moved between customers that merged or split, and to which of their contracts and lines it belongs. */
final class TransferredRevenue {

    private final List<Transfer> transfers;

    private TransferredRevenue(List<Transfer> transfers) {
        this.transfers = transfers;
    }

    static TransferredRevenue find(
            Successions earlier,
            Successions later,
            List<UnitSeries> accounts,
            int to,
            Function<UnitSeries, Amounts> openingAtLaterRates) {
        if (later.all().isEmpty() || accounts.isEmpty()) {
            return new TransferredRevenue(List.of());
        }
        Map<String, Money> then = new TreeMap<>();
        Map<String, Money> now = new TreeMap<>();
        for (UnitSeries series : accounts) {
            then.put(
                    series.unit().customerId(),
                    openingAtLaterRates.apply(series).total());
            now.put(series.unit().customerId(), series.at(to).total());
        }
        List<Transfer> found = new ArrayList<>(Transfers.find(
                earlier, later, then, now, accounts.get(0).at(to).counted().getCurrencyUnit()));
        found.sort(Comparator.comparing(Transfer::amount).reversed().thenComparing(Transfer::succession));
        return new TransferredRevenue(List.copyOf(found));
    }

    /** Those of a customer that is shown, on either side. */
    List<Transfer> shown(Predicate<? super RevenueUnit> shown) {
        return transfers.stream()
                .filter(transfer -> shown.test(account(transfer.from())) || shown.test(account(transfer.to())))
                .toList();
    }

    private static RevenueUnit account(String customer) {
        return new RevenueUnit(customer, Optional.empty(), Optional.empty());
    }

    /**
     * What each unit got, or gave below zero. A transfer is taken from the contracts that became less and given to those
     * that became more, in the order of their ids; what finds no place among them was lost by the one or won by the other.
     */
    Map<RevenueUnit, Money> byUnit(List<UnitSeries> units, int to, Function<UnitSeries, Amounts> openingAtLaterRates) {
        Map<RevenueUnit, Money> moved = new HashMap<>();
        if (transfers.isEmpty()) {
            return moved;
        }
        boolean isAccount =
                units.stream().allMatch(series -> series.unit().contract().isEmpty());
        Map<String, List<UnitSeries>> byCustomer = new HashMap<>();
        units.forEach(series -> byCustomer
                .computeIfAbsent(series.unit().customerId(), absent -> new ArrayList<>())
                .add(series));
        for (Transfer transfer : transfers) {
            if (isAccount) {
                moved.merge(account(transfer.from()), transfer.amount().negated(), Money::plus);
                moved.merge(account(transfer.to()), transfer.amount(), Money::plus);
            } else {
                Map<RevenueUnit, Money> given =
                        grown(byCustomer.getOrDefault(transfer.from(), List.of()), -1, to, openingAtLaterRates, moved);
                Map<RevenueUnit, Money> got =
                        grown(byCustomer.getOrDefault(transfer.to(), List.of()), 1, to, openingAtLaterRates, moved);
                Money most = least(transfer.amount(), least(sum(given, transfer), sum(got, transfer)));
                spread(given, most, -1, moved);
                spread(got, most, 1, moved);
            }
        }
        return moved;
    }

    /** By how much each unit rose, or fell, beyond what was moved already. */
    private static Map<RevenueUnit, Money> grown(
            List<UnitSeries> units,
            int sign,
            int to,
            Function<UnitSeries, Amounts> openingAtLaterRates,
            Map<RevenueUnit, Money> moved) {
        Map<RevenueUnit, Money> grown = new TreeMap<>();
        for (UnitSeries series : units) {
            Money then = openingAtLaterRates.apply(series).total();
            Money before = moved.containsKey(series.unit()) ? then.plus(moved.get(series.unit())) : then;
            Money more = series.at(to).total().minus(before).multipliedBy(sign);
            if (more.isPositive()) {
                grown.put(series.unit(), more);
            }
        }
        return grown;
    }

    private static Money sum(Map<RevenueUnit, Money> amounts, Transfer transfer) {
        return Money.total(transfer.amount().getCurrencyUnit(), amounts.values());
    }

    private static Money least(Money a, Money b) {
        return a.isLessThan(b) ? a : b;
    }

    private static void spread(Map<RevenueUnit, Money> room, Money amount, int sign, Map<RevenueUnit, Money> moved) {
        Money left = amount;
        for (Map.Entry<RevenueUnit, Money> unit : room.entrySet()) {
            Money part = least(left, unit.getValue());
            moved.merge(unit.getKey(), part.multipliedBy(sign), Money::plus);
            left = left.minus(part);
        }
    }
}
