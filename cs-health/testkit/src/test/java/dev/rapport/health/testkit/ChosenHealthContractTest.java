package dev.rapport.health.testkit;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.choice.ChoiceRule;
import dev.rapport.health.choice.ScorecardChoice;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.model.book.Book;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;
import java.util.Optional;

/** Chosen by what changes from book to book, and overridden below and above. */
class ChosenHealthContractTest extends HealthStrategyContract {

    @Override
    protected HealthStrategy strategy() {
        ScorecardChoice choice = new ScorecardChoice(
                DocumentHeader.of("by-band", "1"),
                List.of(
                        ChoiceRule.of("green-ones", AttributeTest.In.of("health.band", "green")),
                        ChoiceRule.of("users", new AttributeTest.AtLeast("use", 50, Optional.empty()))),
                "others");
        return OverriddenHealth.of(choice.resolve(
                        SampleBooks.KEYS,
                        List.of(
                                ScorecardStrategyContractTest.scorecard("green-ones", "1", 0.2),
                                OverriddenHealth.of(ScorecardStrategyContractTest.scorecard("users", "1", 0.9)),
                                ScorecardStrategyContractTest.scorecard("others", "1", 0)))
                .orThrow());
    }

    @Override
    protected List<Book> books() {
        return SampleBooks.books();
    }
}
