package dev.rapport.model.derived;

import dev.rapport.model.attribute.Reading;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** A count or a sum over a window: a number that adds up over the window's parts. Immutable. */
public final class Total extends Quantity {

    private static final int FEWEST_STEPS = 3;
    private static final double TREND_DAYS = 30;

    Total(Aggregate aggregate, Function<Gathered, Reading<Double>> measure) {
        super(aggregate, measure);
    }

    /**
     * The number for each so many days.
     *
     * <p><strong>Formula.</strong> {@code v * days / d}.
     *
     * <p><strong>Units.</strong> {@code v} is the number of the window, {@code d} how many of the window's days the customer
     * was one, at least 1; the rate has the unit of {@code v} per {@code days} days.
     *
     * <p><strong>Edges.</strong> Of a window that begins before the customer did only the days since count; where it is not
     * known when the customer began, all do. Missing where {@code v} is.
     *
     * <p><strong>Algorithm.</strong> As the formula.
     *
     * <p><strong>Reference.</strong> The occurrence rate of demography and survival analysis, events by time at risk; D.
     * Collett, Modelling Survival Data in Medical Research.
     *
     * @param days  what the rate refers to, at least 1
     * @return the rate
     * @throws IllegalStateException if the aggregate has no window
     */
    public Derivation<Double> per(int days) {
        Aggregate.requireAtLeast(1, days, "days");
        int window = aggregate().windowFor("per");
        return new Derivation<>(requires(), view -> {
            Reading<Double> reading = read(view);
            Double value = reading.valueOrNull();
            if (value == null) {
                return reading;
            }
            LocalDate end = view.date().plusDays(1);
            long observed = Relationship.observedFrom(view, aggregate().series())
                    .map(start -> ChronoUnit.DAYS.between(start, end))
                    .orElse((long) window);
            return Gathered.number(
                    value * days / Math.max(1, Math.min(window, observed)),
                    reading.provenance().orElseThrow());
        });
    }

    /**
     * The direction in which the number goes, as a share of its mean per 30 days.
     *
     * <p><strong>Formula.</strong> {@code (30 / s) * b / m} with {@code b = sum((i - c) * (y[i] - m)) / sum((i - c)^2)}, the
     * least-squares slope of {@code y} over {@code i = 0 .. n-1}, {@code c = (n - 1) / 2}.
     *
     * <p><strong>Units.</strong> The window is cut into {@code n} steps of {@code s} days each, which end at the cut; days at
     * its start that do not fill a step are left out. {@code y[i]} is the number of step {@code i}, {@code m} their mean.
     * The trend is a share without unit: 0.1 says that 30 days add a tenth of the mean.
     *
     * <p><strong>Edges.</strong> Not applicable if the customer began after the first day of the first step. Missing if
     * {@code m} is 0 or a step is missing. 0 if all steps are equal. Failed if the result is not finite.
     *
     * <p><strong>Algorithm.</strong> Two passes over the steps with centred positions. Choose steps not finer than the grain
     * of the source and, for daily data, of whole weeks, so that the days of the week fall out: with a step for each day,
     * a source that reports once a month would seem to rise and fall.
     *
     * <p><strong>Reference.</strong> N. R. Draper, H. Smith, Applied Regression Analysis, 3rd ed., section 1.2,
     * doi:10.1002/9781118625590.
     *
     * @param stepDays  the length of a step, so that the window has at least 3
     * @return the trend
     * @throws IllegalStateException if the aggregate has no window
     * @throws IllegalArgumentException if the window has fewer than 3 steps
     */
    public Derivation<Double> trend(int stepDays) {
        Aggregate.requireAtLeast(1, stepDays, "stepDays");
        int window = aggregate().windowFor("trend");
        int steps = window / stepDays;
        if (steps < FEWEST_STEPS) {
            throw new IllegalArgumentException("stepDays (" + stepDays + ") must go into the window of " + window
                    + " days at least " + FEWEST_STEPS + " times.");
        }
        return new Derivation<>(requires(), view -> {
            LocalDate end = view.date().plusDays(1);
            LocalDate start = end.minusDays((long) steps * stepDays);
            if (!Relationship.hadBegun(view, aggregate().series(), start)) {
                return tooYoung((long) steps * stepDays);
            }
            Gathered all = aggregate().gather(view, start, end);
            double[] y = new double[steps];
            for (int i = 0; i < steps; i++) {
                LocalDate from = start.plusDays((long) i * stepDays);
                Double value = valueBetween(view, from, from.plusDays(stepDays));
                if (value == null) {
                    return Reading.missing("no value from " + from + " to before " + from.plusDays(stepDays));
                }
                y[i] = value;
            }
            double mean = Gathered.sum(y) / steps;
            return mean == 0
                    ? Reading.missing("no trend of nothing: 0 in the last " + steps * stepDays + " days")
                    : all.reading(TREND_DAYS / stepDays * slope(y, mean) / Math.abs(mean));
        });
    }

    private static double slope(double[] y, double mean) {
        double centre = (y.length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            products += (i - centre) * (y[i] - mean);
            squares += (i - centre) * (i - centre);
        }
        return products / squares;
    }
}
