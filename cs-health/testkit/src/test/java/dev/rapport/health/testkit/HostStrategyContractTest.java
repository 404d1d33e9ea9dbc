package dev.rapport.health.testkit;

import dev.rapport.health.Health;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.memory.Memory;
import java.util.List;

/** A strategy as a host writes it, which the library takes row by row. */
class HostStrategyContractTest extends HealthStrategyContract {

    private static final Bands BANDS =
            Bands.of(new Band("low", 0, 40), new Band("high", 40, 100)).hysteresis(5);

    @Override
    protected HealthStrategy strategy() {
        return new HealthStrategy() {
            @Override
            public PolicyRef policy() {
                return new PolicyRef("pulse", "1");
            }

            @Override
            public Requirements requirements() {
                return Requirements.attributes(SampleBooks.USE);
            }

            @Override
            public Health decide(CustomerView view, Memory memory) {
                double score = view.find(SampleBooks.USE).orElse(Double.NaN);
                Explanation reasons = Explanation.stated("pulse", score, "as the host feels");
                return Health.of(view, policy(), reasons, BANDS, memory);
            }
        };
    }

    @Override
    protected List<Book> books() {
        return SampleBooks.books();
    }
}
