package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberRange;
import dev.rapport.model.decision.RangeFunction;

/**
 * A value compared with a bound. An amount of money in another currency than the bound's fails the condition.
 *
 * @param key  a number, an amount of money, a date; a text or yes or no to be equal
 * @param operator  how it is compared
 * @param bound  what it is compared with, of the key's kind
 */
public record Comparison(AttributeKey<?> key, Operator operator, Object bound) implements Condition {

    /**
     * Checks that the three go together.
     *
     * @param key  the attribute
     * @param operator  how it is compared
     * @param bound  what it is compared with
     * @throws IllegalArgumentException if the bound is of another kind or the kind has no order
     */
    public Comparison {
        if (key.kind() == AttributeKind.TEXT_SET) {
            throw new IllegalArgumentException("attribute (" + key + ") is a set of texts and cannot be compared.\n"
                    + "Maybe containsAny or containsAll.");
        }
        Scale.check(key, "bound", bound);
        if (operator != Operator.EQUAL && !Scale.isOrdered(key.kind())) {
            throw new IllegalArgumentException("operator (" + operator.word() + ") must be equal for attribute (" + key
                    + "), " + Wording.kind(key.kind()) + ".");
        }
    }

    @Override
    public Node compile(Scope scope) {
        return Wording.said(node(key, operator, bound), operator.phrase() + " " + Wording.value(bound));
    }

    /** The comparison as a node without words. */
    @SuppressWarnings("unchecked") // each key is of the kind that is asked for
    static Node node(AttributeKey<?> key, Operator operator, Object bound) {
        String code = key.name() + "." + operator.word();
        Node node = switch (key.kind()) {
            case TEXT -> Node.text(code, (AttributeKey<String>) key, text -> text.equals(bound) ? 1 : 0);
            case BOOLEAN ->
                Node.bool(code, (AttributeKey<Boolean>) key, (Boolean) bound ? 1 : 0, (Boolean) bound ? 0 : 1);
            default ->
                Scale.node(code, key, bound, new Compared(operator, key.kind().toNumber(bound), Scale.step(bound)));
        };
        return node.asCondition();
    }

    /** The comparison of a number with a bound. */
    private record Compared(Operator operator, double bound, double step) implements RangeFunction {

        @Override
        public NumberRange range(double today) {
            return operator.range(bound);
        }

        @Override
        public double distance(double number, double today) {
            double met = apply(number, today);
            if (met != 0) {
                return Double.isNaN(met) ? met : 0;
            }
            return Scale.finite(
                    switch (operator) {
                        case AT_LEAST, AT_MOST, EQUAL -> bound - number;
                        case ABOVE -> Scale.beyond(number, bound, step, 1);
                        case BELOW -> Scale.beyond(number, bound, step, -1);
                    });
        }
    }
}
