package dev.rapport.engagement.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.overview.Kept.Standing;
import dev.rapport.health.estimate.Confidence;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.estimate.IntervalMethod;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class KeptTest {

    private static Optional<Standing> standing(double target) {
        Interval range = new Interval(0.85, 0.95, new Confidence(0.95, IntervalMethod.WILSON));
        return new Kept(0.9, Optional.of(range), OptionalDouble.of(target)).standing();
    }

    @Test
    void target_isHeldOrMissed_onlyOutsideTheRange() {
        assertThat(standing(0.84)).contains(Standing.HELD);
        assertThat(standing(0.85)).contains(Standing.HELD);
        assertThat(standing(0.86)).contains(Standing.CANNOT_TELL);
        assertThat(standing(0.95)).contains(Standing.CANNOT_TELL);
        assertThat(standing(0.96)).contains(Standing.MISSED);
    }

    @Test
    void withoutRange_nothingCanBeTold_andWithoutTargetNothingIsSaid() {
        assertThat(new Kept(0.9, Optional.empty(), OptionalDouble.of(0.5)).standing())
                .contains(Standing.CANNOT_TELL);
        assertThat(new Kept(0.9, Optional.empty(), OptionalDouble.empty()).standing())
                .isEmpty();
    }
}
