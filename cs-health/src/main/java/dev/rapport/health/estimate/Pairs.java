package dev.rapport.health.estimate;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Two numbers of each customer, which may go together. Immutable.
 *
 * <p>That they do is an association. It does not say that one changes with the other if somebody changes it.
 */
public final class Pairs {

    private final double[] x;
    private final double[] y;

    private Pairs(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Pairs of numbers.
     *
     * @param x  the first number of each customer, finite
     * @param y  the second number of each, as many
     * @return the pairs, copied and sorted, so that nothing depends on their order
     */
    public static Pairs of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "y must have as many numbers as x (" + x.length + "), had " + y.length + ".");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        "pair " + i + " (" + x[i] + ", " + y[i] + ") must have finite numbers.");
            }
        }
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> x[i]).thenComparingDouble(i -> y[i]));
        double[] sortedX = new double[x.length];
        double[] sortedY = new double[x.length];
        for (int i = 0; i < order.length; i++) {
            sortedX[i] = x[order[i]];
            sortedY[i] = y[order[i]];
        }
        return new Pairs(sortedX, sortedY);
    }

    /**
     * How many there are.
     *
     * @return the number of pairs
     */
    public int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    double[] xs() {
        return x;
    }

    double[] ys() {
        return y;
    }
}
