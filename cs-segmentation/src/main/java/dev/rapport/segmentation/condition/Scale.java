package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberFunction;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The kinds of attribute that have an order: numbers, money and dates. */
final class Scale {

    private Scale() {}

    static boolean isOrdered(AttributeKind kind) {
        return kind == AttributeKind.NUMBER || kind == AttributeKind.MONEY || kind == AttributeKind.DATE;
    }

    /** Refuses a bound that cannot be compared with values of the key. */
    static void check(AttributeKey<?> key, String name, Object bound) {
        if (!key.kind().type().isInstance(bound)) {
            throw new IllegalArgumentException(name + " (" + bound + ") must be of the kind of attribute (" + key
                    + "), " + Wording.kind(key.kind()) + ".");
        }
        if (bound instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalArgumentException(name + " (" + bound + ") must be a finite number.");
        }
    }

    /** The least step from a bound to what lies beyond it: a day, a minor unit of the currency; 0 for numbers. */
    static double step(Object bound) {
        if (bound instanceof Money money) {
            return StrictMath.pow(10, -money.getCurrencyUnit().getDecimalPlaces());
        }
        return bound instanceof LocalDate ? 1 : 0;
    }

    /** How far a number is from the side of a bound that does not include it. */
    static double beyond(double number, double bound, double step, double sign) {
        if (step > 0) {
            return bound + sign * step - number;
        }
        return number == bound ? sign * Math.ulp(bound) : bound - number;
    }

    /** A distance that a double can hold, or none. */
    static double finite(double distance) {
        return Double.isInfinite(distance) ? Double.NaN : distance;
    }

    /** A condition on an ordered attribute. */
    @SuppressWarnings("unchecked") // each key is of the kind that is asked for
    static Node node(String code, AttributeKey<?> key, Object bound, NumberFunction function) {
        Node node = switch (key.kind()) {
            case NUMBER -> Node.number(code, (AttributeKey<Double>) key, function);
            case MONEY -> Node.money(code, (AttributeKey<Money>) key, currency(bound), function);
            case DATE -> Node.date(code, (AttributeKey<LocalDate>) key, function);
            case TEXT, BOOLEAN, TEXT_SET ->
                throw new IllegalArgumentException(
                        "attribute (" + key + ") must have an order, is " + Wording.kind(key.kind()) + ".");
        };
        return node.asCondition();
    }

    private static CurrencyUnit currency(Object bound) {
        return ((Money) bound).getCurrencyUnit();
    }
}
