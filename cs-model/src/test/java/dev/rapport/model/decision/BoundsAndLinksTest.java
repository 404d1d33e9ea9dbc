package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsAndLinksTest {

    private static final AttributeKey<Double> A = AttributeKey.number("a");
    private static final AttributeKey<Double> B = AttributeKey.number("b");
    private static final AttributeKey<Boolean> LEFT = AttributeKey.bool("left");

    private static final Node MEAN = Node.weightedMean(
            "mean",
            List.of(
                    new Weighted(Node.number("m.a", A, (value, today) -> value), 1),
                    new Weighted(Node.number("m.b", B, (value, today) -> value), 1)),
            Handling.REDISTRIBUTE,
            0.4);
    private static final Node CAPPED = Node.capped("score", MEAN, List.of(Node.bool("cap.left", LEFT, 60, 100)));

    private static Explanation explain(Node node, FixedView view) {
        Explanation explanation = Program.of(node).explain(view);
        assertThat(explanation.foldsToItsValue()).isTrue();
        return explanation;
    }

    @Test
    void cap_bounds_whileItBinds() {
        FixedView view = new FixedView().with(A, 90.0).with(B, 80.0);

        assertThat(explain(CAPPED, view.with(LEFT, true)).value()).hasValue(60);
        assertThat(explain(CAPPED, view.with(LEFT, false)).value()).hasValue(85);
    }

    @Test
    void capWithoutData_doesNotBind_andDoesNotCountAgainstCompleteness() {
        Explanation half = explain(CAPPED, new FixedView().with(A, 90.0));

        assertThat(half.value()).hasValue(90);
        assertThat(half.completeness()).isEqualTo(0.5);
        assertThat(explain(CAPPED, new FixedView().with(A, 90.0).with(LEFT, true))
                        .completeness())
                .isEqualTo(0.5);
        assertThat(explain(CAPPED, new FixedView().with(A, 90.0).with(LEFT, Reading.notApplicable("none")))
                        .value())
                .hasValue(90);
    }

    @Test
    void withoutTheValue_thereIsNothingToCap() {
        assertThat(explain(CAPPED, new FixedView().with(LEFT, true)).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        FixedView nothingApplies = new FixedView()
                .with(A, Reading.notApplicable("none"))
                .with(B, Reading.notApplicable("none"))
                .with(LEFT, true);
        assertThat(explain(CAPPED, nothingApplies).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void contributions_countTheValue_notItsCaps() {
        Explanation score =
                explain(CAPPED, new FixedView().with(A, 90.0).with(B, 80.0).with(LEFT, false));

        assertThat(score.contributions(50))
                .extracting(contribution -> contribution.leaf().code(), Explanation.Contribution::points)
                .containsExactly(tuple("m.b", 15.0), tuple("m.a", 20.0));
    }

    @Test
    void link_isAFunctionOfItsPart_andKeepsStatusAndCompleteness() {
        Node link = Node.linked("p", MEAN, points -> points > 99 ? Double.NaN : 1 - points / 100);

        assertThat(explain(link, new FixedView().with(A, 90.0)).value()).hasValue(1 - 0.9);
        assertThat(explain(link, new FixedView().with(A, 90.0)).completeness()).isEqualTo(0.5);
        assertThat(explain(link, new FixedView()).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(explain(link, new FixedView().with(A, 100.0)).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    }
}
