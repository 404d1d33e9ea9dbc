package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.decision.Node;
import org.joda.money.Money;

/**
 * A number of facts compared with a bound: three urgent tickets or more in the last 90 days.
 *
 * @param tally  the number
 * @param operator  how it is compared
 * @param bound  what it is compared with: a number, or an amount in the currency of the tally
 */
public record TallyComparison(Tally tally, Operator operator, Object bound) implements Condition {

    /**
     * Checks that the three go together.
     *
     * @param tally  the number
     * @param operator  how it is compared
     * @param bound  what it is compared with
     * @throws IllegalArgumentException if the bound is of another kind
     */
    public TallyComparison {
        requireNonNull(operator, "operator");
        Scale.check(tally.attribute().key(), "bound", bound);
        if (bound instanceof Money money
                && !money.getCurrencyUnit().equals(tally.currency().orElseThrow())) {
            throw new IllegalArgumentException("bound (" + bound + ") must be in the currency of the sum, "
                    + tally.currency().orElseThrow() + ".");
        }
    }

    @Override
    public Node compile(Scope scope) {
        var attribute = tally.attribute();
        Node node = Comparison.node(attribute.key(), operator, bound).computedBy(attribute);
        return Wording.said(node, operator.phrase() + " " + Wording.value(bound) + " " + tally.words());
    }
}
