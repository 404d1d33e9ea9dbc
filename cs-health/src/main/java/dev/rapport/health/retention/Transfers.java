package dev.rapport.health.retention;

import dev.rapport.model.family.Succession;
import dev.rapport.model.family.Successions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Finds the revenue that moved between customers. Splits come first: what a new customer has, up to what the one that it
 * came out of lost. Then mergers, those first whose customer nobody was merged into: all that the merged one has no more.
 */
final class Transfers {

    private final Successions successions;
    private final Map<String, Money> then;
    private final Map<String, Money> now;
    private final Money zero;
    private final List<Transfer> found = new ArrayList<>();

    /** Changes {@code then} into what would have been without the successions. */
    private Transfers(Successions successions, Map<String, Money> then, Map<String, Money> now, Money zero) {
        this.successions = successions;
        this.then = then;
        this.now = now;
        this.zero = zero;
    }

    /**
     * The transfers between two cuts.
     *
     * @param earlier  who had become whom then: these splits are over, unless the new customer paid nothing yet
     * @param later  who has become whom now
     * @param then  the revenue then, at the later rates; afterwards as if it had moved before
     * @param now  the revenue now
     * @param currency  the currency of both
     * @return the transfers above zero
     */
    static List<Transfer> find(
            Successions earlier,
            Successions later,
            Map<String, Money> then,
            Map<String, Money> now,
            CurrencyUnit currency) {
        Transfers transfers = new Transfers(later, then, now, Money.zero(currency));
        Set<Succession> known = new HashSet<>(earlier.all());
        for (Succession succession : later.all()) {
            boolean isOver = known.contains(succession)
                    && transfers.then(succession.successor()).isPositive();
            if (succession.kind() == Succession.Kind.SPLIT && !isOver) {
                transfers.split(succession);
            }
        }
        transfers.merge();
        return List.copyOf(transfers.found);
    }

    private void split(Succession split) {
        String to = successions.mergedInto(split.successor()).orElse(split.successor());
        Money lost = then(split.predecessor()).minus(now(split.predecessor()));
        Money gained = now(to).minus(then(to));
        move(split, to, lost.isLessThan(gained) ? lost : gained);
    }

    /** A merged customer is passed on when all that were merged into it have been, however long the chain. */
    private void merge() {
        Map<String, Succession> waiting = new LinkedHashMap<>();
        Map<String, Integer> awaited = new LinkedHashMap<>();
        for (Succession succession : successions.all()) {
            if (succession.kind() == Succession.Kind.MERGER) {
                waiting.put(succession.predecessor(), succession);
                awaited.merge(succession.successor(), 1, Integer::sum);
            }
        }
        List<String> ready = new ArrayList<>(waiting.keySet());
        ready.removeIf(awaited::containsKey);
        for (int i = 0; i < ready.size(); i++) {
            Succession merger = waiting.get(ready.get(i));
            if (merger == null) {
                continue;
            }
            String into = merger.successor();
            move(merger, into, then(merger.predecessor()).minus(now(merger.predecessor())));
            if (awaited.merge(into, -1, Integer::sum) == 0) {
                ready.add(into);
            }
        }
    }

    private void move(Succession succession, String to, Money amount) {
        if (amount.isPositive()) {
            String from = succession.predecessor();
            then.put(from, then(from).minus(amount));
            then.put(to, then(to).plus(amount));
            found.add(new Transfer(succession, to, amount));
        }
    }

    private Money then(String customer) {
        return then.getOrDefault(customer, zero);
    }

    private Money now(String customer) {
        return now.getOrDefault(customer, zero);
    }
}
