package dev.rapport.health.testkit;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.health.rollup.Relatives;
import dev.rapport.health.rollup.RollUp;
import dev.rapport.model.book.Book;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;

/** Families of tens, with overrides among the members. */
class RolledUpHealthContractTest {

    private static final Map<AsOf, Relatives> RELATIVES = new HashMap<>();

    static {
        SampleBooks.books().forEach(book -> RELATIVES.put(book.asOf(), Relatives.in(book)));
    }

    private static HealthStrategy strategy(RollUp.Rule rule, double minimumKnown) {
        return new RollUp(DocumentHeader.of("family", "1"), rule, minimumKnown)
                .over(
                        OverriddenHealth.of(ScorecardStrategyContractTest.scorecard("health", "1", 0.5)),
                        view -> Objects.requireNonNull(RELATIVES.get(view.asOf()))
                                .below(view));
    }

    @Nested
    class ArrWeighted extends HealthStrategyContract {

        @Override
        protected HealthStrategy strategy() {
            return RolledUpHealthContractTest.strategy(RollUp.Rule.ARR_WEIGHTED, 0.7);
        }

        @Override
        protected List<Book> books() {
            return SampleBooks.books();
        }
    }

    @Nested
    class Worst extends HealthStrategyContract {

        @Override
        protected HealthStrategy strategy() {
            return RolledUpHealthContractTest.strategy(RollUp.Rule.WORST, 0);
        }

        @Override
        protected List<Book> books() {
            return SampleBooks.books();
        }
    }
}
