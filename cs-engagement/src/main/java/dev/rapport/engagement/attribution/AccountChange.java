package dev.rapport.engagement.attribution;

import dev.rapport.health.retention.ArrBridge;
import java.util.List;
import org.joda.money.Money;

/**
 * What became of a customer's recurring revenue in a period.
 *
 * @param customerId  the customer
 * @param base  what was paid at its start, at the exchange rates of its end
 * @param kept  what is paid at its end, without what came or went in mergers and splits
 */
public record AccountChange(String customerId, Money base, Money kept) {

    /**
     * The customers of a waterfall. Whether notice counts as churn is what its definition says.
     *
     * @param bridge  a waterfall by account
     * @return a change for each customer
     */
    public static List<AccountChange> of(ArrBridge bridge) {
        return bridge.changes().stream()
                .map(change -> new AccountChange(
                        change.unit().customerId(),
                        change.opening().plus(change.currency()),
                        change.closing().minus(change.transferred())))
                .toList();
    }
}
