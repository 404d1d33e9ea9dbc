package dev.rapport.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskOfBook;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A host's strategies that throw for one customer. */
class FailingStrategyTest {

    private static final PolicyRef POLICY = new PolicyRef("pulse", "1");
    private static final Bands BANDS = Bands.of(new Band("low", 0, 40), new Band("high", 40, 100));
    private static final Book BOOK = Books.of(
            Books.customer("a").build(),
            Books.customer("b").build(),
            Books.customer("c").build());

    private static Explanation reasons(CustomerView view, double value) {
        if (view.customerId().equals("b")) {
            throw new IllegalStateException("no pulse");
        }
        return Explanation.stated("pulse", value, "as the host feels");
    }

    @Test
    void healthOfOneWhoFails_isUnknown_andTheOthersGoOn() {
        HealthStrategy strategy = new HealthStrategy() {
            @Override
            public PolicyRef policy() {
                return POLICY;
            }

            @Override
            public Requirements requirements() {
                return Requirements.none();
            }

            @Override
            public Health decide(CustomerView view, Memory memory) {
                return Health.of(view, POLICY, reasons(view, 50), BANDS, memory);
            }
        };

        HealthOfBook health = strategy.decide(BOOK, Memory.empty());

        assertThat(health.customersByBand()).containsOnly(Map.entry("high", 2), Map.entry(Band.UNKNOWN, 1));
        assertThat(health.score(0)).isEqualTo(50);
        assertThat(health.band(1)).isEqualTo(Band.UNKNOWN);
        assertThat(health.score(1)).isNaN();
        assertThat(health.band(2)).isEqualTo("high");
        assertThat(health.toRemember()).extracting(Remembered::value).containsExactly("high", Band.UNKNOWN, "high");
    }

    @Test
    void riskOfOneWhoFails_isUnknown_andTheOthersGoOn() {
        ChurnRisk risk = new ChurnRisk() {
            @Override
            public PolicyRef policy() {
                return POLICY;
            }

            @Override
            public Requirements requirements() {
                return Requirements.none();
            }

            @Override
            public Decision<Double> assess(CustomerView view) {
                return new Decision<>(view.customerId(), Optional.of(0.25), reasons(view, 0.25));
            }
        };

        RiskOfBook assessed = risk.assess(BOOK);

        assertThat(assessed.probability(0)).isEqualTo(0.25);
        assertThat(assessed.probability(1)).isNaN();
        assertThat(assessed.probability(2)).isEqualTo(0.25);
        assertThat(assessed.whyUnknown(0)).isEmpty();
        assertThat(assessed.whyUnknown(1)).contains("failed with no pulse");
    }

    @Test
    void reasonOfAKnownRisk_isRefused() {
        assertThat(RiskOfBook.of(POLICY, List.of("a"), new double[] {Double.NaN})
                        .withReasons(Map.of(0, "no coefficient"))
                        .whyUnknown(0))
                .contains("no coefficient");
        assertThatThrownBy(() ->
                        RiskOfBook.of(POLICY, List.of("a"), new double[] {0.5}).withReasons(Map.of(0, "why")))
                .hasMessage("reason (why) must be of a row without a probability, was of row 0.");
    }
}
