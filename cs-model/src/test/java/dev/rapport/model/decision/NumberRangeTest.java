package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumberRangeTest {

    @Property
    void bounds_areThoseOfTheComparison(@ForAll double bound, @ForAll double number) {
        for (double at : new double[] {number, bound, Math.nextUp(bound), Math.nextDown(bound), 0.0, -0.0}) {
            assertThat(NumberRange.atLeast(bound).contains(at)).isEqualTo(at >= bound);
            assertThat(NumberRange.above(bound).contains(at)).isEqualTo(at > bound);
            assertThat(NumberRange.atMost(bound).contains(at)).isEqualTo(at <= bound);
            assertThat(NumberRange.below(bound).contains(at)).isEqualTo(at < bound);
        }
    }

    @Property
    void and_isWhatIsInBoth(@ForAll double least, @ForAll double most, @ForAll double number) {
        NumberRange both = NumberRange.atLeast(least).and(NumberRange.below(most));
        assertThat(both.contains(number)).isEqualTo(number >= least && number < most);
        assertThat(both.contains(least)).isEqualTo(least < most);
    }

    @Test
    void bound_isANumber() {
        assertThatThrownBy(() -> NumberRange.atLeast(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bounds (NaN, Infinity) must be numbers.");
    }
}
