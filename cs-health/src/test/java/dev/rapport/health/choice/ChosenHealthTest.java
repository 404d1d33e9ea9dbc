package dev.rapport.health.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.PolicyChoice;
import dev.rapport.health.Scores;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.tally.Tally;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ChosenHealthTest {

    private static final ScorecardChoice CHOICE = new ScorecardChoice(
            DocumentHeader.of("by-stage", "1"),
            List.of(
                    ChoiceRule.of("onboarding", AttributeTest.In.of("stage.current", "onboarding")),
                    ChoiceRule.of(
                            "enterprise",
                            AttributeTest.In.of("segment", "enterprise", "strategic"),
                            new AttributeTest.AtLeast("arr", 10_000, Optional.of("EUR")))),
            "general");
    private static final ChosenHealth STRATEGY = CHOICE.resolve(
                    Scores.KEYS,
                    List.of(
                            Scores.of("general", "7", "use"),
                            Scores.of("onboarding", "2", "mood"),
                            Scores.of("enterprise", "3", "mood")))
            .orThrow();

    private static Customer customer(String id, String segment, String stage, long arr) {
        Customer.Builder builder = Books.customer(id)
                .set(Scores.USE, 20.0, Books.EARLY)
                .set(Scores.MOOD, 90.0, Books.EARLY)
                .set(StandardAttributes.ARR, Money.ofMajor(CurrencyUnit.EUR, arr), Books.EARLY);
        if (!segment.isEmpty()) {
            builder.set(Scores.SEGMENT, segment, Books.EARLY);
        }
        if (!stage.isEmpty()) {
            builder.set(Scores.STAGE, stage, Books.EARLY);
        }
        return builder.build();
    }

    private static final Book BOOK = Books.of(
            customer("a", "enterprise", "adopting", 20_000),
            customer("b", "strategic", "onboarding", 30_000),
            customer("c", "small", "adopting", 1000),
            customer("d", "enterprise", "adopting", 5000),
            customer("e", "", "", 50_000));

    private static Health decide(String id) {
        return STRATEGY.decide(BOOK.find(id).orElseThrow(), Memory.empty());
    }

    @Test
    void firstConditionThatHolds_chooses_andTheHealthSaysWhy() {
        Health health = decide("a");

        assertThat(health.policy()).hasToString("enterprise@3");
        assertThat(health.score()).hasValue(90);
        PolicyChoice choice = health.choices().get(0);
        assertThat(choice.chosen()).hasToString("enterprise@3");
        assertThat(choice.reason()).isEqualTo("its condition is the first that holds, on segment, arr");
        assertThat(ExplanationText.showing(Sensitivity.INTERNAL)
                        .lines(choice.conditions().orElseThrow()))
                .containsExactly(
                        "by-stage enterprise (first match)",
                        "  onboarding no (all of)",
                        "    stage.current no: stage.current adopting",
                        "  enterprise yes (all of)",
                        "    segment yes: segment enterprise",
                        "    arr yes: arr EUR 20000.00");
    }

    @Test
    void conditionOfLowerPriority_isNamed_whereItHoldsToo() {
        assertThat(decide("b").policy()).hasToString("onboarding@2");
        assertThat(decide("b").choices().get(0).reason())
                .isEqualTo("its condition is the first that holds, on stage.current; of lower priority: enterprise");
    }

    @Test
    void othersHaveTheDefault_alsoWhereDataIsMissing() {
        assertThat(decide("c").policy()).hasToString("general@7");
        assertThat(decide("c").choices().get(0).reason()).isEqualTo("no condition holds");
        assertThat(decide("d").policy()).hasToString("general@7");
        assertThat(decide("e").policy()).hasToString("general@7");
        assertThat(decide("e").choices().get(0).reason())
                .isEqualTo("no condition holds, and data is missing for stage.current, segment");
    }

    @Test
    void book_isDecidedInParts_andEachRowNamesItsScorecard() {
        HealthOfBook health = STRATEGY.decide(BOOK, Memory.empty());

        assertThat(health.policy()).hasToString("by-stage@1");
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(row -> health.policy(row).toString())
                .containsExactly("enterprise@3", "onboarding@2", "general@7", "general@7", "general@7");
        assertThat(health.customersByBand()).isEqualTo(Map.of("green", 2, "red", 3));
        assertThat(health.toRemember())
                .extracting(record -> record.subject().policyId())
                .containsExactly("enterprise", "onboarding", "general", "general", "general");
        assertThat(health.toRemember()).extracting(Remembered::value).contains("red", "green");
    }

    @Test
    void report_namesOverlapsAndGaps() {
        ChoiceReport report = STRATEGY.report(BOOK);

        assertThat(report.chosen().keySet()).containsExactly("onboarding", "enterprise", "general");
        assertThat(report.chosen().get("enterprise")).isEqualTo(tally(1, 20_000));
        assertThat(report.chosen().get("general")).isEqualTo(tally(3, 56_000));
        assertThat(report.overlaps())
                .containsExactly(new ChoiceReport.Overlap("onboarding", "enterprise", tally(1, 30_000)));
        assertThat(report.gaps()).containsExactly("c", "d");
        assertThat(report.undecided()).containsExactly("e");
    }

    private static Tally tally(int customers, long arr) {
        return new Tally(customers, Optional.of(Money.ofMajor(CurrencyUnit.EUR, arr)), 0);
    }

    @Test
    void otherScorecards_standBesideThePrimaryOne() {
        SideBySide both = STRATEGY.decideAll(BOOK.find("b").orElseThrow(), Memory.empty());

        assertThat(both.primary().policy()).hasToString("onboarding@2");
        assertThat(both.primary().choices()).hasSize(1);
        assertThat(both.others())
                .extracting(health -> health.policy().toString())
                .containsExactly("enterprise@3");
        assertThat(STRATEGY.decideAll(BOOK.find("c").orElseThrow(), Memory.empty())
                        .others())
                .isEmpty();
    }

    @Test
    void choice_thatDoesNotFit_isRefusedWithAll() {
        ScorecardChoice choice = new ScorecardChoice(
                DocumentHeader.of("by-stage", "1"),
                List.of(
                        ChoiceRule.of("onbording", AttributeTest.In.of("stage.curent", "onboarding")),
                        ChoiceRule.of("general", AttributeTest.In.of("segment", "small"))),
                "general");

        Checked<ChosenHealth> checked = choice.resolve(
                Scores.KEYS, List.of(Scores.of("general", "7", "use"), Scores.of("onboarding", "2", "mood")));

        assertThat(checked.problems().render()).isEqualTo("""
            /rules/0/scorecard: unknown scorecard "onbording"; known: [general, onboarding].
              Maybe "onboarding".
            /rules/0/when/0/attribute: unknown attribute "stage.curent", nothing feeds it.
              Maybe "stage.current".
            /rules/1/scorecard: scorecard "general" must come once, "otherwise" included.\
            """);
    }
}
