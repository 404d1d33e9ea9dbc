package dev.rapport.model.derived;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.Reading;
import dev.rapport.model.customer.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every aggregate against a search through all entries, and against another order of the rows. */
class AggregateProperties {

    private record Use(int daysAgo, double quantity, String feature) {}

    private static Sample sample(List<Use> uses) {
        Sample sample = Sample.customerFor(200).feedingUsage();
        for (Use use : uses) {
            sample.add(
                    Usage.SERIES,
                    use.daysAgo(),
                    u -> u.with(Usage.QUANTITY, use.quantity()).with(Usage.FEATURE, use.feature()));
        }
        return sample;
    }

    private static BigDecimal sum(List<Use> uses, int fromDaysAgo, int toDaysAgo) {
        return uses.stream()
                .filter(use -> use.daysAgo() <= fromDaysAgo && use.daysAgo() >= toDaysAgo)
                .map(use -> new BigDecimal(use.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertEqual(Reading<Double> reading, BigDecimal expected) {
        double value = expected.doubleValue();
        assertThat(reading.value().orElseThrow()).isEqualTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
    }

    @Property(tries = 200)
    void countSumAndDistinct_areThoseOfAllEntriesInTheWindow(
            @ForAll("uses") List<Use> uses, @ForAll @IntRange(min = 1, max = 120) int days) {
        Aggregate window = Aggregate.of(Usage.SERIES).last(days, DAYS);
        List<Use> inside = uses.stream().filter(use -> use.daysAgo() < days).toList();

        assertThat(sample(uses).read(window.count()).value()).contains((double) inside.size());
        assertEqual(sample(uses).read(window.sum(Usage.QUANTITY)), sum(uses, days - 1, 0));
        assertThat(sample(uses).read(window.distinct(Usage.FEATURE)).value())
                .contains((double) inside.stream().map(Use::feature).distinct().count());
    }

    @Property(tries = 200)
    void change_isThatOfExactSums(@ForAll("uses") List<Use> uses, @ForAll @IntRange(min = 1, max = 60) int days) {
        Reading<Double> change = sample(uses)
                .read(Aggregate.of(Usage.SERIES)
                        .last(days, DAYS)
                        .sum(Usage.QUANTITY)
                        .change());
        BigDecimal before = sum(uses, 2 * days - 1, days);

        if (before.signum() == 0) {
            assertThat(change.status()).isEqualTo(Reading.Status.MISSING);
        } else {
            BigDecimal expected = sum(uses, days - 1, 0).subtract(before).divide(before.abs(), MathContext.DECIMAL128);
            assertEqual(change, expected);
        }
    }

    @Property(tries = 200)
    void trend_solvesTheNormalEquations(
            @ForAll("uses") List<Use> uses,
            @ForAll @IntRange(min = 3, max = 12) int steps,
            @ForAll @IntRange(min = 1, max = 10) int step) {
        Reading<Double> trend = sample(uses)
                .read(Aggregate.of(Usage.SERIES)
                        .last(steps * step, DAYS)
                        .sum(Usage.QUANTITY)
                        .trend(step));
        // n * b = (n * sum(xy) - sum(x) * sum(y)) / (sum(xx) - sum(x)^2 / n), with y exact
        BigDecimal sumXy = BigDecimal.ZERO;
        BigDecimal sumY = BigDecimal.ZERO;
        long sumX = 0;
        long sumXx = 0;
        for (int x = 0; x < steps; x++) {
            BigDecimal y = sum(uses, (steps - x) * step - 1, (steps - x - 1) * step);
            sumXy = sumXy.add(y.multiply(BigDecimal.valueOf(x)));
            sumY = sumY.add(y);
            sumX += x;
            sumXx += (long) x * x;
        }
        BigDecimal n = BigDecimal.valueOf(steps);
        BigDecimal slope = n.multiply(sumXy)
                .subtract(BigDecimal.valueOf(sumX).multiply(sumY))
                .divide(BigDecimal.valueOf(steps * sumXx - sumX * sumX), MathContext.DECIMAL128);

        if (sumY.signum() == 0) {
            assertThat(trend.status()).isEqualTo(Reading.Status.MISSING);
        } else {
            assertEqual(
                    trend,
                    slope.multiply(BigDecimal.valueOf(30))
                            .divide(BigDecimal.valueOf(step), MathContext.DECIMAL128)
                            .divide(sumY.divide(n, MathContext.DECIMAL128), MathContext.DECIMAL128));
        }
    }

    @Property(tries = 200)
    void results_doNotDependOnTheOrderOfTheRows(@ForAll("uses") List<Use> uses, @ForAll Random random) {
        List<Use> shuffled = new ArrayList<>(uses);
        Collections.shuffle(shuffled, random);
        Aggregate window = Aggregate.of(Usage.SERIES).last(90, DAYS);

        for (Derivation<Double> derivation : List.<Derivation<Double>>of(
                window.sum(Usage.QUANTITY),
                window.mean(Usage.QUANTITY),
                window.latest(Usage.QUANTITY),
                window.lastSeenDays(),
                window.sum(Usage.QUANTITY).trend(7))) {
            assertThat(sample(shuffled).read(derivation).value())
                    .isEqualTo(sample(uses).read(derivation).value());
        }
    }

    @Provide
    Arbitrary<List<Use>> uses() {
        Arbitrary<Double> quantities = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 1000).map(Integer::doubleValue),
                Arbitraries.doubles().between(0, 1000).ofScale(3));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 150),
                        quantities,
                        Arbitraries.of("export", "import", "search"))
                .as(Use::new)
                .list()
                .ofMaxSize(40);
    }
}
