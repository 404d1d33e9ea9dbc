package dev.rapport.model.decision;

import static dev.rapport.model.decision.Status.EVALUATED_CODE;
import static dev.rapport.model.decision.Status.NOT_APPLICABLE_CODE;
import static dev.rapport.model.decision.Status.NOT_ENOUGH_DATA_CODE;

import org.jspecify.annotations.Nullable;

/** Evaluates leaves for a run of rows: reads, compares, applies, lets fade. */
final class LeafRun {

    private final Inputs inputs;
    private final Frame frame;
    private final int from;
    private final int count;

    LeafRun(Inputs inputs, Frame frame, int from, int count) {
        this.inputs = inputs;
        this.frame = frame;
        this.from = from;
        this.count = count;
    }

    /**
     * Puts what comes of a leaf into the frame.
     *
     * @param node  the position of the leaf
     * @param slot  where its attribute is read
     * @param groupSlot  where what names its peers is read, -1 for nowhere
     * @param table  what is made of each text, see {@link Leaf#words()}
     */
    void evaluate(Leaf leaf, int node, int slot, int groupSlot, double[] table) {
        inputs.load(slot, from, count, frame, node, leaf.currency);
        double today = inputs.today(slot);
        if (leaf.comparison != null) {
            compare(leaf.comparison, node, groupSlot, table, today);
        }
        int first = node * frame.rows;
        NumberFunction function = leaf.number;
        if (function != null) {
            function.applyAll(frame.values, frame.statuses, first, first + count, today);
            if (!function.isTotal()) {
                refuseNaN(first);
            }
        } else if (leaf.isPresence()) {
            makePresence(node);
        } else {
            lookUp(first, table);
        }
        if (frame.fades()) {
            age(leaf.timeToLive, slot, first);
        }
        complete(node);
    }

    /** Puts in the place of numbers what they are among their peers. */
    private void compare(Comparison comparison, int node, int groupSlot, double[] table, double today) {
        int first = node * frame.rows;
        if (groupSlot < 0) {
            comparison.at(0).function().applyAll(frame.values, frame.statuses, first, first + count, today);
        } else {
            int spare = frame.allApply.length - 1;
            inputs.load(groupSlot, from, count, frame, spare, null);
            for (int row = 0; row < count; row++) {
                int at = first + row;
                int group = spare * frame.rows + row;
                double position =
                        frame.statuses[group] == EVALUATED_CODE ? table[(int) frame.values[group]] : Double.NaN;
                if (frame.statuses[at] == EVALUATED_CODE) {
                    frame.values[at] = Double.isNaN(position)
                            ? Double.NaN
                            : comparison.at((int) position).function().apply(frame.values[at], today);
                }
            }
        }
        refuseNaN(first);
    }

    private void makePresence(int node) {
        for (int at = node * frame.rows; at < node * frame.rows + count; at++) {
            frame.values[at] = frame.counts[at];
            frame.counts[at] = 1;
            frame.statuses[at] = EVALUATED_CODE;
        }
        frame.allApply[node] = true;
    }

    private void lookUp(int first, double[] table) {
        for (int at = first; at < first + count; at++) {
            frame.values[at] = frame.statuses[at] == EVALUATED_CODE ? table[(int) frame.values[at]] : 0;
        }
        refuseNaN(first);
    }

    /** What has no value after all. */
    private void refuseNaN(int first) {
        for (int at = first; at < first + count; at++) {
            boolean evaluated = frame.statuses[at] == EVALUATED_CODE;
            if (!evaluated || Double.isNaN(frame.values[at])) {
                frame.put(at, evaluated ? NOT_ENOUGH_DATA_CODE : frame.statuses[at]);
            }
        }
    }

    /** What is known, and how much of it is left. */
    private void age(@Nullable TimeToLive timeToLive, int slot, int first) {
        for (int row = 0; row < count; row++) {
            int at = first + row;
            frame.known[at] = frame.statuses[at] <= NOT_APPLICABLE_CODE ? 1 : 0;
            if (timeToLive != null && frame.statuses[at] == EVALUATED_CODE) {
                double left = timeToLive.left(inputs.age(slot, from + row));
                if (left > 0) {
                    frame.counts[at] = left;
                } else {
                    frame.put(at, NOT_ENOUGH_DATA_CODE);
                }
            }
        }
    }

    private void complete(int node) {
        int first = node * frame.rows;
        System.arraycopy(frame.counts, first, frame.completeness, first, count);
        for (int at = first; at < first + count && !frame.allApply[node]; at++) {
            if (frame.statuses[at] == NOT_APPLICABLE_CODE) {
                frame.completeness[at] = 1;
            }
        }
    }
}
