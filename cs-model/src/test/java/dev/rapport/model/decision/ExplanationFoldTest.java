package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationFoldTest {

    private static final Explanation CALLS = Explanation.stated("calls", -720.1, "12 calls");
    private static final Explanation TOOLS = Explanation.stated("tools", -0.2, "a licence");

    @Test
    void sum_foldsToItsValue_inTheOrderOfTheParts() {
        Explanation sum = Explanation.sumOf(
                "margin",
                List.of(Explanation.stated("profit", 1000, "ARR"), Explanation.sumOf("cost", List.of(CALLS, TOOLS))));

        assertThat(sum.value()).hasValue(1000 + (-720.1 + -0.2));
        assertThat(sum.foldsToItsValue()).isTrue();
        assertThat(sum.parts().get(1).parts()).containsExactly(CALLS, TOOLS);
    }

    @Test
    void sum_withAPartThatHasNoData_isUnknown() {
        Explanation sum =
                Explanation.sumOf("cost", List.of(CALLS, Explanation.stated("tools", Double.NaN, "no price")));

        assertThat(sum.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(sum.value()).isEmpty();
        assertThat(sum.foldsToItsValue()).isTrue();
    }

    @Test
    void sum_ofNothing_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Explanation.sumOf("cost", List.of()));
    }

    private static final Explanation LARGE = Explanation.stated("large", 40, "red");
    private static final Explanation SMALL = Explanation.stated("small", 90, "green");
    private static final Explanation NOT_TOLD = Explanation.missing("not-told", "nothing is fed");

    @Test
    void weightedMean_foldsByItsWeights_andItsCompletenessIsTheWeightThatIsKnown() {
        Explanation mean = Explanation.weightedMeanOf(
                "family", List.of(LARGE, SMALL, NOT_TOLD), List.of(600.0, 200.0, 200.0), Handling.REDISTRIBUTE, 0.8);

        assertThat(mean.value()).hasValue((600.0 * 40 + 200.0 * 90) / 800);
        assertThat(mean.completeness()).isEqualTo(0.8);
        assertThat(mean.weight(2)).isEqualTo(200);
        assertThat(mean.foldsToItsValue()).isTrue();
    }

    @Test
    void weightedMean_belowItsMinimum_isUnknown() {
        Explanation mean = Explanation.weightedMeanOf(
                "family", List.of(SMALL, NOT_TOLD), List.of(1.0, 4.0), Handling.REDISTRIBUTE, 0.5);

        assertThat(mean.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(mean.foldsToItsValue()).isTrue();
    }

    @Test
    void least_isTheLeastOfThoseWithData() {
        Explanation least = Explanation.leastOf("worst", List.of(SMALL, NOT_TOLD, LARGE), Handling.REDISTRIBUTE);

        assertThat(least.value()).hasValue(40);
        assertThat(least.foldsToItsValue()).isTrue();
    }

    @Test
    void choice_isTheValue_andTheDecisionsItRestsOnAreShownWithoutWeight() {
        Explanation chosen = Explanation.chosen(
                "segment",
                Explanation.stated("choice", 1, "the second"),
                List.of("small", "large"),
                List.of(LARGE, NOT_TOLD));

        assertThat(chosen.value()).hasValue(1);
        assertThat(chosen.label()).contains("large");
        assertThat(chosen.parts().subList(1, 3)).containsExactly(LARGE, NOT_TOLD);
        assertThat(chosen.weight(1)).isZero();
        assertThat(chosen.foldsToItsValue()).isTrue();
    }

    @Test
    void choice_ofNothing_hasNoLabel_andOneThatIsNotKnownHasNoValue() {
        Explanation nothing = Explanation.chosen(
                "segment", Explanation.stated("choice", -1, "none"), List.of("small"), List.of(LARGE));
        Explanation unknown = Explanation.chosen(
                "segment", Explanation.missing("choice", "no data"), List.of("small"), List.of(LARGE));

        assertThat(nothing.value()).hasValue(-1);
        assertThat(nothing.label()).isEmpty();
        assertThat(unknown.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(unknown.foldsToItsValue()).isTrue();
    }
}
