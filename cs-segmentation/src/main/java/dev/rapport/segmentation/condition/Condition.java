package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/**
 * A condition on one customer's attributes. Immutable.
 *
 * <p>Found by typing the dot: {@code Condition.atLeast(SEATS, 10)}, {@code Condition.oneOf(COUNTRY, "DE", "AT")}, {@code
 * Condition.allOf(...)}. Open: a host adds conditions of its own, which compile to the same nodes and so have the same
 * reasons and the same speed; nothing here needs to know every kind.
 */
@FunctionalInterface
public interface Condition {

    /**
     * Compiles this condition.
     *
     * @param scope  the segments that it can refer to
     * @return a node that is a condition
     * @throws IllegalArgumentException if it refers to a segment that is not there
     */
    Node compile(Scope scope);

    /**
     * Compiles this condition outside of any segmentation.
     *
     * @return a node that is a condition
     */
    default Node compile() {
        return compile(Scope.none());
    }

    /**
     * A number that is so much or more.
     *
     * @param key  the attribute
     * @param bound  the least that meets it
     * @return the condition
     */
    static Condition atLeast(AttributeKey<Double> key, double bound) {
        return new Comparison(key, Operator.AT_LEAST, bound);
    }

    /**
     * A number that is so much or less.
     *
     * @param key  the attribute
     * @param bound  the most that meets it
     * @return the condition
     */
    static Condition atMost(AttributeKey<Double> key, double bound) {
        return new Comparison(key, Operator.AT_MOST, bound);
    }

    /**
     * A number that is more than so much.
     *
     * @param key  the attribute
     * @param bound  the bound, which does not meet it
     * @return the condition
     */
    static Condition above(AttributeKey<Double> key, double bound) {
        return new Comparison(key, Operator.ABOVE, bound);
    }

    /**
     * A number that is less than so much.
     *
     * @param key  the attribute
     * @param bound  the bound, which does not meet it
     * @return the condition
     */
    static Condition below(AttributeKey<Double> key, double bound) {
        return new Comparison(key, Operator.BELOW, bound);
    }

    /**
     * An amount of money that is so much or more.
     *
     * @param key  the attribute
     * @param bound  the least that meets it; amounts in another currency fail
     * @return the condition
     */
    static Condition atLeast(AttributeKey<Money> key, Money bound) {
        return new Comparison(key, Operator.AT_LEAST, bound);
    }

    /**
     * An amount of money that is less than so much.
     *
     * @param key  the attribute
     * @param bound  the bound, which does not meet it; amounts in another currency fail
     * @return the condition
     */
    static Condition below(AttributeKey<Money> key, Money bound) {
        return new Comparison(key, Operator.BELOW, bound);
    }

    /**
     * Any comparison: of numbers, money and dates by every operator, of texts and yes or no by {@link Operator#EQUAL}.
     *
     * @param key  the attribute
     * @param operator  how it is compared
     * @param bound  what it is compared with
     * @param <T>  the type of the value
     * @return the condition
     * @throws IllegalArgumentException if the kind of the attribute has no order
     */
    static <T> Condition compare(AttributeKey<T> key, Operator operator, T bound) {
        return new Comparison(key, operator, bound);
    }

    /**
     * A value that is this one; of texts letter by letter.
     *
     * @param key  the attribute
     * @param value  the value
     * @param <T>  the type of the value
     * @return the condition
     */
    static <T> Condition equalTo(AttributeKey<T> key, T value) {
        return new Comparison(key, Operator.EQUAL, value);
    }

    /**
     * Yes.
     *
     * @param key  the attribute
     * @return the condition
     */
    static Condition isTrue(AttributeKey<Boolean> key) {
        return new Comparison(key, Operator.EQUAL, true);
    }

    /**
     * No; what is not known is not no.
     *
     * @param key  the attribute
     * @return the condition
     */
    static Condition isFalse(AttributeKey<Boolean> key) {
        return new Comparison(key, Operator.EQUAL, false);
    }

    /**
     * A number, an amount of money or a date in a range.
     *
     * @param key  the attribute
     * @param from  the lower bound, inclusive
     * @param below  the upper bound, exclusive
     * @param <T>  the type of the value
     * @return the condition
     */
    static <T> Condition between(AttributeKey<T> key, T from, T below) {
        return new Between(key, from, below);
    }

    /**
     * A text that is one of some, letter by letter.
     *
     * @param key  the attribute
     * @param values  the texts, at least one
     * @return the condition
     */
    static Condition oneOf(AttributeKey<String> key, String... values) {
        return new OneOf(key, Set.copyOf(List.of(values)));
    }

