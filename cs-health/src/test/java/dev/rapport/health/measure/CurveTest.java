package dev.rapport.health.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
