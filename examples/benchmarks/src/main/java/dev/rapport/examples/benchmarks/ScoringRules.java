package dev.rapport.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules that all peers are given: a scorecard of three levels with twelve measures, six conditions and one tier.
 *
 * <p>The overall score is the weighted mean of four groups, a group that of three measures; a missing measure's weight goes
 * to the others. A measure is a piecewise linear curve of three points. Declared once, so that nobody is given less work.
 */
final class ScoringRules {

    static final int MEASURES = 12;
    static final int GROUPS = 4;
    static final int PER_GROUP = MEASURES / GROUPS;

    /** The x of each measure's three points; the y are 0, 60 and 100. */
    static final double[][] CURVES = curves();

    static final double[] HEIGHTS = {0, 60, 100};
    static final double[] MEASURE_WEIGHTS = {3, 2, 1, 2, 2, 1, 4, 1, 1, 1, 1, 2};
    static final double[] GROUP_WEIGHTS = {4, 2, 3, 1};
    static final double YELLOW = 50;
    static final double GREEN = 75;
    static final double[] TIERS = {10_000, 40_000, 100_000};

    /** A condition: measure {@code number} at least {@code bound}; several in one list must all hold. */
    record Bound(int number, double bound) {}

    static final List<List<Bound>> CONDITIONS = List.of(
            List.of(new Bound(0, 50)),
            List.of(new Bound(1, 20), new Bound(2, 30)),
            List.of(new Bound(3, 75)),
            List.of(new Bound(4, 10), new Bound(5, 10), new Bound(6, 10)),
            List.of(new Bound(7, 90)),
            List.of(new Bound(8, 40), new Bound(11, 60)));

    private ScoringRules() {}

    private static double[][] curves() {
        double[][] curves = new double[MEASURES][];
        for (int i = 0; i < MEASURES; i++) {
            curves[i] = new double[] {5 + i, 30 + 2 * i, 80 + i};
        }
        return curves;
    }

    /** The points of a measure; the same operations in the same order as everywhere. */
    static double points(int measure, double x) {
        double[] at = CURVES[measure];
        if (x <= at[0]) {
            return HEIGHTS[0];
        }
        if (x >= at[2]) {
            return HEIGHTS[2];
        }
        int piece = x < at[1] ? 0 : 1;
        return HEIGHTS[piece] + (HEIGHTS[piece + 1] - HEIGHTS[piece]) * (x - at[piece]) / (at[piece + 1] - at[piece]);
    }

    static List<Integer> measuresOf(int group) {
        List<Integer> measures = new ArrayList<>();
        for (int i = 0; i < PER_GROUP; i++) {
            measures.add(group * PER_GROUP + i);
        }
        return measures;
    }
}