    /**
     * A text that begins with one of some.
     *
     * @param key  the attribute
     * @param textCase  whether case counts
     * @param values  the beginnings, at least one
     * @return the condition
     */
    static Condition startsWith(AttributeKey<String> key, TextCase textCase, String... values) {
        return new StartsWith(key, Set.copyOf(List.of(values)), textCase);
    }

    /**
     * A text in which one of some others stands.
     *
     * @param key  the attribute
     * @param textCase  whether case counts
     * @param values  the texts to look for, at least one
     * @return the condition
     */
    static Condition containsText(AttributeKey<String> key, TextCase textCase, String... values) {
        return new ContainsText(key, Set.copyOf(List.of(values)), textCase);
    }

    /**
     * A set of texts that has one of some in it.
     *
     * @param key  the attribute
     * @param values  the texts to look for, at least one
     * @return the condition
     */
    static Condition containsAny(AttributeKey<Set<String>> key, String... values) {
        return new ContainsAny(key, Set.copyOf(List.of(values)));
    }

    /**
     * A set of texts that has all of some in it.
     *
     * @param key  the attribute
     * @param values  the texts to look for, at least one
     * @return the condition
     */
    static Condition containsAll(AttributeKey<Set<String>> key, String... values) {
        return new ContainsAll(key, Set.copyOf(List.of(values)));
    }

    /**
     * An attribute that has a value.
     *
     * @param key  the attribute
     * @return the condition
     */
    static Condition present(AttributeKey<?> key) {
        return new Present(key);
    }

    /**
     * An attribute that has no value.
     *
     * @param key  the attribute
     * @return the condition
     */
    static Condition missing(AttributeKey<?> key) {
        return new Missing(key);
    }

    /**
     * A date among the last days, the day of the cut included.
     *
     * @param key  the attribute
     * @param days  how many days, at least 1
     * @return the condition
     */
    static Condition withinLast(AttributeKey<LocalDate> key, int days) {
        return new WithinLast(key, days);
    }

    /**
     * A date among the next days, the day of the cut not included.
     *
     * @param key  the attribute
     * @param days  how many days, at least 1
     * @return the condition
     */
    static Condition withinNext(AttributeKey<LocalDate> key, int days) {
        return new WithinNext(key, days);
    }

    /**
     * A number of facts, such as how many urgent tickets there were.
     *
     * @param tally  the number
     * @param operator  how it is compared
     * @param bound  what it is compared with
     * @return the condition
     */
    static Condition compare(Tally tally, Operator operator, double bound) {
        return new TallyComparison(tally, operator, bound);
    }

    /**
     * A sum of money in facts, such as what was bought.
     *
     * @param tally  the sum
     * @param operator  how it is compared
     * @param bound  what it is compared with
     * @return the condition
     */
    static Condition compare(Tally tally, Operator operator, Money bound) {
        return new TallyComparison(tally, operator, bound);
    }

    /**
     * Something that changed by so much or more.
     *
     * @param of  an attribute, or a number of facts
     * @param days  against how many days ago
     * @param direction  which way
     * @param by  how much or more
     * @return the condition
     */
    static Condition changed(Observed of, int days, Direction direction, Extent by) {
        return ChangedBy.of(of, days, direction, by);
    }

    /**
     * All of some conditions.
     *
     * @param conditions  the conditions, at least one
     * @return the condition
     */
    static Condition allOf(Condition... conditions) {
        return new AllOf(List.of(conditions));
    }

    /**
     * At least one of some conditions.
     *
     * @param conditions  the conditions, at least one
     * @return the condition
     */
    static Condition anyOf(Condition... conditions) {
        return new AnyOf(List.of(conditions));
    }

    /**
     * None of some conditions; of one, its opposite.
     *
     * @param conditions  the conditions, at least one
     * @return the condition
     */
    static Condition noneOf(Condition... conditions) {
        return new NoneOf(List.of(conditions));
    }

    /**
     * At least so many of some conditions.
     *
     * @param count  how many must hold
     * @param conditions  the conditions, at least as many
     * @return the condition
     */
    static Condition atLeastOf(int count, Condition... conditions) {
        return new AtLeastOf(count, List.of(conditions));
    }

    /**
     * A customer that meets the condition of another segment.
     *
     * @param segmentId  the segment, one of those that are defined together
     * @return the condition
     */
    static Condition memberOf(String segmentId) {
        return new MemberOf(segmentId);
    }
}
