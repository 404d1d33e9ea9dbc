package dev.rapport.health.testkit;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.model.book.Book;
import java.util.List;

class OverriddenHealthContractTest extends HealthStrategyContract {

    @Override
    protected HealthStrategy strategy() {
        return OverriddenHealth.of(new ScorecardStrategyContractTest().strategy());
    }

    @Override
    protected List<Book> books() {
        return SampleBooks.books();
    }
}
