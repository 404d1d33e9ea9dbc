package dev.rapport.health.measure;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Some customers by one number: how many they are and its percentiles, which is all that is kept of them. Immutable.
 */
public final class Population {

    /** 0 %, 1 %, ... 100 %. */
    private static final int PERCENTILES = 101;

    /** The interquartile range of the standard normal distribution, 2 x 0.67448975. */
    private static final double NORMAL_RANGE = 1.3489795003921634;

    private final String attribute;
    private final Optional<Group> group;
    private final int customers;
    private final double[] percentiles;

    private Population(String attribute, Optional<Group> group, int customers, double[] percentiles) {
        this.attribute = requireNonNull(attribute, "attribute");
        this.group = group;
        this.customers = customers;
        this.percentiles = percentiles;
        if (!AttributeKey.isName(attribute)) {
            throw new IllegalArgumentException("attribute (" + attribute
                    + ") must be lower-case words of letters and digits, joined by '-' and grouped by '.'.");
        }
        if (customers < 1) {
            throw new IllegalArgumentException("customers (" + customers + ") must be at least 1.");
        }
        if (percentiles.length != PERCENTILES) {
            throw new IllegalArgumentException(
                    "percentiles must be " + PERCENTILES + ", was " + percentiles.length + ".");
        }
        for (int i = 0; i < PERCENTILES; i++) {
            if (!Double.isFinite(percentiles[i]) || (i > 0 && percentiles[i] < percentiles[i - 1])) {
                throw new IllegalArgumentException(
                        "percentiles[" + i + "] (" + percentiles[i] + ") must be finite and not fall.");
            }
        }
    }

    /**
     * What the customers of a group share.
     *
     * @param attribute  the name of an attribute
     * @param value  its value
     */
    public record Group(String attribute, String value) {}

    /**
     * A population as it was kept.
     *
     * @param attribute  the name of the attribute that its number is of
     * @param group  what its customers share; empty for the whole book
     * @param customers  how many they are, at least 1
     * @param percentiles  the 101 percentiles from the least number to the greatest
     * @return the population
     */
    public static Population of(String attribute, Optional<Group> group, int customers, List<Double> percentiles) {
        return new Population(
                attribute,
                group,
                customers,
                percentiles.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * A population of some numbers.
     *
     * <p>The percentile {@code p} is {@code x[h] + (h' - h) x (x[h + 1] - x[h])} of the sorted numbers, with {@code h' =
     * (n - 1) x p} and {@code h} the whole number below: definition 7 of Hyndman and Fan, Sample Quantiles in Statistical
     * Packages, The American Statistician 50 (1996), doi:10.2307/2684934.
     *
     * @param attribute  the name of the attribute that the numbers are of
     * @param group  what its customers share
     * @param numbers  a finite number for each customer, at least one, in any order
     * @return the population
     */
    static Population of(String attribute, Optional<Group> group, double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double[] percentiles = new double[PERCENTILES];
        for (int i = 0; i < PERCENTILES; i++) {
            double place = (double) (sorted.length - 1) * i / (PERCENTILES - 1);
            int below = (int) place;
            double from = sorted[below];
            double to = sorted[Math.min(below + 1, sorted.length - 1)];
            double between = from + (place - below) * (to - from);
            percentiles[i] = Math.max(from, Math.min(to, between));
        }
        return new Population(attribute, group, sorted.length, percentiles);
    }

    /**
     * The attribute that the number is of.
     *
     * @return its name
     */
    public String attribute() {
        return attribute;
    }

    /**
     * What the customers share.
     *
     * @return an attribute and its value; empty for the whole book
     */
    public Optional<Group> group() {
        return group;
    }

    /**
     * How many customers have the number.
     *
     * @return the size of the population
     */
    public int customers() {
        return customers;
    }

    /**
     * The percentiles.
     *
     * @return 101 numbers from the least to the greatest
     */
    public List<Double> percentiles() {
        return DoubleStream.of(percentiles).boxed().toList();
    }

    /**
     * The share of the population below a number, those that are equal to it counted half, as the percentiles tell it.
     *
     * @param number  a number of this customer or any other
     * @return 0 below the least number, 1 above the greatest; between two percentiles in proportion; where several are equal
     *     to the number the middle of them; NaN of NaN
     */
    public double rank(double number) {
        if (Double.isNaN(number)) {
            return Double.NaN;
        }
        int first = 0;
        while (first < PERCENTILES && percentiles[first] < number) {
            first++;
        }
        int last = first;
        while (last < PERCENTILES && percentiles[last] == number) {
            last++;
        }
        double top = PERCENTILES - 1;
        if (last > first) {
            return (first + last - 1) / (2 * top);
        }
        if (first == 0 || first == PERCENTILES) {
            return first == 0 ? 0 : 1;
        }
        double from = percentiles[first - 1];
        return (first - 1 + (number - from) / (percentiles[first] - from)) / top;
    }

    /**
     * How many robust standard deviations a number lies above the median: {@code (x - median) / (range / 1.349)}, where the
     * range is that between the quartiles. For normally distributed numbers it is what a z-score is, but a few that lie far
     * off do not move it.
     *
     * @param number  a number of this customer or any other
     * @return the deviation, negative below the median; NaN of NaN, and where the quartiles are equal
     */
    public double deviation(double number) {
        double range = percentiles[75] - percentiles[25];
        return range > 0 ? (number - percentiles[50]) / (range / NORMAL_RANGE) : Double.NaN;
    }

    /** Who they are, with quartiles, in words. */
    String describe() {
        String quartiles = DoubleStream.of(percentiles[25], percentiles[50], percentiles[75])
                .mapToObj(number -> Double.toString(Math.rint(number * 1000) / 1000))
                .collect(Collectors.joining(", "));
        return attribute + " of " + customers + " customers"
                + group.map(shared -> " with " + shared.attribute() + " " + shared.value())
                        .orElse("")
                + ", quartiles " + quartiles;
    }

    private List<Object> fields() {
        return List.of(attribute, group, customers, percentiles());
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Population other && fields().equals(other.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    /** Who they are, with quartiles. */
    @Override
    public String toString() {
        return describe();
    }
}
