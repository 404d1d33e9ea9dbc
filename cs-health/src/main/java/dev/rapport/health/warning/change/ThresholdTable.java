package dev.rapport.health.warning.change;

/**
 * The thresholds of CUSUM charts of one wanted run length, by their reference value.
 *
 * <p><strong>Formula.</strong> h(k) of {@link Cusum#withRunLength}.
 *
 * <p><strong>Units.</strong> k and h in standard deviations.
 *
 * <p><strong>Edges.</strong> k from {@value #LEAST} to {@value #MOST}; beyond, that of the nearest.
 *
 * <p><strong>Algorithm.</strong> Exact at {@value #NODES} values of k, between them the cubic through the four nearest; the
 * run length is met within 0.1 %.
 *
 * <p><strong>Reference.</strong> As {@link Cusum}; Abramowitz and Stegun 25.2.13.
 */
final class ThresholdTable {

    static final double LEAST = 0.25;
    static final double MOST = 1.5;

    private static final int NODES = 31;
    private static final double WIDTH = (MOST - LEAST) / (NODES - 1);

    private final double[] thresholds = new double[NODES];

    ThresholdTable(Sides sides, double runLength) {
        for (int i = 0; i < NODES; i++) {
            thresholds[i] =
                    Cusum.withRunLength(LEAST + i * WIDTH, sides, runLength).threshold();
        }
    }

    double at(double k) {
        double x = Math.max(0, Math.min(NODES - 1, (k - LEAST) / WIDTH));
        int from = Math.max(0, Math.min(NODES - 4, (int) x - 1));
        double p = x - from;
        double a = thresholds[from];
        double b = thresholds[from + 1];
        double c = thresholds[from + 2];
        double d = thresholds[from + 3];
        return a * (1 - p) * (2 - p) * (3 - p) / 6
                + b * p * (2 - p) * (3 - p) / 2
                - c * p * (1 - p) * (3 - p) / 2
                + d * p * (1 - p) * (2 - p) / 6;
    }
}
