package dev.rapport.engagement.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.LifetimeOutlook;
import dev.rapport.engagement.model.RetentionExpectation;
import dev.rapport.engagement.model.SampleTeam;
import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.health.lifetime.RetentionTable;
import dev.rapport.health.lifetime.ShiftedBetaGeometric;
import dev.rapport.model.money.RateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What customers are still worth: customer by customer and year by year, and at the edges. */
class LifetimeValuesTest {

    private static final ShiftedBetaGeometric STAY = ShiftedBetaGeometric.fit(
                    RetentionTable.of(1000, 869, 743, 653, 593, 551, 517, 491))
            .orThrow();

    /** A customer of segment mid with so many anniversaries behind. */
    private record Known(int years, long arr) {}

    private static ModelOption option(List<Known> customers, Triangle share) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            lines.add(new Line("c" + i, "mid", "EUR " + customers.get(i).arr(), 900));
        }
        Economics economics = Economics.of(
                SampleTeam.book(lines),
                SampleTeam.policy().build(),
                SampleTeam.organisation().build(),
                RateTable.empty(CurrencyUnit.EUR));
        return ModelEvaluation.of(economics)
                .expect(new RetentionExpectation(new SegmentModel("mid", "tech"), share, "a test"))
                .build()
                .options("mid")
                .get(0);
    }

    private static LifetimeValues values(List<Known> customers, int years, double rate) {
        LifetimeValues.Builder values = LifetimeValues.builder(STAY, new LifetimeOutlook(years, rate));
        customers.forEach(one -> values.customer("mid", one.years(), (double) one.arr()));
        return values.build();
    }

    private static double likely(LifetimeValues values, ModelOption option) {
        return values.of(option).orElseThrow().likely().getAmount().doubleValue();
    }

    /** Hazards are given, and with them the share kept; the value must be the sum over customers and years. */
    @Property(tries = 200)
    void value_isTheSumOverCustomersAndYears(@ForAll long seed) {
        Random random = new Random(seed);
        List<Known> customers = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            customers.add(new Known(random.nextInt(5), 1 + random.nextInt(90_000)));
        }
        int horizon = 1 + random.nextInt(10);
        double rate = random.nextInt(4) / 20.0;
        double power = 0.05 + 3 * random.nextDouble();

        double arr = customers.stream().mapToDouble(Known::arr).sum();
        double kept = 0;
        double value = 0;
        for (Known one : customers) {
            kept += one.arr()
                    * StrictMath.pow(STAY.survival(one.years() + 1) / STAY.survival(one.years()), power)
                    / arr;
            for (int year = 1; year <= horizon; year++) {
                double start = STAY.survival(one.years() + year - 1) / STAY.survival(one.years());
                double end = STAY.survival(one.years() + year) / STAY.survival(one.years());
                // Half an hour at 60 and tools for 10
                value += (0.8 * one.arr() * StrictMath.pow(end, power) - 40 * StrictMath.pow(start, power))
                        / StrictMath.pow(1 + rate, year - 1);
            }
        }

        assertThat(likely(values(customers, horizon, rate), option(customers, Triangle.exactly(kept))))
                .isCloseTo(value, within(0.01 + 1e-9 * value));
    }

    @Test
    void firstYear_isTheMarginOfTheForecast() {
        List<Known> customers = List.of(new Known(0, 20_000), new Known(4, 10_000));
        ModelOption option = option(customers, new Triangle(0.7, 0.8, 0.95));
        LifetimeValue value = values(customers, 1, 0.3).of(option).orElseThrow();
        assertThat(value.atLow()).isEqualTo(Money.parse("EUR 16720.00"));
        assertThat(value.likely()).isEqualTo(Money.parse("EUR 19120.00"));
        assertThat(value.atHigh()).isEqualTo(Money.parse("EUR 22720.00"));
        assertThat(value.perCustomer(2)).isEqualTo(Money.parse("EUR 9560.00"));
        assertThat(MarginForecast.of(
                                List.of(option(customers, Triangle.exactly(0.8))),
                                Triangle.exactly(1),
                                Triangle.exactly(1))
                        .expected())
                .isCloseTo(19_120, within(1e-6));
    }

    @Test
    void value_isCapped_andDiscounted() {
        List<Known> young = List.of(new Known(0, 10_000));
        ModelOption one = option(young, Triangle.exactly(1));
        // Nobody leaves: 8000 - 40 a year
        assertThat(likely(values(young, 3, 0), one)).isCloseTo(3 * 7960, within(1e-6));
        assertThat(likely(values(young, 3, 0.25), one)).isCloseTo(7960 * (1 + 0.8 + 0.64), within(1e-6));
        // Nobody stays: only what it costs to serve them until they leave
        assertThat(likely(values(young, 3, 0), option(young, Triangle.exactly(0))))
                .isCloseTo(-40, within(1e-6));
    }

    @Test
    void modelThatKeepsMore_isWorthMore_whereMarginIsEarned() {
        List<Known> customers = List.of(new Known(1, 10_000), new Known(2, 30_000));
        LifetimeValues values = values(customers, 5, 0.1);
        assertThat(likely(values, option(customers, Triangle.exactly(0.9))))
                .isGreaterThan(likely(values, option(customers, Triangle.exactly(0.85))));
    }

    @Test
    void withoutCustomersOrArr_thereIsNoValue_andWhatIsImpossible_isAnError() {
        List<Known> free = List.of(new Known(1, 0));
        assertThat(values(free, 5, 0.1).of(option(free, Triangle.exactly(0.9)))).isEmpty();
        assertThat(values(List.of(), 5, 0.1).of(option(free, Triangle.exactly(0.9))))
                .isEmpty();
        assertThatThrownBy(() -> values(List.of(new Known(-1, 0)), 5, 0.1)).hasMessageContaining("years (-1)");
        assertThatThrownBy(() -> new LifetimeOutlook(11, 0.1)).hasMessageContaining("years (11) must be from 1 to 10");
        assertThatThrownBy(() -> new LifetimeOutlook(5, 1.1)).hasMessageContaining("yearlyDiscountRate (1.1)");
    }
}
