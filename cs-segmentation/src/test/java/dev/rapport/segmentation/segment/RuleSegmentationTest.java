package dev.rapport.segmentation.segment;

import static dev.rapport.segmentation.condition.Condition.atLeast;
import static dev.rapport.segmentation.condition.Condition.memberOf;
import static dev.rapport.segmentation.condition.Condition.noneOf;
import static dev.rapport.segmentation.condition.Condition.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Status;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.condition.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSegmentationTest {

    private static final AttributeKey<String> COUNTRY = AttributeKey.text("country");
    private static final AttributeKey<Double> SEATS = AttributeKey.number("seats");

    private static final RuleSegmentation REGIONS = RuleSegmentation.of(
                    Rule.of("dach", oneOf(COUNTRY, "DE", "AT", "CH")),
                    Rule.of("europe", oneOf(COUNTRY, "DE", "AT", "CH", "FR", "ES")),
                    Rule.of("large", atLeast(SEATS, 100)))
            .withRest(Segment.of("rest", "Rest of the world"));

    private static Decision<Segment> assign(Row row) {
        return REGIONS.assign(row.view());
    }

    private static Row in(String country, double seats) {
        return Row.of("c").with(COUNTRY, country).with(SEATS, seats);
    }

    @Test
    void firstRuleThatHolds_wins() {
        assertThat(assign(in("DE", 500)).value()).contains(Segment.of("dach"));
        assertThat(assign(in("FR", 500)).value()).contains(Segment.of("europe"));
        assertThat(assign(in("US", 500)).value()).contains(Segment.of("large"));
    }

    @Test
    void whoMeetsNoCondition_belongsToTheRest() {
        assertThat(assign(in("US", 5)).value()).contains(Segment.of("rest", "Rest of the world"));
    }

    @Test
    void whereAConditionLacksData_theRestDoesNotTakeIn() {
        Decision<Segment> decision = assign(Row.of("c").with(COUNTRY, "US"));
        assertThat(decision.value()).isEmpty();
        assertThat(decision.reasons().status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void whereNoQuestionMakesSense_theRestTakesIn() {
        Decision<Segment> decision =
                assign(Row.of("c").with(COUNTRY, Reading.notApplicable("x")).with(SEATS, Reading.notApplicable("x")));
        assertThat(decision.value()).contains(Segment.of("rest", "Rest of the world"));
    }

    @Test
    void conditionThatLacksData_isPassedOver_andLowersCompleteness() {
        Decision<Segment> decision = assign(Row.of("c").with(SEATS, 100.0));
        assertThat(decision.value()).contains(Segment.of("large"));
        assertThat(decision.reasons().completeness()).isLessThan(1);
    }

    @Test
    void reasons_nameTheSegment_andSayHowFarOffTheOthersWere() {
        Explanation reasons = assign(in("US", 88)).reasons();
        assertThat(reasons.foldsToItsValue()).isTrue();
        assertThat(reasons).hasToString("segment = rest");
        assertThat(reasons.parts()).extracting(Explanation::code).containsExactly("dach", "europe", "large");
        assertThat(reasons.parts().get(2).distance()).hasValue(12);
    }

    @Test
    void withoutARest_nobodyIsTakenIn() {
        Decision<Segment> decision = RuleSegmentation.of(Rule.of("large", atLeast(SEATS, 100)))
                .assign(in("US", 5).view());
        assertThat(decision.value()).isEmpty();
        assertThat(decision.reasons().status()).isEqualTo(Status.EVALUATED);
    }

    @Test
    void memberOf_isTheConditionOfTheOther_whereverItStands_whateverItsPriority() {
        RuleSegmentation strategy = RuleSegmentation.of(
                Rule.of("large-abroad", Condition.allOf(memberOf("large"), noneOf(memberOf("home")))),
                Rule.of("home", oneOf(COUNTRY, "DE")),
                Rule.of("large", atLeast(SEATS, 100)));
        assertThat(strategy.assign(in("FR", 100).view()).value()).contains(Segment.of("large-abroad"));
        assertThat(strategy.assign(in("DE", 100).view()).value()).contains(Segment.of("home"));
        assertThat(strategy.assign(in("FR", 10).view()).value()).isEmpty();
    }

    @Test
    void memberOf_sharesTheNode_soThatItIsEvaluatedOnce() {
        RuleSegmentation strategy = RuleSegmentation.of(
                Rule.of("all", Condition.allOf(memberOf("large"), Condition.present(COUNTRY))),
                Rule.of("large", atLeast(SEATS, 100)));
        assertThat(strategy.program().outputs().get(1).parts().get(0))
                .isSameAs(strategy.program().outputs().get(2));
    }

    @Test
    void circle_isRefused_andNamesThePath() {
        assertThatThrownBy(() -> RuleSegmentation.of(
                        Rule.of("a", memberOf("b")),
                        Rule.of("b", Condition.anyOf(atLeast(SEATS, 1), memberOf("c"))),
                        Rule.of("c", noneOf(memberOf("a")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("segment (a) must not be defined through itself: a -> b -> c -> a.");
        assertThatThrownBy(() -> RuleSegmentation.of(Rule.of("x", memberOf("a")), Rule.of("a", memberOf("a"))))
                .hasMessage("segment (a) must not be defined through itself: a -> a.");
    }

    @Test
    void references_findAllCircles() {
        SegmentReferences references = SegmentReferences.of(List.of(
                Rule.of("a", memberOf("b")),
                Rule.of("b", Condition.anyOf(memberOf("a"), memberOf("c"))),
                Rule.of("c", memberOf("c")),
                Rule.of("d", memberOf("elsewhere"))));
        assertThat(references.circles()).containsExactly(List.of("a", "b", "a"), List.of("c", "c"));
        assertThat(references.of("b")).containsExactly("a", "c");
        assertThat(references.of("d")).containsExactly("elsewhere");
    }

    @Test
    void unknownSegment_isRefused_withTheNearest() {
        assertThatThrownBy(() ->
                        RuleSegmentation.of(Rule.of("a", memberOf("daach")), Rule.of("dach", oneOf(COUNTRY, "DE"))))
                .hasMessage("segment (daach) must be one of those with a condition, [a, dach].\nMaybe \"dach\".");
        assertThatThrownBy(() -> RuleSegmentation.of(Rule.of("dach", oneOf(COUNTRY, "DE")))
                        .withRest(Segment.of("dach")))
                .hasMessage("segment (dach) must be defined once.");
        assertThatThrownBy(() -> RuleSegmentation.of()).hasMessage("rules must not be empty.");
        assertThatThrownBy(() -> Segment.of("_x")).hasMessageStartingWith("id (_x) must be");
    }
}
