package dev.rapport.health.testkit;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.version.HealthVersion;
import dev.rapport.health.version.VersionedHealth;
import dev.rapport.model.book.Book;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Nothing is in force in the first book; the revision changes between the others. */
class VersionedHealthContractTest extends HealthStrategyContract {

    @Override
    protected HealthStrategy strategy() {
        return VersionedHealth.of(
                List.of(version("1", 0.5, LocalDate.of(2026, 2, 1)), version("2", 0, LocalDate.of(2026, 3, 1))));
    }

    private static HealthVersion version(String revision, double minimumCompleteness, LocalDate from) {
        return new HealthVersion(
                ScorecardStrategyContractTest.scorecard("health", revision, minimumCompleteness),
                Optional.of(from),
                Optional.empty());
    }

    @Override
    protected List<Book> books() {
        return SampleBooks.books();
    }
}
