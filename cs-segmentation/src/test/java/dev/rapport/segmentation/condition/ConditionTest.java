package dev.rapport.segmentation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Status;
import dev.rapport.segmentation.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final AttributeKey<Double> SEATS = AttributeKey.number("seats.licensed");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final AttributeKey<LocalDate> RENEWAL = AttributeKey.date("decision.next-date");
    private static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor.present");
    private static final AttributeKey<String> COUNTRY = AttributeKey.text("country");
    private static final AttributeKey<Set<String>> TRAITS = AttributeKey.textSet("traits");

    private static Explanation explain(Condition condition, Row row) {
        Explanation explanation = Program.of(condition.compile()).explain(row.view());
        assertThat(explanation.foldsToItsValue()).isTrue();
        return explanation;
    }

    private static boolean holds(Condition condition, Row row) {
        Explanation explanation = explain(condition, row);
        assertThat(explanation.status()).isEqualTo(Status.EVALUATED);
        return explanation.value().orElseThrow() != 0;
    }

    private static Row seats(double seats) {
        return Row.of("c").with(SEATS, seats);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 9, false, 1",
        "AT_LEAST, 10, true, 0",
        "ABOVE, 10, false, 1.7763568394002505E-15",
        "ABOVE, 7, false, 3",
        "ABOVE, 10.5, true, 0",
        "AT_MOST, 12, false, -2",
        "AT_MOST, 10, true, 0",
        "BELOW, 10, false, -1.7763568394002505E-15",
        "BELOW, 13, false, -3",
        "BELOW, 9.5, true, 0",
        "EQUAL, 10, true, 0",
        "EQUAL, 8, false, 2"
    })
    void comparedNumber_holdsOnItsSideOfTheBound_elseSaysItsDistance(
            Operator operator, double seats, boolean holds, double distance) {
        Explanation explanation = explain(Condition.compare(SEATS, operator, 10.0), seats(seats));
        assertThat(explanation.value()).hasValue(holds ? 1 : 0);
        assertThat(explanation.distance()).hasValue(distance);
    }

    @Test
    void strictBound_ofDatesAndMoney_isOneDayOrOneMinorUnitAway() {
        Row row = Row.of("c").with(RENEWAL, Row.TODAY).with(ARR, Money.parse("EUR 100.00"));
        assertThat(explain(Condition.compare(RENEWAL, Operator.ABOVE, Row.TODAY), row)
                        .distance())
                .hasValue(1);
        assertThat(explain(Condition.compare(RENEWAL, Operator.BELOW, Row.TODAY.minusDays(2)), row)
                        .distance())
                .hasValue(-3);
        assertThat(explain(Condition.compare(ARR, Operator.ABOVE, Money.parse("EUR 100.00")), row)
                        .distance())
                .hasValueCloseTo(0.01, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void amountInAnotherCurrency_failsTheCondition() {
        Explanation explanation = explain(
                Condition.atLeast(ARR, Money.parse("EUR 100")), Row.of("c").with(ARR, Money.parse("USD 500")));
        assertThat(explanation.status()).isEqualTo(Status.FAILED);
        assertThat(explanation.reason()).contains("amount is in USD, the rule reckons in EUR");
    }

    @Test
    void nan_isNotEnoughData() {
        assertThat(explain(Condition.below(SEATS, 10), seats(Double.NaN)).status())
                .isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(explain(Condition.between(SEATS, 1.0, 10.0), seats(Double.NaN))
                        .status())
                .isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void between_includesTheLowerBound_andNotTheUpper() {
        Condition range = Condition.between(SEATS, 10.0, 20.0);
        assertThat(holds(range, seats(10))).isTrue();
        assertThat(holds(range, seats(19.5))).isTrue();
        assertThat(explain(range, seats(20)).value()).hasValue(0);
        assertThat(explain(range, seats(20)).distance()).hasValue(-Math.ulp(20.0));
        assertThat(explain(range, seats(4)).distance()).hasValue(6);
        assertThat(explain(range, seats(23)).distance()).hasValue(-3);
    }

    @Test
    void withinLast_includesTheDayOfTheCut_withinNextBeginsTheDayAfter() {
        Condition last = Condition.withinLast(RENEWAL, 7);
        Condition next = Condition.withinNext(RENEWAL, 7);
        for (int offset = -10; offset <= 10; offset++) {
            Row row = Row.of("c").with(RENEWAL, Row.TODAY.plusDays(offset));
            assertThat(holds(last, row)).as("last, %s", offset).isEqualTo(offset > -7 && offset <= 0);
            assertThat(holds(next, row)).as("next, %s", offset).isEqualTo(offset > 0 && offset <= 7);
        }
        Row early = Row.of("c").with(RENEWAL, Row.TODAY.minusDays(9));
        assertThat(explain(last, early).distance()).hasValue(3);
        assertThat(explain(next, early).distance()).hasValue(10);
        Row late = Row.of("c").with(RENEWAL, Row.TODAY.plusDays(9));
        assertThat(explain(last, late).distance()).hasValue(-9);
        assertThat(explain(next, late).distance()).hasValue(-2);
    }

    @Test
    void oneOf_isLetterByLetter() {
        Condition dach = Condition.oneOf(COUNTRY, "DE", "AT", "CH");
        assertThat(holds(dach, Row.of("c").with(COUNTRY, "AT"))).isTrue();
        assertThat(holds(dach, Row.of("c").with(COUNTRY, "at"))).isFalse();
        assertThat(explain(dach, Row.of("c").with(COUNTRY, "FR")))
                .hasToString("country.one-of = not one of AT, CH, DE");
        assertThat(explain(dach, Row.of("c")).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void case_isIgnoredOnlyWhereItIsSaid_whateverTheLanguage() {
        Row istanbul = Row.of("c").with(COUNTRY, "TITANIC STRASSE");
        assertThat(holds(Condition.startsWith(COUNTRY, TextCase.IGNORED, "titan"), istanbul))
                .isTrue();
        assertThat(holds(Condition.startsWith(COUNTRY, TextCase.EXACT, "titan"), istanbul))
                .isFalse();
        assertThat(holds(Condition.containsText(COUNTRY, TextCase.IGNORED, "x", "stra\u00dfe"), istanbul))
                .isTrue();
        assertThat(holds(Condition.containsText(COUNTRY, TextCase.EXACT, "NIC"), istanbul))
                .isTrue();
        assertThat(holds(Condition.containsText(COUNTRY, TextCase.EXACT, "nic"), istanbul))
                .isFalse();
    }

    @Test
    void sets_containAnyOrAll() {
        Row row = Row.of("c").with(TRAITS, Set.of("a", "b"));
        assertThat(holds(Condition.containsAny(TRAITS, "b", "z"), row)).isTrue();
        assertThat(holds(Condition.containsAny(TRAITS, "y", "z"), row)).isFalse();
        assertThat(holds(Condition.containsAll(TRAITS, "a", "b"), row)).isTrue();
        assertThat(holds(Condition.containsAll(TRAITS, "a", "z"), row)).isFalse();
    }

    @Test
    void presentAndMissing_areNeverOpen() {
        for (Row row : List.of(
                Row.of("c"),
                Row.of("c").with(SEATS, Reading.notApplicable("x")),
                Row.of("c").with(SEATS, Reading.failed("x")))) {
            assertThat(holds(Condition.present(SEATS), row)).isFalse();
            assertThat(holds(Condition.missing(SEATS), row)).isTrue();
        }
        assertThat(holds(Condition.present(SEATS), seats(0))).isTrue();
        assertThat(holds(Condition.missing(SEATS), seats(0))).isFalse();
    }

    @Test
    void unknown_isNotFalse() {
        assertThat(holds(Condition.isFalse(SPONSOR), Row.of("c").with(SPONSOR, false)))
                .isTrue();
        assertThat(holds(Condition.isTrue(SPONSOR), Row.of("c").with(SPONSOR, false)))
                .isFalse();
        assertThat(explain(Condition.isFalse(SPONSOR), Row.of("c")).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void atLeastOf_countsThoseThatHold() {
        Condition two = Condition.atLeastOf(
                2, Condition.atLeast(SEATS, 10), Condition.oneOf(COUNTRY, "DE"), Condition.isTrue(SPONSOR));
        assertThat(holds(two, seats(10).with(COUNTRY, "DE"))).isTrue();
        assertThat(holds(two, seats(1).with(COUNTRY, "FR"))).isFalse();
        assertThat(explain(two, seats(10)).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    }

    @Test
    void codesAmongSiblings_areUnique() {
        Condition condition = Condition.anyOf(
                Condition.atLeast(SEATS, 10), Condition.atLeast(SEATS, 20), Condition.atLeast(SEATS, 30));
        assertThat(explain(condition, seats(15)).parts())
                .extracting(Explanation::code)
                .containsExactly("seats.licensed.at-least", "seats.licensed.at-least-2", "seats.licensed.at-least-3");
    }

    @Test
    void hostsOwnCondition_isUsedLikeOurs() {
        Condition evenSeats = scope -> dev.rapport.model.decision.Node.number(
                        "even-seats", SEATS, (value, today) -> value % 2 == 0 ? 1 : 0)
                .asCondition();
        assertThat(holds(Condition.allOf(evenSeats, Condition.atLeast(SEATS, 2)), seats(4)))
                .isTrue();
    }

    @Test
    void memberOf_needsSegmentsAround() {
        assertThatThrownBy(() -> Condition.memberOf("dach").compile())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("segment (dach) must be one of those that are defined together");
    }

    @Test
    void wrongConditions_areRefused_withAdvice() {
        assertThatThrownBy(() -> Condition.between(SEATS, 20.0, 10.0))
                .hasMessage("from (20) must be less than below (10).\n"
                        + "Maybe the two are swapped; the upper bound is not included.");
        assertThatThrownBy(() -> Condition.atLeast(SEATS, Double.NaN))
                .hasMessage("bound (NaN) must be a finite number.");
        assertThatThrownBy(() -> Condition.compare(COUNTRY, Operator.ABOVE, "DE"))
                .hasMessage("operator (above) must be equal for attribute (country), a text.");
        assertThatThrownBy(() -> Condition.between(ARR, Money.parse("EUR 1"), Money.parse("USD 2")))
                .hasMessage("below (USD 2.00) must be in the currency of from (EUR 1.00).");
        assertThatThrownBy(() -> Condition.oneOf(COUNTRY)).hasMessage("values must not be empty.");
        assertThatThrownBy(() -> Condition.allOf()).hasMessage("conditions must not be empty.");
        assertThatThrownBy(() -> Condition.withinLast(RENEWAL, 0)).hasMessage("days (0) must be at least 1.");
        assertThatThrownBy(() -> Condition.atLeastOf(2, Condition.present(SEATS)))
                .hasMessage("count (2) must be between 1 and the number of conditions (1).");
    }
}
