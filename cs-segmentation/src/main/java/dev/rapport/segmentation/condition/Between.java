package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberRange;
import dev.rapport.model.decision.RangeFunction;
import org.joda.money.Money;

/**
 * A value in a range, lower bound inclusive, upper exclusive.
 *
 * @param key  a number, an amount of money or a date
 * @param from  the lower bound, of the key's kind
 * @param below  the upper bound, greater than the lower one; of money, in the same currency
 */
public record Between(AttributeKey<?> key, Object from, Object below) implements Condition {

    /**
     * Checks that the three go together.
     *
     * @param key  the attribute
     * @param from  the lower bound
     * @param below  the upper bound
     * @throws IllegalArgumentException if a bound is of another kind, or the range is empty
     */
    public Between {
        if (!Scale.isOrdered(key.kind())) {
            throw new IllegalArgumentException("attribute (" + key
                    + ") must be a number, an amount of money or a date, is " + Wording.kind(key.kind()) + ".");
        }
        Scale.check(key, "from", from);
        Scale.check(key, "below", below);
        if (from instanceof Money lower
                && below instanceof Money upper
                && !lower.getCurrencyUnit().equals(upper.getCurrencyUnit())) {
            throw new IllegalArgumentException("below (" + below + ") must be in the currency of from (" + from + ").");
        }
        if (!(key.kind().toNumber(from) < key.kind().toNumber(below))) {
            throw new IllegalArgumentException("from (" + Wording.value(from) + ") must be less than below ("
                    + Wording.value(below) + ").\nMaybe the two are swapped; the upper bound is not included.");
        }
    }

    @Override
    public Node compile(Scope scope) {
        InRange range = new InRange(key.kind().toNumber(from), key.kind().toNumber(below), Scale.step(below));
        Node node = Scale.node(key.name() + ".between", key, from, range);
        return Wording.said(node, "from " + Wording.value(from) + " to below " + Wording.value(below));
    }

    private record InRange(double from, double below, double step) implements RangeFunction {

        @Override
        public NumberRange range(double today) {
            return NumberRange.atLeast(from).and(NumberRange.below(below));
        }

        @Override
        public double distance(double number, double today) {
            double met = apply(number, today);
            if (met != 0) {
                return Double.isNaN(met) ? met : 0;
            }
            return Scale.finite(number < from ? from - number : Scale.beyond(number, below, step, -1));
        }
    }
}
