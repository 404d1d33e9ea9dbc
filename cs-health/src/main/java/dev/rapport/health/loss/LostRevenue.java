package dev.rapport.health.loss;

import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.ArrChange;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * Revenue of one customer that was lost: churn or contraction of a waterfall by account.
 *
 * @param on  the first day without it, where a contract tells; else the date by which it was gone
 * @param change  what became of the customer's revenue
 */
public record LostRevenue(LocalDate on, ArrChange change) {

    /**
     * Who it was.
     *
     * @return the customer
     */
    public String customerId() {
        return change.unit().customerId();
    }

    /**
     * How much.
     *
     * @return above zero
     */
    public Money amount() {
        return change.amount();
    }

    /**
     * Whether all of it went.
     *
     * @return true for churn, false for contraction
     */
    public boolean isChurn() {
        return change.kind().filter(ArrBridge.Kind.CHURN::equals).isPresent();
    }
}
