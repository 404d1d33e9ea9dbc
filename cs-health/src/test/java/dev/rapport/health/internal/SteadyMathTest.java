package dev.rapport.health.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SteadyMathTest {

    @Test
    void isThatOfStrictMath_butForRounding() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            double x = StrictMath.exp(random.nextDouble(-600, 600));
            double logarithm = StrictMath.log(x);
            double y = i % 2 == 0 ? random.nextDouble(-690, 690) : random.nextDouble(-4, 4);

            assertThat(SteadyMath.log(x)).isCloseTo(logarithm, offset(1e-15 + 4e-16 * Math.abs(logarithm)));
            assertThat(SteadyMath.exp(y) / StrictMath.exp(y)).isCloseTo(1, offset(6e-16));
        }
    }

    @Test
    void ends() {
        assertThat(SteadyMath.log(1e-310)).isEqualTo(StrictMath.log(1e-310));
        assertThat(SteadyMath.exp(0)).isEqualTo(1);
        assertThat(SteadyMath.exp(-Double.MIN_VALUE)).isEqualTo(1);
        assertThat(SteadyMath.exp(-700)).isGreaterThan(0);
        assertThat(SteadyMath.exp(-701)).isZero();
        assertThat(SteadyMath.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(SteadyMath.exp(Double.NaN)).isNaN();
    }
}
