package dev.rapport.health.measure;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberFunction;
import dev.rapport.model.problem.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is measured: an attribute and the curve that turns it into points from 0 to 100. Immutable.
 *
 * <pre>{@code
 * Measure.of("active-share", "usage.active-share", Curve.linear(new CurvePoint(0.2, 0), new CurvePoint(0.8, 100)))
 * }</pre>
 */
public final class Measure {

    private final String code;
    private final String attribute;
    private final Optional<String> unit;
    private final Curve curve;

    private Measure(String code, String attribute, Optional<String> unit, Curve curve) {
        this.code = requireNonNull(code, "code");
        this.attribute = requireNonNull(attribute, "attribute");
        this.unit = unit;
        this.curve = requireNonNull(curve, "curve");
        if (!AttributeKey.isName(attribute)) {
            throw new IllegalArgumentException("attribute (" + attribute
                    + ") must be lower-case words of letters and digits, joined by '-' and grouped by '.'.");
        }
    }

    /**
     * A measure.
     *
     * @param code  the name under which the points are explained
     * @param attribute  the name of the attribute
     * @param curve  how its value becomes points
     * @return the measure, without a unit
     */
    public static Measure of(String code, String attribute, Curve curve) {
        return new Measure(code, attribute, Optional.empty(), curve);
    }

    /**
     * This measure with the unit in which the curve counts.
     *
     * @param newUnit  the unit, such as {@code days}; for money the currency, which must be said
     * @return the measure
     */
    public Measure unit(String newUnit) {
        return new Measure(code, attribute, Optional.of(newUnit), curve);
    }

    /**
     * The name under which the points are explained.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * What is measured.
     *
     * @return the name of the attribute
     */
    public String attribute() {
        return attribute;
    }

    /**
     * In which unit the curve counts.
     *
     * @return the unit, or empty
     */
    public Optional<String> unit() {
        return unit;
    }

    /**
     * How a value becomes points.
     *
     * @return the curve
     */
    public Curve curve() {
        return curve;
    }

    /**
     * Compiles the measure.
     *
     * @param resolver  knows the attributes, and is told what does not fit
     * @param at  where the measure stands in its document
     * @return a leaf that gives the points; empty if something does not fit
     */
    public Optional<Node> resolve(Resolver resolver, Location at) {
        return resolver.find(attribute, unit, curve, at).map(key -> leaf(code, key, UnaryOperator.identity()));
    }

    /**
     * Compiles the question whether the measure is below some points.
     *
     * @param resolver  knows the attributes, and is told what does not fit
     * @param at  where the question stands in its document
     * @param question  the code of the leaf
     * @param below  the points, exclusive
     * @param ifBelow  the value of the leaf if the measure is below
     * @param otherwise  the value of the leaf if it is not
     * @return the leaf; empty if something does not fit
     */
    public Optional<Node> resolveBelow(
            Resolver resolver, Location at, String question, double below, double ifBelow, double otherwise) {
        return resolver.find(attribute, unit, curve, at)
                .map(key -> leaf(question, key, points -> Threshold.of(points, below, ifBelow, otherwise)));
    }

    private Node leaf(String leafCode, AttributeKey<?> key, UnaryOperator<NumberFunction> of) {
        Curve upright = CurveFunctions.upright(curve);
        if (upright instanceof Curve.OfNumbers numbers) {
            return Leaves.numeric(leafCode, key, unit, of.apply(CurveFunctions.ofNumbers(numbers)));
        }
        if (upright instanceof Curve.Days days) {
            NumberFunction function = new DayFunction(days.count(), CurveFunctions.ofNumbers(days.of()));
            return Leaves.numeric(leafCode, key, unit, of.apply(function));
        }
        NumberFunction ofPoints = of.apply(Threshold.ITSELF);
        if (upright instanceof Curve.Categories categories) {
            return Leaves.text(
                    leafCode, key, text -> ofPoints.apply(CurveFunctions.pointsOf(categories, text), 0));
        }
        Curve.YesNo yesNo = (Curve.YesNo) upright;
        return Leaves.bool(leafCode, key, ofPoints.apply(yesNo.yes(), 0), ofPoints.apply(yesNo.no(), 0));
    }

    private List<Object> parts() {
        return List.of(code, attribute, unit, curve);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Measure other && parts().equals(other.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Code and attribute. */
    @Override
    public String toString() {
        return code + " (" + attribute + ")";
    }
}
