package dev.rapport.model.decision;

import java.util.Arrays;
import java.util.List;

/** The values, statuses and completeness of all nodes for a run of rows; node by node, row by row within. */
final class Frame {

    final int rows;
    final double[] values;
    final double[] completeness;
    final byte[] statuses;
    private final double[][] scratch = new double[5][];

    Frame(int nodes, int rows) {
        this.rows = rows;
        this.values = new double[nodes * rows];
        this.completeness = new double[nodes * rows];
        this.statuses = new byte[nodes * rows];
    }

    /** One row that holds the parts of an explanation, with room for their combination behind them. */
    static Frame ofParts(Node node, List<Explanation> parts) {
        Frame frame = new Frame(parts.size() + 1, 1);
        for (int i = 0; i < parts.size(); i++) {
            frame.values[i] = parts.get(i).rawValue();
            frame.statuses[i] = parts.get(i).status().code();
            frame.completeness[i] = parts.get(i).completeness();
        }
        return frame;
    }

    /** The positions of all nodes but the last. */
    int[] positions() {
        int[] positions = new int[values.length / rows - 1];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        return positions;
    }

    /** An array of a number for each row, for sums on the way. */
    double[] scratch(int number) {
        double[] array = scratch[number];
        if (array == null) {
            array = new double[rows];
            scratch[number] = array;
        }
        return array;
    }

    /** As {@link #scratch}, with zeros in the first rows. */
    double[] cleared(int number, int count) {
        double[] array = scratch(number);
        Arrays.fill(array, 0, count, 0);
        return array;
    }

    double value(int node, int row) {
        return values[node * rows + row];
    }

    Status status(int node, int row) {
        return Status.ofCode(statuses[node * rows + row]);
    }

    double completeness(int node, int row) {
        return completeness[node * rows + row];
    }
}
