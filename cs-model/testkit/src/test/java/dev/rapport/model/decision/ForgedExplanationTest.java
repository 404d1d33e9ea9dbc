package dev.rapport.model.decision;

import static dev.rapport.model.testkit.ExplanationAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees that do not fold, which only this package can make. */
class ForgedExplanationTest {

    private static Explanation sum(String code, double value, Explanation... parts) {
        Node node = Node.sum(
                code,
                List.of(parts).stream().map(part -> Node.stated(part.code())).toList(),
                Handling.UNKNOWN);
        return new Explanation(node, Status.EVALUATED, value, 1, 1, Double.NaN, null, null, null, List.of(parts));
    }

    @Test
    void nodeThatDoesNotFold_isNamedByItsPath() {
        Explanation one = Explanation.stated("one", 1, "stated");
        Explanation forged = sum("whole", 4, sum("part", 4, one, Explanation.stated("two", 2, "stated")));

        assertThatThrownBy(() -> assertThat(forged).foldsToItsValue())
                .isInstanceOf(AssertionError.class)
                .hasMessage("whole > part (part = 4.0, SUM of [one = 1.0, two = 2.0]) must fold to its value.");
    }

    @Test
    void lastBit_counts() {
        Explanation forged =
                sum("whole", 0.3, Explanation.stated("one", 0.1, "stated"), Explanation.stated("two", 0.2, "stated"));

        assertThatThrownBy(() -> assertThat(forged).foldsToItsValue()).isInstanceOf(AssertionError.class);
    }
}
