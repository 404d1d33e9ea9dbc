package dev.rapport.model.shape;

import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number, whole or not, in a range or in all that its type can hold.
 *
 * @param <N> what it makes
 */
public final class NumberShape<N extends Number> extends Shape<N> {

    static final NumberShape<Double> DOUBLE = of(new Kind<>(
            false,
            Range.ALL.from(BigDecimal.valueOf(-Double.MAX_VALUE), true).to(BigDecimal.valueOf(Double.MAX_VALUE), true),
            JsonNumber::toDouble));

    static final NumberShape<BigDecimal> DECIMAL = of(new Kind<>(false, Range.ALL, JsonNumber::toDecimal));

    static final NumberShape<Integer> INTEGER = of(new Kind<>(
            true,
            Range.between(Integer.MIN_VALUE, Integer.MAX_VALUE),
            found -> found.toDecimal().intValueExact()));

    static final NumberShape<Long> LONG = of(new Kind<>(
            true,
            Range.between(Long.MIN_VALUE, Long.MAX_VALUE),
            found -> found.toDecimal().longValueExact()));

    private static final Pattern LOOKS_LIKE_A_NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final Kind<N> kind;
    private final Range range;

    private NumberShape(Kind<N> kind, Range range) {
        this.kind = kind;
        this.range = range;
    }

    private static <N extends Number> NumberShape<N> of(Kind<N> kind) {
        return new NumberShape<>(kind, Range.ALL);
    }

    /**
     * Only numbers from an end upwards.
     *
     * @param lowest the smallest number allowed
     * @return the new shape
     */
    public NumberShape<N> atLeast(double lowest) {
        return new NumberShape<>(kind, range.from(exact(lowest), true));
    }

    /**
     * Only numbers up to an end.
     *
     * @param highest the largest number allowed
     * @return the new shape
     */
    public NumberShape<N> atMost(double highest) {
        return new NumberShape<>(kind, range.to(exact(highest), true));
    }

    /**
     * Only numbers between two ends, both allowed.
     *
     * @param lowest the smallest number allowed
     * @param highest the largest number allowed
     * @return the new shape
     */
    public NumberShape<N> between(double lowest, double highest) {
        return atLeast(lowest).atMost(highest);
    }

    /**
     * Only numbers greater than an end.
     *
     * @param end the largest number not allowed
     * @return the new shape
     */
    public NumberShape<N> above(double end) {
        return new NumberShape<>(kind, range.from(exact(end), false));
    }

    /**
     * Only numbers less than an end.
     *
     * @param end the smallest number not allowed
     * @return the new shape
     */
    public NumberShape<N> below(double end) {
        return new NumberShape<>(kind, range.to(exact(end), false));
    }

    /** The shortest decimal that stands for the double, without useless zeros. */
    private static BigDecimal exact(double end) {
        BigDecimal stripped = BigDecimal.valueOf(end).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    @Nullable
    N decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonNumber found)) {
            boolean quoted = json instanceof JsonText text
                    && LOOKS_LIKE_A_NUMBER.matcher(text.text()).matches();
            return wrongType(json, problems, quoted ? "Maybe without the quotes" : "");
        }
        BigDecimal decimal = found.toDecimal();
        if (kind.whole() && decimal.stripTrailingZeros().scale() > 0) {
            return wrongType(json, problems, "");
        }
        Range broken = range.contains(decimal) ? kind.holds() : range;
        if (!broken.contains(decimal)) {
            problems.error(
                    Codes.OUT_OF_RANGE,
                    json.location(),
                    "must be " + broken.rule() + ", was " + Quote.bare(found.literal()));
            return null;
        }
        return kind.convert().apply(found);
    }

    @Override
    void encode(N value, JsonOut out) {
        if (value instanceof BigDecimal decimal) {
            out.value(decimal);
        } else if (kind.whole()) {
            out.value(value.longValue());
        } else {
            out.value(value.doubleValue());
        }
    }

    @Override
    String expected() {
        return kind.whole() ? "a whole number" : "a number";
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().field("type", kind.whole() ? "integer" : "number");
        range.describe(schema.out());
    }

    /**
     * A type of numbers.
     *
     * @param whole whether it has no fractions
     * @param holds the numbers it can hold
     * @param convert makes one of a number it can hold
     */
    private record Kind<N>(boolean whole, Range holds, Function<JsonNumber, N> convert) {}
}
