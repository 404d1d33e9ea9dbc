package dev.rapport.model.testkit;

import static dev.rapport.model.testkit.ExplanationAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationAssertTest {

    private static final Explanation COSTS = Explanation.sumOf(
            "costs", List.of(Explanation.stated("hours", 0.1, "booked"), Explanation.stated("tools", 0.2, "billed")));

    @Test
    void sum_foldsToItsValue() {
        assertThat(COSTS).foldsToItsValue().hasStatus(Status.EVALUATED).hasValue(0.1 + 0.2);
    }

    @Test
    void otherValue_isNamed() {
        assertThatThrownBy(() -> assertThat(COSTS).hasValue(0.3))
                .isInstanceOf(AssertionError.class)
                .hasMessage("costs must have the value 0.3, was 0.30000000000000004.");
    }

    @Test
    void otherStatus_isNamed_withItsReason() {
        assertThatThrownBy(() -> assertThat(Explanation.failed("costs", "the rate is missing"))
                        .hasStatus(Status.EVALUATED))
                .isInstanceOf(AssertionError.class)
                .hasMessage("costs must be EVALUATED, was FAILED: the rate is missing.");
    }

    @Test
    void attributeThatIsNotRead_isNamed() {
        assertThatThrownBy(() -> assertThat(COSTS).restsOn("arr"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("costs must rest on arr, rests on [].");
    }
}
