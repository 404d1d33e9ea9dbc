package dev.rapport.health.measure;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberFunction;
import dev.rapport.model.decision.TimeToLive;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final Curve curve;
    private final Optional<String> unit;
    private final Optional<Direction> direction;
    private final Optional<String> text;
    private final Optional<TimeToLive> timeToLive;
    private final Optional<Relative> relative;

    private Measure(Draft draft) {
        this.code = requireNonNull(draft.code, "code");
        this.attribute = requireNonNull(draft.attribute, "attribute");
        this.curve = requireNonNull(draft.curve, "curve");
        this.unit = draft.unit;
        this.direction = draft.direction;
        this.text = draft.text;
        this.timeToLive = draft.timeToLive;
        this.relative = draft.relative;
        if (!AttributeKey.isName(attribute)) {
            throw new IllegalArgumentException("attribute (" + attribute
                    + ") must be lower-case words of letters and digits, joined by '-' and grouped by '.'.");
        }
    }

    private Measure with(Consumer<Draft> change) {
        Draft draft = new Draft(code, attribute, curve);
        draft.unit = unit;
        draft.direction = direction;
        draft.text = text;
        draft.timeToLive = timeToLive;
        draft.relative = relative;
        change.accept(draft);
        return new Measure(draft);
    }

    /** A measure that is being made. */
    private static final class Draft {
        final String code;
        final String attribute;
        final Curve curve;
        Optional<String> unit = Optional.empty();
        Optional<Direction> direction = Optional.empty();
        Optional<String> text = Optional.empty();
        Optional<TimeToLive> timeToLive = Optional.empty();
        Optional<Relative> relative = Optional.empty();

        Draft(String code, String attribute, Curve curve) {
            this.code = code;
            this.attribute = attribute;
            this.curve = curve;
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
        return new Measure(new Draft(code, attribute, curve));
    }

    /**
     * This measure with the unit in which the curve counts.
     *
     * @param newUnit  the unit, such as {@code days}; for money the currency, which must be said
     * @return the measure
     */
    public Measure unit(String newUnit) {
        return with(draft -> draft.unit = Optional.of(newUnit));
    }

    /**
     * This measure with the direction that its curve is meant to have, which is checked.
     *
     * @param newDirection  whether more is better
     * @return the measure
     */
    public Measure direction(Direction newDirection) {
        return with(draft -> draft.direction = Optional.of(newDirection));
    }

    /**
     * This measure with an explanation of its own, for the readers of reasons.
     *
     * @param newText  a sentence or less
     * @return the measure
     */
    public Measure text(String newText) {
        return with(draft -> draft.text = Optional.of(newText));
    }

    /**
     * This measure with a time to live: what is older counts less and less, and then as missing.
     *
     * @param newTimeToLive  for how long a value counts
     * @return the measure
     */
    public Measure timeToLive(TimeToLive newTimeToLive) {
        return with(draft -> draft.timeToLive = Optional.of(newTimeToLive));
    }

    /**
     * This measure relative to others: its curve then reads what the customer is among them.
     *
     * @param to  who the others are, and what the curve reads
     * @return the measure
     */
    public Measure relative(Relative to) {
        return with(draft -> draft.relative = Optional.of(to));
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
     * Whether more is better, as the author says.
     *
     * @return the direction, or empty if it is not said
     */
    public Optional<Direction> direction() {
        return direction;
    }

    /**
     * What the measure is about, in words.
     *
     * @return a sentence or less, or empty
     */
    public Optional<String> text() {
        return text;
    }

    /**
     * For how long a value counts.
     *
     * @return the time to live, or empty for ever
     */
    public Optional<TimeToLive> timeToLive() {
        return timeToLive;
    }

    /**
     * What the value is compared with.
     *
     * @return who the others are, or empty if the value counts by itself
     */
    public Optional<Relative> relative() {
        return relative;
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
        return resolve(resolver, at, code, UnaryOperator.identity());
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
        return resolve(resolver, at, question, points -> Threshold.of(points, below, ifBelow, otherwise));
    }

    private Optional<Node> resolve(Resolver resolver, Location at, String leafCode, UnaryOperator<NumberFunction> of) {
        return resolver.find(attribute, unit, curve, at)
                .map(key -> leaf(leafCode, key, of))
                .flatMap(leaf -> compared(leaf, resolver, at))
                .map(leaf -> timeToLive.map(leaf::fading).orElse(leaf))
                .map(leaf -> text.map(leaf::described).orElse(leaf));
    }

    private Optional<Node> compared(Node leaf, Resolver resolver, Location at) {
        if (relative.isEmpty()) {
            return Optional.of(leaf);
        }
        if (!(CurveFunctions.upright(curve) instanceof Curve.OfNumbers)) {
            return Optional.empty();
        }
        Relative to = relative.get();
        Optional<AttributeKey<String>> by =
                to.within().flatMap(group -> resolver.findGroup(group, at.child("relative")));
        return by.isEmpty() && to.within().isPresent()
                ? Optional.empty()
                : resolver.requireReference(code, at).map(reference -> reference.compared(leaf, attribute, to, by));
    }

    /**
     * Looks for what does not fit together in the measure itself: a curve that does not lead where its direction says, a
     * relation of what cannot be compared.
     *
     * @param at  where the measure stands in its document
     * @return everything that is wrong
     */
    public Problems check(Location at) {
        ProblemCollector problems = new ProblemCollector();
        direction.ifPresent(said -> MeasureCheck.direction(this, said, at, problems));
        if (relative.isPresent() && !(CurveFunctions.upright(curve) instanceof Curve.OfNumbers)) {
            problems.add(Problem.error(
                            "not-comparable",
                            at.child("relative"),
                            "measure " + Quote.text(code) + " is relative, but its curve reads no numbers")
                    .withAdvice("Maybe leave out relative, or give it a curve over numbers"));
        }
        return problems.problems();
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
            return Leaves.text(leafCode, key, text -> ofPoints.apply(CurveFunctions.pointsOf(categories, text), 0));
        }
        Curve.YesNo yesNo = (Curve.YesNo) upright;
        return Leaves.bool(leafCode, key, ofPoints.apply(yesNo.yes(), 0), ofPoints.apply(yesNo.no(), 0));
    }

    private List<Object> parts() {
        return List.of(code, attribute, curve, unit, direction, text, timeToLive, relative);
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
