package dev.rapport.model.decision;

import java.util.Arrays;

/**
 * The numbers of one output of a program for every row of a book. Immutable.
 */
public final class Scores {

    private final Node node;
    private final double[] values;
    private final double[] completeness;
    private final double[] known;
    private final byte[] statuses;

    Scores(Node node, int size, boolean fades) {
        this.node = node;
        this.values = new double[size];
        this.completeness = new double[size];
        this.known = fades ? new double[size] : completeness;
        this.statuses = new byte[size];
    }

    void take(Frame frame, int position, int from, int count) {
        System.arraycopy(frame.values, position * frame.rows, values, from, count);
        System.arraycopy(frame.completeness, position * frame.rows, completeness, from, count);
        if (known != completeness) {
            System.arraycopy(frame.known, position * frame.rows, known, from, count);
        }
        System.arraycopy(frame.statuses, position * frame.rows, statuses, from, count);
        for (int row = from; row < from + count; row++) {
            if (statuses[row] != Status.EVALUATED_CODE) {
                values[row] = Double.NaN;
            }
        }
    }

    /**
     * The output's code.
     *
     * @return the code of the node
     */
    public String code() {
        return node.code();
    }

    /**
     * The number of rows.
     *
     * @return the number of customers
     */
    public int size() {
        return values.length;
    }

    /**
     * The value of a row.
     *
     * @param row  the row
     * @return the value; NaN unless {@link Status#EVALUATED}
     */
    public double value(int row) {
        return values[row];
    }

    /**
     * The share of the weight that has data.
     *
     * @param row  the row
     * @return a share from 0 to 1
     */
    public double completeness(int row) {
        return completeness[row];
    }

    /**
     * The share of what has a value that is not too old, see {@link Explanation#freshness()}.
     *
     * @param row  the row
     * @return a share from 0 to 1
     */
    public double freshness(int row) {
        return known[row] > 0 ? completeness[row] / known[row] : 1;
    }

    /**
     * What became of a row.
     *
     * @param row  the row
     * @return the status
     */
    public Status status(int row) {
        return Status.ofCode(statuses[row]);
    }

    /**
     * The values of all rows.
     *
     * @return a copy; NaN where a row is not {@link Status#EVALUATED}
     */
    public double[] values() {
        return Arrays.copyOf(values, values.length);
    }
}
