package dev.rapport.engagement.allocation;

import java.util.Arrays;

/**
 * The linear relaxation of a small problem, solved by the simplex method in two phases with Bland's rule: shares of items
 * in place of whole ones.
 */
final class LinearRelaxation {

    private static final double ZERO = 1e-9;

    private final int rows;
    private final int columns;
    private final double[][] table;
    private final int[] basis;

    private LinearRelaxation(double[][] equations) {
        this.rows = equations.length;
        this.columns = equations[0].length - 1;
        this.table = new double[rows][columns + rows + 1];
        this.basis = new int[rows];
        for (int row = 0; row < rows; row++) {
            double sign = equations[row][columns] < 0 ? -1 : 1;
            for (int column = 0; column < columns; column++) {
                table[row][column] = sign * equations[row][column];
            }
            table[row][columns + row] = 1;
            table[row][columns + rows] = sign * equations[row][columns];
            basis[row] = columns + row;
        }
    }

    /** The least value of the relaxation; infinite if nothing keeps the capacities. */
    static double of(AllocationProblem problem) {
        int pairs = problem.items * problem.agents;
        int columns = pairs + 2 * problem.slotCount;
        double[][] equations = new double[problem.items + problem.slotCount][columns + 1];
        double[] costs = new double[columns];
        for (int item = 0; item < problem.items; item++) {
            equations[item][columns] = 1;
            for (int agent = 0; agent < problem.agents; agent++) {
                if (problem.allows(item, agent)) {
                    int pair = item * problem.agents + agent;
                    costs[pair] = problem.cost(item, agent);
                    equations[item][pair] = 1;
                    for (int kind = 0; kind < problem.loads.length; kind++) {
                        equations[problem.items + problem.slots[kind][agent]][pair] +=
                                problem.loads[kind].usage(item, agent);
                    }
                }
            }
        }
        for (int slot = 0; slot < problem.slotCount; slot++) {
            double[] load = equations[problem.items + slot];
            load[columns] = problem.targets[slot];
            load[pairs + 2 * slot] = 1;
            costs[pairs + 2 * slot] = problem.under[slot];
            if (Double.isFinite(problem.over[slot])) {
                load[pairs + 2 * slot + 1] = -1;
                costs[pairs + 2 * slot + 1] = problem.over[slot];
            }
        }
        return equations.length == 0 ? 0 : new LinearRelaxation(equations).least(costs);
    }

    private double least(double[] costs) {
        double[] artificial = new double[columns + rows];
        Arrays.fill(artificial, columns, columns + rows, 1);
        if (minimum(artificial, columns + rows) > 1e-7) {
            return Double.POSITIVE_INFINITY;
        }
        return minimum(Arrays.copyOf(costs, columns + rows), columns);
    }

    private double minimum(double[] costs, int usable) {
        while (true) {
            int entering = -1;
            for (int column = 0; column < usable && entering < 0; column++) {
                double reduced = costs[column];
                for (int row = 0; row < rows; row++) {
                    reduced -= costs[basis[row]] * table[row][column];
                }
                entering = reduced < -ZERO ? column : -1;
            }
            int leaving = entering < 0 ? -1 : leaving(entering);
            if (leaving < 0) {
                double value = 0;
                for (int row = 0; row < rows; row++) {
                    value += costs[basis[row]] * table[row][columns + rows];
                }
                return value;
            }
            pivot(leaving, entering);
        }
    }

    private int leaving(int entering) {
        int leaving = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < rows; row++) {
            boolean mustGo = basis[row] >= columns
                    && Math.abs(table[row][entering]) > ZERO
                    && table[row][columns + rows] <= ZERO;
            if (mustGo) {
                return row;
            }
            if (table[row][entering] > ZERO) {
                double ratio = table[row][columns + rows] / table[row][entering];
                boolean isFirst =
                        ratio < least - ZERO || (ratio < least + ZERO && leaving >= 0 && basis[row] < basis[leaving]);
                if (isFirst) {
                    least = Math.min(least, ratio);
                    leaving = row;
                }
            }
        }
        return leaving;
    }

    private void pivot(int leaving, int entering) {
        double by = table[leaving][entering];
        for (int column = 0; column < table[leaving].length; column++) {
            table[leaving][column] /= by;
        }
        for (int row = 0; row < rows; row++) {
            double factor = table[row][entering];
            if (row != leaving && factor != 0) {
                for (int column = 0; column < table[row].length; column++) {
                    table[row][column] -= factor * table[leaving][column];
                }
            }
        }
        basis[leaving] = entering;
    }
}
