package dev.rapport.health.warning.change;

/**
 * The nodes and weights of Gauss and Legendre on an interval.
 *
 * <p><strong>Formula.</strong> The integral of f from a to b is about {@code sum(weight[i] * f(node[i]))}; exact for
 * polynomials of degree up to 2n - 1.
 *
 * <p><strong>Units.</strong> Nodes lie strictly between a and b, weights are positive and sum to b - a.
 *
 * <p><strong>Edges.</strong> An interval of no length has weights of 0.
 *
 * <p><strong>Algorithm.</strong> The zeros of the Legendre polynomial by Newton's method from {@code cos(pi (i + 3/4) / (n
 * + 1/2))}, to the last bits.
 *
 * <p><strong>Reference.</strong> P. J. Davis, P. Rabinowitz, Methods of Numerical Integration, 2nd edition, Academic Press
 * 1984, 2.7.
 */
final class Quadrature {

    private static final int NEWTON_STEPS = 100;

    final double[] nodes;
    final double[] weights;

    Quadrature(int count, double from, double to) {
        nodes = new double[count];
        weights = new double[count];
        double middle = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        for (int i = 0; i < (count + 1) / 2; i++) {
            double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (count + 0.5));
            double slope = 0;
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double value = 1;
                double before = 0;
                for (int degree = 1; degree <= count; degree++) {
                    double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
                    before = value;
                    value = next;
                }
                slope = count * (x * value - before) / (x * x - 1);
                double move = value / slope;
                x -= move;
                if (Math.abs(move) < 1e-15) {
                    break;
                }
            }
            double weight = 2 * half / ((1 - x * x) * slope * slope);
            nodes[i] = middle - half * x;
            nodes[count - 1 - i] = middle + half * x;
            weights[i] = weight;
            weights[count - 1 - i] = weight;
        }
    }

    int count() {
        return nodes.length;
    }
}
