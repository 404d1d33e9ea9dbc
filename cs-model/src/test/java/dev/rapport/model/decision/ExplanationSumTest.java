package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationSumTest {

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
}
