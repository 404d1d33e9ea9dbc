package dev.rapport.health.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.decision.NumberFunction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static CurvePoint point(double at, double points) {
        return new CurvePoint(at, points);
    }

    @Test
    void line_isExactAtItsPoints_straightBetween_andLevelOutside() {
        Line falling = Line.through(List.of(point(1, 100), point(7, 80), point(30, 20)));

        assertThat(falling.valueAt(1)).isEqualTo(100);
        assertThat(falling.valueAt(4)).isEqualTo(90);
        assertThat(falling.valueAt(7)).isEqualTo(80);
        assertThat(falling.valueAt(-1e300)).isEqualTo(100);
        assertThat(falling.valueAt(Double.POSITIVE_INFINITY)).isEqualTo(20);
        assertThat(falling.valueAt(Double.NaN)).isNaN();
    }

    @Test
    void steps_countFromTheirBound_inclusive() {
        NumberFunction function = CurveFunctions.ofNumbers(Curve.steps(100, point(1, 80), point(3, 20)));

        assertThat(List.of(0.0, 0.99, 1.0, 2.99, 3.0, 99.0).stream().map(at -> function.apply(at, 0)))
                .containsExactly(100.0, 100.0, 80.0, 80.0, 20.0, 20.0);
    }

    @Test
    void textThatIsNoCategory_hasNoPoints() {
        Curve.Categories categories = Curve.categories(Map.of("gold", 100.0));

        assertThat(CurveFunctions.pointsOf(categories, "gold")).isEqualTo(100);
        assertThat(CurveFunctions.pointsOf(categories, "lead")).isNaN();
    }

    @Test
    void curves_refuseWhatIsNoCurve() {
        assertThatThrownBy(() -> Curve.linear(point(5, 0), point(5, 100)))
                .hasMessageContaining("points[1] (at 5.0) must lie above points[0] (at 5.0)")
                .hasMessageContaining("\nMaybe the points are in the wrong order");
        assertThatThrownBy(() -> Curve.linear(point(0, 0))).hasMessage("points must be at least 2, was 1.");
        assertThatThrownBy(() -> Curve.linear(point(0, 0), point(1, 101)))
                .hasMessage("points of points[1] (101.0) must be between 0 and 100.");
        assertThatThrownBy(() -> Curve.linear(point(-1e308, 0), point(1e308, 1)))
                .hasMessageContaining("too far");
        assertThatThrownBy(() -> Curve.yesNo(-1, 0)).hasMessage("yes (-1.0) must be between 0 and 100.");
        assertThatThrownBy(() -> point(Double.NaN, 1)).hasMessage("point [NaN, 1.0] must be finite.");
    }

    @Test
    void target_isBestAtIt_worseEitherWay_asFarAsSaid() {
        NumberFunction even = CurveFunctions.ofNumbers(Curve.target(100, new Curve.Distance(5, 25)));
        assertThat(List.of(70.0, 75.0, 85.0, 95.0, 100.0, 105.0, 115.0, 125.0, 999.0).stream()
                        .map(at -> even.apply(at, 0)))
                .containsExactly(0.0, 0.0, 50.0, 100.0, 100.0, 100.0, 50.0, 0.0, 0.0);

        NumberFunction uneven = CurveFunctions.ofNumbers(
                new Curve.Target(1, new Curve.Distance(0, 0.5), new Curve.Distance(0.25, 1.25)));
        assertThat(List.of(0.5, 0.75, 1.0, 1.25, 1.75, 2.25).stream().map(at -> uneven.apply(at, 0)))
                .containsExactly(0.0, 50.0, 100.0, 100.0, 50.0, 0.0);
        assertThatThrownBy(() -> new Curve.Distance(5, 5))
                .hasMessage("good (5.0) must be at least 0 and less than none (5.0), which must be finite.\n"
                        + "Maybe they are the wrong way round: good is the nearer of the two.");
        assertThatThrownBy(() -> Curve.target(1e300, new Curve.Distance(0, 1)))
                .hasMessage("target (1.0E300) must be finite, and its distances large enough to be told from it.");
    }

    @Test
    void inverted_isBestWhereTheCurveWasWorst_andBackAgain() {
        Curve curve = Curve.linear(point(0, 20), point(10, 100));
        assertThat(CurveFunctions.upright(curve.inverted())).isEqualTo(Curve.linear(point(0, 80), point(10, 0)));
        assertThat(curve.inverted().inverted()).isSameAs(curve);
        assertThat(CurveFunctions.upright(new Curve.Inverted(curve.inverted()))).isEqualTo(curve);
        assertThat(CurveFunctions.upright(Curve.yesNo(100, 30).inverted())).isEqualTo(Curve.yesNo(0, 70));
        assertThat(CurveFunctions.upright(Curve.categories(Map.of("gold", 90.0)).inverted()))
                .isEqualTo(Curve.categories(Map.of("gold", 10.0)));
        assertThat(CurveFunctions.upright(
                        Curve.daysSince(Curve.steps(0, point(30, 40))).inverted()))
                .isEqualTo(Curve.daysSince(Curve.steps(100, point(30, 60))));
    }

    @Test
    void days_areCountedFromTheDate_orToIt() {
        Curve.OfNumbers days = Curve.linear(point(0, 0), point(100, 100));
        double today = 20_000;

        assertThat(new DayFunction(Curve.Count.SINCE, CurveFunctions.ofNumbers(days)).apply(19_970, today))
                .isEqualTo(30);
        assertThat(new DayFunction(Curve.Count.UNTIL, CurveFunctions.ofNumbers(days)).apply(20_030, today))
                .isEqualTo(30);
        assertThat(Curve.daysUntil(days).kinds()).containsExactly(AttributeKind.DATE);
    }

    @Test
    void direction_isThatOfTheCurve_ofCurvesThatHaveOne() {
        assertThat(Direction.of(Curve.linear(point(0, 0), point(1, 50), point(2, 50))))
                .contains(Direction.HIGHER_IS_BETTER);
        assertThat(Direction.of(Curve.steps(100, point(1, 50)))).contains(Direction.LOWER_IS_BETTER);
        assertThat(Direction.of(Curve.steps(100, point(1, 50)).inverted())).contains(Direction.HIGHER_IS_BETTER);
        assertThat(Direction.of(Curve.daysSince(Curve.steps(100, point(1, 50)))))
                .contains(Direction.LOWER_IS_BETTER);
        assertThat(Direction.of(Curve.linear(point(0, 50), point(1, 50)))).isEmpty();
        assertThat(Direction.of(Curve.linear(point(0, 50), point(1, 60), point(2, 50))))
                .isEmpty();
        assertThat(Direction.of(Curve.yesNo(100, 0))).isEmpty();
    }

    /** Row by row and many rows at once, of every number of pieces. */
    @Property(tries = 1000)
    void functions_giveTheSameBits_forManyRowsAsForOne(@ForAll long seed) {
        Random random = new Random(seed);
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            points.add(point(i * 10 + random.nextInt(10), random.nextDouble() * 100));
        }
        List<NumberFunction> functions = new ArrayList<>(List.of(
                Line.through(points),
                new StepFunction(new Curve.Steps(random.nextDouble() * 100, points)),
                Threshold.at(40, 1, 0),
                Threshold.of(Line.through(points), 50, 3, 7),
                new DayFunction(Curve.Count.SINCE, Line.through(points)),
                new DayFunction(Curve.Count.UNTIL, Line.through(points))));
        for (NumberFunction function : functions) {
            double[] numbers = random.doubles(100, -20, 100).toArray();
            numbers[50] = points.get(0).at();
            double[] together = numbers.clone();
            function.applyAll(together, new byte[100], 10, 90, 37);
            for (int row = 0; row < 100; row++) {
                double expected = row < 10 || row >= 90 ? numbers[row] : function.apply(numbers[row], 37);
                assertThat(Double.doubleToLongBits(together[row]))
                        .as("seed " + seed)
                        .isEqualTo(Double.doubleToLongBits(expected));
            }
            assertThat(function.isTotal()).isTrue();
        }
    }

    @Property(tries = 2000)
    void line_isExactAtEachPoint_andNeverLeavesItsNeighbours(@ForAll long seed) {
        Random random = new Random(seed);
        double scale = random.nextBoolean() ? 100 : 1e5;
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            points.add(point(i + random.nextDouble() * 0.9, Math.rint(random.nextDouble() * scale) / scale * 100));
        }
        Line line = Line.through(points);
        for (int i = 0; i < points.size(); i++) {
            assertThat(line.valueAt(points.get(i).at()))
                    .as("seed " + seed)
                    .isEqualTo(points.get(i).points());
            if (i > 0) {
                double a = points.get(i - 1).points();
                double b = points.get(i).points();
                double x = points.get(i - 1).at()
                        + random.nextDouble()
                                * (points.get(i).at() - points.get(i - 1).at());
                assertThat(line.valueAt(x)).as("seed " + seed).isBetween(Math.min(a, b), Math.max(a, b));
            }
        }
    }

    @Property(tries = 5000)
    void line_agreesWithExactArithmetic_andStaysBetweenItsNeighbours(@ForAll long seed) {
        Random random = new Random(seed);
        double scale = Math.pow(10, random.nextInt(20) - 10);
        List<CurvePoint> points = new ArrayList<>();
        double at = (random.nextDouble() - 0.5) * scale;
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            points.add(point(at, random.nextDouble() * 100));
            at += (0.01 + random.nextDouble()) * scale;
        }
        Line line = Line.through(points);
        double x = points.get(0).at()
                + (random.nextDouble() * 1.2 - 0.1) * (at - points.get(0).at());

        assertThat(line.valueAt(x)).as("seed " + seed).isCloseTo(exact(points, x), within(1e-9));
        assertThat(line.points()).isEqualTo(points);
    }

    private static double exact(List<CurvePoint> points, double x) {
        for (int i = 1; i < points.size(); i++) {
            CurvePoint left = points.get(i - 1);
            CurvePoint right = points.get(i);
            if (x >= left.at() && x <= right.at()) {
                BigDecimal share = new BigDecimal(x)
                        .subtract(new BigDecimal(left.at()))
                        .divide(new BigDecimal(right.at()).subtract(new BigDecimal(left.at())), MathContext.DECIMAL128);
                return new BigDecimal(left.points())
                        .add(new BigDecimal(right.points())
                                .subtract(new BigDecimal(left.points()))
                                .multiply(share))
                        .doubleValue();
            }
        }
        return x < points.get(0).at()
                ? points.get(0).points()
                : points.get(points.size() - 1).points();
    }
}
