package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.json.ExplanationJson;
import dev.rapport.model.json.JsonLayout;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ProgramTest {

    private static final AttributeKey<Double> A = AttributeKey.number("a");
    private static final AttributeKey<Double> B = AttributeKey.number("b");
    private static final AttributeKey<Money> FEE = AttributeKey.money("fee");
    private static final AttributeKey<String> PLAN = AttributeKey.text("plan");
    private static final AttributeKey<LocalDate> SINCE = AttributeKey.date("since");

    private static Node plain(AttributeKey<Double> key) {
        return Node.number(key.name(), key, (value, today) -> value);
    }

    private static Node atLeast(AttributeKey<Double> key, double bound) {
        return Node.number(key.name(), key, new NumberFunction() {
                    @Override
                    public double apply(double number, double today) {
                        return number >= bound ? 1 : 0;
                    }

                    @Override
                    public double distance(double number, double today) {
                        return Math.max(0, bound - number);
                    }
                })
                .asCondition();
    }

    private static Node mean(Handling handling, double minimum) {
        return Node.weightedMean(
                "mean", List.of(new Weighted(plain(A), 3), new Weighted(plain(B), 1)), handling, minimum);
    }

    private static Explanation explain(Node node, FixedView view) {
        Explanation explanation = Program.of(node).explain(view);
        assertThat(explanation.foldsToItsValue()).isTrue();
        return explanation;
    }

    @Test
    void weightedMean_dividesByTheWeights() {
        assertThat(explain(
                                mean(Handling.UNKNOWN, 0),
                                new FixedView().with(A, 80.0).with(B, 40.0))
                        .value())
                .hasValue(70);
    }

    @Test
    void missingPart_isHandledAsNamed() {
        FixedView view = new FixedView().with(A, 80.0);
        assertThat(explain(mean(Handling.REDISTRIBUTE, 0), view).value()).hasValue(80);
        assertThat(explain(mean(Handling.NEUTRAL, 0), view).value()).hasValue(72.5);
        assertThat(explain(mean(Handling.WORST, 0), view).value()).hasValue(60);
        assertThat(explain(mean(Handling.UNKNOWN, 0), view).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void missingPart_lowersCompleteness_butNotApplicableDoesNot() {
        assertThat(explain(mean(Handling.REDISTRIBUTE, 0), new FixedView().with(A, 80.0))
                        .completeness())
                .isEqualTo(0.75);
        Explanation notApplicable = explain(
                mean(Handling.REDISTRIBUTE, 0),
                new FixedView().with(A, 80.0).with(B, Reading.notApplicable("no seats")));
        assertThat(notApplicable.completeness()).isEqualTo(1);
        assertThat(notApplicable.value()).hasValue(80);
        assertThat(notApplicable.parts().get(1).reason()).contains("no seats");
    }

    @Test
    void belowMinimumCompleteness_theValueIsUnknown() {
        assertThat(explain(mean(Handling.REDISTRIBUTE, 0.75), new FixedView().with(A, 80.0))
                        .status())
                .isEqualTo(Status.EVALUATED);
        assertThat(explain(mean(Handling.REDISTRIBUTE, 0.75), new FixedView().with(B, 80.0))
                        .status())
                .isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void everythingNotApplicable_isNotApplicable() {
        FixedView view = new FixedView().with(A, Reading.notApplicable("x")).with(B, Reading.notApplicable("y"));
        assertThat(explain(mean(Handling.WORST, 0), view).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void allOf_isDecidedByOneThatFails_whateverIsMissing() {
        Node both = Node.allOf("both", List.of(atLeast(A, 10), atLeast(B, 10)));
        assertThat(explain(both, new FixedView().with(A, 5.0)).value()).hasValue(0);
        assertThat(explain(both, new FixedView().with(A, 15.0)).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(explain(both, new FixedView().with(A, 15.0).with(B, 10.0)).value())
                .hasValue(1);
    }

    @Test
    void anyOfAndNoneOf_areDecidedByOneThatHolds() {
        List<Node> parts = List.of(atLeast(A, 10), atLeast(B, 10));
        FixedView one = new FixedView().with(A, 15.0);
        assertThat(explain(Node.anyOf("any", parts), one).value()).hasValue(1);
        assertThat(explain(Node.noneOf("none", parts), one).value()).hasValue(0);
        FixedView open = new FixedView().with(A, 5.0);
        assertThat(explain(Node.anyOf("any", parts), open).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(explain(Node.noneOf("none", parts), open).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void unmetCondition_saysItsDistance() {
        assertThat(explain(atLeast(A, 10), new FixedView().with(A, 7.0)).distance())
                .hasValue(3);
        assertThat(explain(atLeast(A, 10), new FixedView().with(A, 12.0)).distance())
                .hasValue(0);
        assertThat(explain(atLeast(A, 10), new FixedView()).distance()).isEmpty();
    }

    @Test
    void firstMatch_takesTheFirstThatHolds_andItsLabel() {
        Node table = Node.firstMatch("size", List.of(atLeast(A, 100), atLeast(A, 10)), List.of("large", "medium"));
        assertThat(explain(table, new FixedView().with(A, 500.0)).label()).contains("large");
        assertThat(explain(table, new FixedView().with(A, 50.0)).label()).contains("medium");
        assertThat(explain(table, new FixedView().with(A, 5.0)).label()).isEmpty();
        assertThat(explain(table, new FixedView().with(A, 5.0)).value()).hasValue(-1);
    }

    @Test
    void firstMatch_ofNone_isTheRest_unlessOneLacksData() {
        List<Node> conditions = List.of(atLeast(A, 100), atLeast(B, 100));
        Node table = Node.firstMatch("size", conditions, List.of("a", "b"), "rest");
        FixedView none = new FixedView().with(A, 5.0).with(B, 5.0);
        assertThat(explain(table, none).label()).contains("rest");
        assertThat(explain(table, none).value()).hasValue(2);
        assertThat(explain(table, new FixedView().with(A, 5.0)).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(explain(table, new FixedView().with(B, 500.0)).label()).contains("b");
        FixedView inapplicable =
                new FixedView().with(A, Reading.notApplicable("x")).with(B, Reading.notApplicable("y"));
        assertThat(explain(table, inapplicable).label()).contains("rest");
        assertThat(explain(Node.firstMatch("size", conditions, List.of("a", "b")), new FixedView())
                        .status())
                .isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void atLeast_isDecidedByEnoughThatHold_andByTooFewThatCould() {
        Node three = Node.atLeast(
                "two-of-three", 2, List.of(atLeast(A, 10), atLeast(B, 10), atLeast(AttributeKey.number("c"), 10)));
        FixedView two = new FixedView().with(A, 10.0).with(B, 10.0);
        assertThat(explain(three, two).value()).hasValue(1);
        assertThat(explain(three, two).required()).isEqualTo(2);
        assertThat(explain(three, new FixedView().with(A, 1.0).with(B, 1.0)).value())
                .hasValue(0);
        assertThat(explain(three, new FixedView().with(A, 10.0).with(B, 1.0)).status())
                .isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(explain(three, new FixedView().with(A, 10.0).with(B, Reading.notApplicable("x")))
                        .status())
                .isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void atLeast_moreThanThereAre_isRefused() {
        assertThatThrownBy(() -> Node.atLeast("two-of-one", 2, List.of(atLeast(A, 10))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("required (2) of two-of-one must be between 1 and the number of its parts (1).");
    }

    @Test
    void named_changesNothingButTheCode() {
        Node renamed = atLeast(A, 10).labelled(List.of("no", "yes")).named("big");
        Explanation explanation = explain(renamed, new FixedView().with(A, 7.0));
        assertThat(explanation).hasToString("big = no");
        assertThat(explanation.distance()).hasValue(3);
    }

    @Test
    void currencies_areThoseOfTheLeaves() {
        Node fee = Node.money("fee", FEE, CurrencyUnit.USD, (value, today) -> value);
        assertThat(Program.of(fee).currencies()).containsExactly(CurrencyUnit.USD);
        assertThat(Program.of(atLeast(A, 1)).currencies()).isEmpty();
    }

    @Test
    void amountInAnotherCurrency_failsTheLeaf_andSaysSo() {
        Node fee = Node.money("fee", FEE, CurrencyUnit.EUR, (value, today) -> value);
        assertThat(explain(fee, new FixedView().with(FEE, Money.parse("EUR 12.50")))
                        .value())
                .hasValue(12.5);
        Explanation failed = explain(fee, new FixedView().with(FEE, Money.parse("USD 12.50")));
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.reason()).contains("amount is in USD, the rule reckons in EUR");
    }

    @Test
    void functionWithoutAValue_isNotEnoughData_neverNaN() {
        Node plan = Node.text("plan", PLAN, text -> Map.of("pro", 90.0).getOrDefault(text, Double.NaN));
        assertThat(explain(plan, new FixedView().with(PLAN, "pro")).value()).hasValue(90);
        Explanation unknown = explain(plan, new FixedView().with(PLAN, "free"));
        assertThat(unknown.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(unknown.evidence().orElseThrow().value()).isEqualTo("free");
    }

    @Test
    void datesCountFromTheCut() {
        Node age = Node.date("age", SINCE, (value, today) -> today - value);
        assertThat(explain(age, new FixedView().with(SINCE, FixedView.TODAY.minusDays(30)))
                        .value())
                .hasValue(30);
    }

    @Test
    void present_neverLacksData() {
        assertThat(explain(Node.present("known", A), new FixedView()).value()).hasValue(0);
        assertThat(explain(Node.present("known", A), new FixedView().with(A, 0.0))
                        .value())
                .hasValue(1);
    }

    @Test
    void contributions_sumToTheHeadlineLessTheBaseline() {
        Node nested = Node.weightedMean(
                "nested",
                List.of(
                        new Weighted(mean(Handling.REDISTRIBUTE, 0), 2),
                        new Weighted(plain(AttributeKey.number("c")), 1)),
                Handling.REDISTRIBUTE,
                0);
        Explanation explanation =
                explain(nested, new FixedView().with(A, 10.0).with(B, 90.0).with(AttributeKey.number("c"), 70.0));
        List<Explanation.Contribution> contributions = explanation.contributions(50);
        assertThat(contributions.get(0).leaf().code()).isEqualTo("a");
        assertThat(contributions.stream()
                        .mapToDouble(Explanation.Contribution::points)
                        .sum())
                .isCloseTo(explanation.value().orElseThrow() - 50, within(1e-9));
    }

    @Test
    void negativeWeight_isRefused_withAdvice() {
        assertThatThrownBy(() -> new Weighted(plain(A), -0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight (-0.1) of a must be finite and >= 0.\n"
                        + "Maybe the measure should be turned round instead: give it a falling curve.");
    }

    @Test
    void logicalPart_mustBeACondition() {
        assertThatThrownBy(() -> Node.allOf("both", List.of(plain(A))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("part (a) of both must be a condition.");
    }

    @Test
    void nodesNestedTooDeep_areRefusedOnce_withTheirName() {
        assertThatThrownBy(() -> nested(10_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("node (level 200) must not be nested deeper than 200 levels.\n"
                        + "Maybe put the parts into one node: all-of, any-of and sums take any number.");
    }

    @Test
    void nodesNestedAsDeepAsMayBe_areExplained_andWritten() {
        Explanation explanation = explain(nested(199), new FixedView().with(A, 80.0));

        assertThat(explanation.value()).hasValue(80);
        assertThat(explanation.toString()).isNotEmpty();
        assertThat(JsonLayout.PRETTY.text(
                        out -> ExplanationJson.showing(Sensitivity.PERSONAL).write(explanation, out)))
                .contains("level 199");
    }

    private static Node nested(int levels) {
        Node node = plain(A);
        for (int level = 1; level <= levels; level++) {
            node = Node.sum("level " + level, List.of(node), Handling.UNKNOWN);
        }
        return node;
    }
}
