package dev.rapport.engagement.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.model.Triangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Ranges and tornadoes against what is known of them without drawing anything. */
class MarginForecastProperties {

    private static final int YEARS = 4_000;

    private static List<ModelOption> options(long seed) {
        ModelEvaluation evaluation = EvaluationProperties.evaluation(seed, 1);
        List<ModelOption> options = new ArrayList<>();
        for (String segment : EvaluationProperties.SEGMENTS) {
            evaluation.options(segment).stream()
                    .skip(new Random(seed).nextInt(4))
                    .findFirst()
                    .ifPresent(options::add);
        }
        return options;
    }

    /** If only the share kept varies, the margin's quantiles are those of the share. */
    @Property(tries = 200)
    void oneInput_hasItsOwnQuantiles(@ForAll long seed) {
        for (ModelOption option : options(seed)) {
            double profit = option.economics().exactGrossProfit().doubleValue();
            double cost = option.cost().doubleValue();
            MarginRange range = MarginForecast.of(List.of(option), Triangle.exactly(1), Triangle.exactly(1))
                    .simulate(seed, YEARS);
            for (double share : new double[] {0.05, 0.5, 0.95}) {
                double exact = profit * option.expectation().share().quantile(share) - cost;
                // Six standard errors: wrong once in a billion
                double off = 6 * Math.sqrt(share * (1 - share) / YEARS);
                assertThat(range.quantile(Math.max(0, share - off))).isLessThanOrEqualTo(exact + 1e-6);
                assertThat(range.quantile(Math.min(1, share + off))).isGreaterThanOrEqualTo(exact - 1e-6);
            }
        }
    }

    @Property(tries = 200)
    void tornado_variesOneInputAtATime_widestFirst(@ForAll long seed) {
        List<ModelOption> options = options(seed);
        Triangle profitFactor = new Triangle(0.9, 1, 1.05);
        Triangle costFactor = new Triangle(0.8, 1, 1.5);
        Map<String, double[]> expected = new TreeMap<>();
        expected.put("gross profit", new double[] {margin(options, 0.9, 1, "", 0), margin(options, 1.05, 1, "", 0)});
        expected.put("cost to serve", new double[] {margin(options, 1, 0.8, "", 0), margin(options, 1, 1.5, "", 0)});
        for (ModelOption option : options) {
            String segment = option.of().segment();
            Triangle share = option.expectation().share();
            expected.put("retention of " + segment, new double[] {
                margin(options, 1, 1, segment, share.low()), margin(options, 1, 1, segment, share.high())
            });
        }
        List<Swing> tornado =
                MarginForecast.of(options, profitFactor, costFactor).tornado();
        assertThat(tornado).hasSameSizeAs(expected.keySet());
        double before = Double.POSITIVE_INFINITY;
        for (Swing swing : tornado) {
            double[] ends = requireNonNull(expected.get(swing.input()), swing.input());
            assertThat(swing.atLow()).isCloseTo(ends[0], within(1e-6));
            assertThat(swing.atHigh()).isCloseTo(ends[1], within(1e-6));
            assertThat(swing.width()).isLessThanOrEqualTo(before);
            before = swing.width();
        }
    }

    private static double margin(
            List<ModelOption> options, double profitFactor, double costFactor, String varied, double share) {
        double margin = 0;
        for (ModelOption option : options) {
            double kept = option.of().segment().equals(varied)
                    ? share
                    : option.expectation().share().likely();
            margin += option.economics().exactGrossProfit().doubleValue() * kept * profitFactor
                    - option.cost().doubleValue() * costFactor;
        }
        return margin;
    }

    @Property(tries = 100)
    void sameSeed_isTheSameRange_andTheMeanIsNear(@ForAll long seed) {
        MarginForecast forecast =
                MarginForecast.of(options(seed), new Triangle(0.9, 1, 1.05), new Triangle(0.8, 1, 1.5));
        MarginRange range = forecast.simulate(seed, YEARS);
        assertThat(forecast.simulate(seed, YEARS).quantile(0.37)).isEqualTo(range.quantile(0.37));
        double sum = 0;
        double squares = 0;
        for (int year = 0; year < YEARS; year++) {
            double margin = range.quantile((double) year / (YEARS - 1));
            sum += margin;
            squares += (margin - forecast.expected()) * (margin - forecast.expected());
        }
        double error = Math.sqrt(squares) / YEARS;
        assertThat(sum / YEARS).isCloseTo(forecast.expected(), within(7 * error + 1e-6));
    }
}
