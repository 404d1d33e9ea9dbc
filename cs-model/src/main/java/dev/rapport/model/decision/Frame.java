package dev.rapport.model.decision;

import static dev.rapport.model.decision.Status.EVALUATED_CODE;
import static dev.rapport.model.decision.Status.NOT_APPLICABLE_CODE;

import java.util.Arrays;
import java.util.List;

/** What came of all nodes for a run of rows; node by node, row by row within. */
final class Frame {

    final int rows;

    /** Finite, but of no meaning, where a row was not evaluated. */
    final double[] values;

    /** The share of its weight that a row counts with as a part: 1, 0 without a value, between the two while it fades. */
    final double[] counts;

    final double[] completeness;

    /** The share of the weight that has a value, however old; the completeness itself where nothing fades. */
    final double[] known;

    final byte[] statuses;

    /** Whether the question made sense for each row of the run. */
    final boolean[] allApply;

    Frame(int nodes, int rows, boolean fades) {
        this.rows = rows;
        this.values = new double[nodes * rows];
        this.counts = new double[nodes * rows];
        this.completeness = new double[nodes * rows];
        this.known = fades ? new double[nodes * rows] : completeness;
        this.statuses = new byte[nodes * rows];
        this.allApply = new boolean[nodes];
    }

    /** One row that holds the parts of an explanation, with room for their combination behind them. */
    static Frame ofParts(List<Explanation> parts) {
        Frame frame = new Frame(parts.size() + 1, 1, true);
        for (int i = 0; i < parts.size(); i++) {
            Explanation part = parts.get(i);
            boolean evaluated = part.status() == Status.EVALUATED;
            frame.values[i] = evaluated ? part.rawValue() : 0;
            frame.counts[i] = !evaluated ? 0 : part.isFading() ? part.completeness() : 1;
            frame.completeness[i] = part.completeness();
            frame.known[i] = part.known();
            frame.statuses[i] = part.status().code();
            frame.allApply[i] = part.status() != Status.NOT_APPLICABLE;
        }
        return frame;
    }

    /** Says whether values fade in it, so that what is known is more than the completeness. */
    boolean fades() {
        return known != completeness;
    }

    /** The positions of all nodes but the last. */
    int[] positions() {
        int[] positions = new int[allApply.length - 1];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        return positions;
    }

    /** Makes room for sums where the results of a node will stand. */
    void clear(int node, int count) {
        int from = node * rows;
        Arrays.fill(values, from, from + count, 0);
        Arrays.fill(counts, from, from + count, 0);
        Arrays.fill(completeness, from, from + count, 0);
        if (fades()) {
            Arrays.fill(known, from, from + count, 0);
        }
    }

    /** Puts a status without a value. */
    void put(int at, byte status) {
        statuses[at] = status;
        values[at] = 0;
        counts[at] = 0;
    }

    void put(int node, int row, byte status, double value, double share, double shareKnown) {
        int at = node * rows + row;
        boolean evaluated = status == EVALUATED_CODE;
        statuses[at] = status;
        values[at] = evaluated ? value : 0;
        counts[at] = evaluated ? 1 : 0;
        known[at] = shareKnown;
        completeness[at] = share;
    }

    /** Finds out whether a node's question made sense for each row. */
    void noteWhatApplies(int node, int count) {
        boolean all = true;
        for (int at = node * rows; at < node * rows + count; at++) {
            all &= statuses[at] != NOT_APPLICABLE_CODE;
        }
        allApply[node] = all;
    }

    /** The value, NaN without one. */
    double value(int node, int row) {
        int at = node * rows + row;
        return statuses[at] == EVALUATED_CODE ? values[at] : Double.NaN;
    }

    Status status(int node, int row) {
        return Status.ofCode(statuses[node * rows + row]);
    }

    double completeness(int node, int row) {
        return completeness[node * rows + row];
    }

    double known(int node, int row) {
        return known[node * rows + row];
    }
}
