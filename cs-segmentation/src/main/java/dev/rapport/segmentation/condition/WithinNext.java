package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberRange;
import dev.rapport.model.decision.RangeFunction;
import java.time.LocalDate;

/**
 * A date among the next days: those after the day of the cut, so many in all.
 *
 * @param key  the attribute
 * @param days  how many days, at least 1
 */
public record WithinNext(AttributeKey<LocalDate> key, int days) implements Condition {

    /**
     * Checks the number of days.
     *
     * @param key  the attribute
     * @param days  how many days
     * @throws IllegalArgumentException if there is not at least one
     */
    public WithinNext {
        requireNonNull(key, "key");
        if (days < 1) {
            throw new IllegalArgumentException("days (" + days + ") must be at least 1.");
        }
    }

    @Override
    public Node compile(Scope scope) {
        Node node = Node.date(key.name() + ".within-next", key, new Window(days));
        return Wording.said(node.asCondition(), "within the next " + (days == 1 ? "day" : days + " days"));
    }

    private record Window(double days) implements RangeFunction {

        @Override
        public NumberRange range(double today) {
            return NumberRange.above(today).and(NumberRange.atMost(today + days));
        }

        @Override
        public double distance(double number, double today) {
            if (apply(number, today) != 0) {
                return 0;
            }
            return number <= today ? today + 1 - number : today + days - number;
        }
    }
}
