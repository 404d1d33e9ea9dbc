package dev.rapport.health.retention;

import dev.rapport.model.family.Succession;
import org.joda.money.Money;

/**
 * Revenue that one customer has less of and another more, since they merged or split: nobody won or lost it.
 *
 * @param succession  who became whom, and how
 * @param to  the customer that has it now: the successor, or who took the successor over since
 * @param amount  how much, above zero
 */
public record Transfer(Succession succession, String to, Money amount) {

    /**
     * The customer that had it before.
     *
     * @return the id
     */
    public String from() {
        return succession.predecessor();
    }

    /**
     * How it came to move.
     *
     * @return a merger or a split
     */
    public Succession.Kind kind() {
        return succession.kind();
    }
}
