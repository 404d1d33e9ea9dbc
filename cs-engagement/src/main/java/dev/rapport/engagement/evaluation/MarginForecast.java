package dev.rapport.engagement.evaluation;

import dev.rapport.engagement.model.Triangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * The margin of the coming year as a range, and what moves it most. Immutable.
 *
 * <pre>{@code
 * MarginForecast forecast = MarginForecast.of(chosen.options(), new Triangle(.97, 1, 1.02), new Triangle(.9, 1, 1.3));
 * forecast.simulate(1, 10_000).quantile(0.05);
 * forecast.tornado();
 * }</pre>
 *
 * <p><strong>Formula.</strong> {@code sum_s P[s] r[s] p - sum_s C[s] c} with the gross profit {@code P} of a segment's ARR and
 * its cost to serve {@code C}, the share {@code r} of ARR kept, a factor {@code p} on all gross profit and one {@code c} on all
 * cost: work that takes longer than planned. Each of {@code r[s]}, {@code p} and {@code c} is a {@link Triangle}, independent of
 * the others.
 *
 * <p><strong>Units.</strong> Major units a year.
 *
 * <p><strong>Edges.</strong> Without options 0. Inputs that are certain make a range of one point.
 *
 * <p><strong>Algorithm.</strong> Monte Carlo by inversion; {@link SplittableRandom} from the seed, square roots only: the same
 * seed gives the same bytes everywhere. The tornado is exact.
 *
 * <p><strong>Reference.</strong> D. Hertz, Risk Analysis in Capital Investment, Harvard Business Review 42 (1964); T. G. Eschenbach,
 * Spiderplots versus Tornado Diagrams for Sensitivity Analysis, Interfaces 22 (1992), doi:10.1287/inte.22.6.40.
 */
public final class MarginForecast {

    private static final int PROFIT = 0;
    private static final int COST = 1;
    private static final int RETENTION = 2;

    private final List<ModelOption> options;
    /** Of gross profit, of cost, and of the share kept of each option. */
    private final List<Triangle> inputs;

    private MarginForecast(List<ModelOption> options, Triangle profitFactor, Triangle costFactor) {
        this.options = List.copyOf(options);
        List<Triangle> all = new ArrayList<>(List.of(profitFactor, costFactor));
        options.forEach(option -> all.add(option.expectation().share()));
        this.inputs = List.copyOf(all);
    }

    /**
     * A forecast.
     *
     * @param options  a segment each, under its model
     * @param profitFactor  what the planned gross profit is multiplied with, at least 0
     * @param costFactor  what the planned cost is multiplied with, at least 0
     * @return the forecast
     */
    public static MarginForecast of(List<ModelOption> options, Triangle profitFactor, Triangle costFactor) {
        if (profitFactor.low() < 0 || costFactor.low() < 0) {
            throw new IllegalArgumentException("profitFactor (" + profitFactor.low() + ") and costFactor ("
                    + costFactor.low() + ") must be at least 0.\nMaybe 1.1 for ten per cent more.");
        }
        return new MarginForecast(options, profitFactor, costFactor);
    }

    /**
     * Simulates years.
     *
     * @param seed  what the random numbers begin with
     * @param years  how many, at least 1; 10,000 give quantiles to about one per cent of the range
     * @return their margins
     */
    public MarginRange simulate(long seed, int years) {
        if (years < 1) {
            throw new IllegalArgumentException("years (" + years + ") must be at least 1.");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] margins = new double[years];
        for (int year = 0; year < years; year++) {
            margins[year] = margin(input -> inputs.get(input).quantile(random.nextDouble()));
        }
        return new MarginRange(margins);
    }

    /**
     * Simulates years twice: how much more margin this forecast leaves than another. Gross profit and cost vary as they do
     * here, and alike in both; what each keeps varies by itself.
     *
     * @param other  the forecast to compare with, such as of the same segment under another model
     * @param seed  what the random numbers begin with
     * @param years  how many, at least 1
     * @return the differences of their margins, below 0 where the other leaves more
     */
    public MarginRange simulateBeyond(MarginForecast other, long seed, int years) {
        if (years < 1) {
            throw new IllegalArgumentException("years (" + years + ") must be at least 1.");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] factors = new double[RETENTION];
        double[] differences = new double[years];
        for (int year = 0; year < years; year++) {
            double own = margin(input -> {
                double drawn = inputs.get(input).quantile(random.nextDouble());
                if (input < RETENTION) {
                    factors[input] = drawn;
                }
                return drawn;
            });
            differences[year] = own
                    - other.margin(input -> input < RETENTION
                            ? factors[input]
                            : other.inputs.get(input).quantile(random.nextDouble()));
        }
        return new MarginRange(differences);
    }

    /**
     * The expected margin.
     *
     * @return the mean, exact since the inputs are independent
     */
    public double expected() {
        return margin(input -> inputs.get(input).mean());
    }

    /**
     * What moves the margin, the most important first.
     *
     * @return one input each: the share kept of each segment, gross profit, and cost
     */
    public List<Swing> tornado() {
        List<Swing> swings = new ArrayList<>();
        swings.add(swing("gross profit", PROFIT));
        swings.add(swing("cost to serve", COST));
        for (int i = 0; i < options.size(); i++) {
            swings.add(swing("retention of " + options.get(i).of().segment(), RETENTION + i));
        }
        swings.sort(Comparator.comparingDouble(Swing::width).reversed().thenComparing(Swing::input));
        return List.copyOf(swings);
    }

    private Swing swing(String name, int varied) {
        return new Swing(
                name,
                margin(input -> input == varied
                        ? inputs.get(input).low()
                        : inputs.get(input).likely()),
                margin(input -> input == varied
                        ? inputs.get(input).high()
                        : inputs.get(input).likely()));
    }

    /** Each input is asked for once, in order. */
    private double margin(IntToDoubleFunction value) {
        double profit = value.applyAsDouble(PROFIT);
        double cost = value.applyAsDouble(COST);
        double margin = 0;
        for (int i = 0; i < options.size(); i++) {
            margin += options.get(i).economics().exactGrossProfit().doubleValue()
                            * value.applyAsDouble(RETENTION + i)
                            * profit
                    - options.get(i).cost().doubleValue() * cost;
        }
        return margin;
    }
}
