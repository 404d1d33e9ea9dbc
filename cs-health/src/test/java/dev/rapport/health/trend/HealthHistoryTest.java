package dev.rapport.health.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.Scores;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.health.override.OverrideDraft;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import dev.rapport.model.time.TimeRange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class HealthHistoryTest {

    private static final HealthStrategy SCORECARD = Scores.scorecard("health", "1");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);

    /** A customer whose score is stated month by month; NaN leaves it as it is. */
    private static Customer.Builder customer(String id, double... scores) {
        Customer.Builder builder = Books.customer(id);
        for (int month = 0; month < scores.length; month++) {
            if (!Double.isNaN(scores[month])) {
                builder.set(
                        Scores.USE,
                        scores[month],
                        date(month).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
        }
        return builder;
    }

    private static LocalDate date(int month) {
        return FIRST.plusMonths(month);
    }

    private static HealthHistory replay(int months, HealthStrategy strategy, Customer.Builder... customers) {
        List<Customer> built = new ArrayList<>();
        for (Customer.Builder customer : customers) {
            built.add(customer.build());
        }
        Facts facts = Facts.of(Customer.adapter(built), built).in(ZoneOffset.UTC, CurrencyUnit.EUR);
        List<AsOf> dates = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            dates.add(AsOf.endOf(date(month), ZoneOffset.UTC));
        }
        return HealthHistory.replay(facts::asOf, book -> strategy, dates, Memory.empty());
    }

    @Test
    void changeWithinTheNoiseFloor_isSteady() {
        HealthHistory history = replay(
                3, SCORECARD, customer("a", 50, 52, 55), customer("b", 50, 40, 44.9), customer("c", 50, 90, 55.1));

        assertThat(history.trend("a", 2, 5).direction()).isEqualTo(Trend.Direction.STEADY);
        assertThat(history.trend("b", 2, 5).direction()).isEqualTo(Trend.Direction.FALLING);
        assertThat(history.trend("c", 2, 5).direction()).isEqualTo(Trend.Direction.RISING);
        Trend trend = history.trend("a", 1, 0);
        assertThat(trend.direction()).isEqualTo(Trend.Direction.RISING);
        assertThat(trend.points().orElseThrow()).isCloseTo(3, within(1e-9));
        assertThat(trend.from()).isEqualTo(AsOf.endOf(date(1), ZoneOffset.UTC));
    }

    @Test
    void trend_ofAScoreThatIsNotKnownAtOneDate_isUnknown() {
        HealthHistory history = replay(2, SCORECARD, customer("a", Double.NaN, 50), customer("b", 10));

        assertThat(history.trend("a", 1, 5).direction()).isEqualTo(Trend.Direction.UNKNOWN);
        assertThat(history.trend("a", 1, 5).points()).isEmpty();
        assertThat(history.trend("nobody", 1, 5).direction()).isEqualTo(Trend.Direction.UNKNOWN);
        assertThat(history.trend("b", 1, 5).direction()).isEqualTo(Trend.Direction.STEADY);
    }

    @Test
    void pastDates_areDecidedAsTheyWouldHaveBeenThen_withHysteresis() {
        HealthStrategy sticky = Scores.sticky("health", "1", 5);
        HealthHistory history = replay(4, sticky, customer("a", 52, 48, 44, 52));

        assertThat(history.path("a").bands()).containsExactly("yellow", "yellow", "red", "red");
        assertThat(history.scores("a")).containsExactly(52, 48, 44, 52);
        assertThat(history.memory().all()).hasSize(2);
    }

    @Test
    void whatWasRecordedLater_isNotSeenAtEarlierDates() {
        Customer.Builder late = customer("a", 50)
                .set(
                        Scores.USE,
                        90.0,
                        TimeRange.startingAt(
                                date(0).atStartOfDay(ZoneOffset.UTC).toInstant()),
                        date(2).atStartOfDay(ZoneOffset.UTC).toInstant());

        assertThat(replay(3, SCORECARD, late).scores("a")).containsExactly(50, 50, 90);
    }

    @Test
    void override_isNoTrend() {
        Customer.Builder acme = customer("a", 20, 20);
        OverrideDraft.on(acme, "o", date(1), date(2)).score(90).add();

        HealthHistory history = replay(2, OverriddenHealth.of(SCORECARD), acme);

        assertThat(history.dates().get(1).score(0)).isEqualTo(90);
        assertThat(history.trend("a", 1, 5).direction()).isEqualTo(Trend.Direction.STEADY);
        assertThat(history.path("a").changes()).isZero();
    }

    @Test
    void returnToTheBandLeftShortlyBefore_isAFlap() {
        HealthHistory history = replay(
                6,
                SCORECARD,
                customer("flapping", 40, 60, 40, 60, 60, 40),
                customer("falling", 90, 60, 40, 40, 40, 40),
                customer("round", 40, 60, 90, 40, 60, 90),
                customer("quiet", 40, 40, 40, 40, 40, 40));

        assertThat(history.path("flapping").flaps(1)).isEqualTo(2);
        assertThat(history.path("flapping").flaps(2)).isEqualTo(3);
        assertThat(history.path("flapping").changes()).isEqualTo(4);
        assertThat(history.path("falling").flaps(5)).isZero();
        assertThat(history.path("falling").changes()).isEqualTo(2);
        assertThat(history.path("round").flaps(5)).isZero();
        assertThat(history.path("quiet").flaps(5)).isZero();
    }

    @Test
    void noise_isTheChangeThatAShareOfAllChangesDoNotExceed() {
        HealthHistory history = replay(3, SCORECARD, customer("a", 50, 51, 49), customer("b", 10, 14, 24));

        assertThat(history.noise(1, 0.5).orElseThrow()).isCloseTo(2, within(1e-9));
        assertThat(history.noise(1, 0.51).orElseThrow()).isCloseTo(4, within(1e-9));
        assertThat(history.noise(1, 1).orElseThrow()).isCloseTo(10, within(1e-9));
        assertThat(history.noise(2, 0).orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(replay(1, SCORECARD, customer("a", 50)).noise(1, 0.5)).isEmpty();
    }

    @Test
    void dates_mustRise() {
        assertThatIllegalArgumentException().isThrownBy(() -> replay(0, SCORECARD, customer("a", 50)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay(1, SCORECARD, customer("a", 50)).trend("a", 1, 0))
                .withMessage("back (1) must be between 1 and 0.");
    }

    @Test
    void run_endsAtTheLastDate() {
        BandPath path = new BandPath(List.of("red", "green", "red", "orange", "red"));

        assertThat(path.since(Set.of("red", "orange"))).isEqualTo(2);
        assertThat(path.since(Set.of("red"))).isEqualTo(4);
        assertThat(path.since(Set.of("green"))).isEqualTo(5);
        assertThat(path.first(2).since(Set.of("green"))).isEqualTo(1);
        assertThat(path.since(Set.of("red", "orange", "green"))).isZero();
    }
}
