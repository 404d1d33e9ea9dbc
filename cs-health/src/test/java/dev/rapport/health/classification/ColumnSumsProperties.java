package dev.rapport.health.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.internal.Products;
import dev.rapport.health.internal.Scaling;
import dev.rapport.health.regression.Covariates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The sums over columns that the processor's vector instructions make, beside loops that anybody can read. */
class ColumnSumsProperties {

    @Property(tries = 50)
    void products_ofWholeNumbers_areExact(@ForAll boolean block, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = block ? Products.BLOCK : 1 + random.nextInt(Products.BLOCK);
        int from = random.nextInt(100);
        double[] a = wholeNumbers(random, rows);
        double[] b = wholeNumbers(random, rows);
        double[] column = wholeNumbers(random, from + rows);
        double naive = 0;
        double moved = 0;
        for (int row = 0; row < rows; row++) {
            naive += a[row] * b[row];
            moved += a[row] * (column[from + row] - 7);
        }
        Products products = new Products();

        assertThat(products.sum(a, b, rows)).isEqualTo(naive);
        assertThat(products.sum(a, column, from, 7, rows)).isEqualTo(moved);
    }

    @Property(tries = 50)
    void predictorsAndSums_takeEveryColumn(@ForAll @IntRange(min = 0, max = 9) int columns, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 1 + random.nextInt(600);
        int from = random.nextInt(rows);
        int count = 1 + random.nextInt(rows - from);
        double[][] x = new double[columns][];
        Covariates.Builder builder = Covariates.builder(rows);
        for (int j = 0; j < columns; j++) {
            x[j] = wholeNumbers(random, rows);
            builder.number("x" + j, x[j]);
        }
        double[] shifts = wholeNumbers(random, columns);
        double[] factors = wholeNumbers(random, columns);
        double[] multipliers = wholeNumbers(random, count);
        double[] predictors = new double[count];
        double[] sums = new double[columns];
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < columns; j++) {
                predictors[row] += (x[j][from + row] - shifts[j]) * factors[j];
                sums[j] += (x[j][from + row] - shifts[j]) * multipliers[row];
            }
        }
        double[] ourPredictors = new double[count];
        double[] ourSums = new double[columns];

        builder.build().addPredictors(from, count, shifts, factors, ourPredictors);
        builder.build().addSums(from, count, shifts, multipliers, ourSums);

        assertThat(ourPredictors).isEqualTo(predictors);
        assertThat(ourSums).isEqualTo(sums);
    }

    @Property(tries = 200)
    void scaling_isMeanAndDeviation_ofExactArithmetic(@ForAll boolean weighted, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 10 + random.nextInt(2000);
        double level = random.nextInt(3) * StrictMath.pow(10, random.nextInt(12));
        double unit = StrictMath.pow(10, random.nextInt(8) - 4);
        double[] x = new double[rows];
        double[] weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            // Some columns begin far from their mean
            x[row] = level + unit * (row % 2 + random.nextInt(50) + (row < 600 ? 0 : 1000));
            weights[row] = 1 + random.nextInt(3);
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int row = 0; row < rows; row++) {
            BigDecimal value = new BigDecimal(x[row]);
            BigDecimal weight = new BigDecimal(weighted ? weights[row] : 1);
            total = total.add(weight);
            sum = sum.add(weight.multiply(value));
            squares = squares.add(weight.multiply(value).multiply(value));
        }
        BigDecimal exactMean = sum.divide(total, MathContext.DECIMAL128);
        // The sum of squares about the mean, times the weights
        BigDecimal about = squares.multiply(total).subtract(sum.multiply(sum));
        double mean = exactMean.doubleValue();
        double deviation = Math.sqrt(
                about.divide(total.multiply(total), MathContext.DECIMAL128).doubleValue());

        Scaling scaling = Scaling.of(
                rows, (from, count, to) -> System.arraycopy(x, from, to, 0, count), weighted ? weights : null);

        double rounding = 1e-14 * Math.abs(mean);
        assertThat(scaling.mean()).isCloseTo(mean, within(rounding + 1e-12 * deviation));
        assertThat(scaling.deviation()).isCloseTo(deviation, within((1e-12 + square(rounding / deviation)) * deviation));
    }

    private static double square(double value) {
        return value * value;
    }

    @Test
    void scaling_ofAColumnThatIsConstantAlmostEverywhere_isThatOfItsOneOtherValue() {
        double[] x = new double[10_000];
        Arrays.fill(x, 0.1);
        x[9_999] = 0.2;

        Scaling scaling = Scaling.of(x.length, (from, count, to) -> System.arraycopy(x, from, to, 0, count), null);

        assertThat(scaling.deviation()).isCloseTo(0.1 * Math.sqrt(1e-4 * (1 - 1e-4)), within(1e-12));
    }

    private static double[] wholeNumbers(SplittableRandom random, int size) {
        return random.ints(size, 0, 100).asDoubleStream().toArray();
    }
}
