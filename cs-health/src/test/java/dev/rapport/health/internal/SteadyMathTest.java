package dev.rapport.health.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.internal.Exponential;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void isWithinTwoUnitsInTheLastPlace() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            double x = i % 2 == 0 ? random.nextDouble() * 700 : random.nextDouble() * 4;
            double exact = StrictMath.exp(-x);
            assertThat(Math.abs(Exponential.ofNegative(x) - exact)).isLessThanOrEqualTo(2 * Math.ulp(exact));
        }
    }

    @Test
    void ends() {
        assertThat(Exponential.ofNegative(0)).isEqualTo(1);
        assertThat(Exponential.ofNegative(Double.MIN_VALUE)).isEqualTo(1);
        assertThat(Exponential.ofNegative(708)).isGreaterThan(0);
        assertThat(Exponential.ofNegative(709)).isZero();
        assertThat(Exponential.ofNegative(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Exponential.ofNegative(Double.NaN)).isNaN();
    }
}
