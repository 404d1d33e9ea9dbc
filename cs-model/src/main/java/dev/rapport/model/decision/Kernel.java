package dev.rapport.model.decision;

import static dev.rapport.model.decision.Status.EVALUATED_CODE;
import static dev.rapport.model.decision.Status.NOT_APPLICABLE_CODE;
import static dev.rapport.model.decision.Status.NOT_ENOUGH_DATA_CODE;

/**
 * The one arithmetic of decisions: combines the values of parts, for one row as for many.
 *
 * <p>Every sum runs over the parts in their order, row by row, so the result does not depend on how many rows are
 * evaluated together.
 */
final class Kernel {

    private static final double NEUTRAL = 50;

    private Kernel() {}

    static void combine(Node node, Frame frame, int target, int[] parts, int count) {
        switch (node.combination()) {
            case WEIGHTED_MEAN -> weightedMean(node, frame, target, parts, count);
            case PRODUCT -> product(frame, target, parts, count);
            case SUM, MIN, MAX -> fold(node, frame, target, parts, count);
            case LINK -> link(node, frame, target, parts[0], count);
            case ALL_OF -> logical(frame, target, parts, count, 0, 0);
            case ANY_OF -> logical(frame, target, parts, count, 1, 1);
            case NONE_OF -> logical(frame, target, parts, count, 1, 0);
            case AT_LEAST -> atLeast(node, frame, target, parts, count);
            case FIRST_MATCH -> firstMatch(node, frame, target, parts, count);
            case LEAF -> throw new IllegalStateException("leaf (" + node.code() + ") has no parts.");
        }
    }

    /** Part by part over all rows, so that each loop runs along one array. */
    private static void weightedMean(Node node, Frame frame, int target, int[] parts, int count) {
        double minimum = node.minimumCompleteness();
        double[] sum = frame.cleared(0, count);
        double[] used = frame.cleared(1, count);
        double[] applicable = frame.cleared(2, count);
        double[] complete = frame.cleared(3, count);
        double[] blocked = frame.cleared(4, count);
        for (int p = 0; p < parts.length; p++) {
            add(frame, parts[p] * frame.rows, node.weight(p), node.handling(), count);
        }
        int offset = target * frame.rows;
        for (int row = 0; row < count; row++) {
            double completeness = applicable[row] > 0 ? complete[row] / applicable[row] : 0;
            byte status = applicable[row] == 0
                    ? NOT_APPLICABLE_CODE
                    : blocked[row] > 0 || used[row] == 0 || completeness < minimum
                            ? NOT_ENOUGH_DATA_CODE
                            : EVALUATED_CODE;
            frame.statuses[offset + row] = status;
            frame.values[offset + row] = status == EVALUATED_CODE ? sum[row] / used[row] : Double.NaN;
            frame.completeness[offset + row] = completeness;
        }
    }

    private static void add(Frame frame, int offset, double weight, Handling handling, int count) {
        double[] sum = frame.scratch(0);
        double[] used = frame.scratch(1);
        double[] applicable = frame.scratch(2);
        double[] complete = frame.scratch(3);
        double[] blocked = frame.scratch(4);
        double inPlace = handling == Handling.NEUTRAL ? weight * NEUTRAL : 0;
        double counts = handling == Handling.NEUTRAL || handling == Handling.WORST ? weight : 0;
        double blocks = handling == Handling.UNKNOWN ? 1 : 0;
        for (int row = 0; row < count; row++) {
            byte status = frame.statuses[offset + row];
            boolean evaluated = status == EVALUATED_CODE;
            boolean missing = status > NOT_APPLICABLE_CODE;
            applicable[row] += status == NOT_APPLICABLE_CODE ? 0 : weight;
            complete[row] += status == NOT_APPLICABLE_CODE ? 0 : weight * frame.completeness[offset + row];
            sum[row] += evaluated ? weight * frame.values[offset + row] : missing ? inPlace : 0;
            used[row] += evaluated ? weight : missing ? counts : 0;
            blocked[row] += missing ? blocks : 0;
        }
    }

    private static void fold(Node node, Frame frame, int target, int[] parts, int count) {
        Combination combination = node.combination();
        double[] weights = node.weights();
        Handling handling = node.handling();
        for (int row = 0; row < count; row++) {
            double result = combination == Combination.SUM
                    ? 0
                    : combination == Combination.MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            double applicable = 0;
            int used = 0;
            double complete = 0;
            boolean blocked = false;
            for (int p = 0; p < parts.length; p++) {
                int at = parts[p] * frame.rows + row;
                byte status = frame.statuses[at];
                if (status == NOT_APPLICABLE_CODE) {
                    continue;
                }
                double weight = weights[p];
                applicable += weight;
                complete += weight * frame.completeness[at];
                double value;
                if (status == EVALUATED_CODE) {
                    value = frame.values[at];
                } else if (weight == 0 || handling == Handling.REDISTRIBUTE) {
                    continue;
                } else {
                    blocked |= handling == Handling.UNKNOWN;
                    value = handling == Handling.NEUTRAL ? NEUTRAL : 0;
                }
                used++;
                result = switch (combination) {
                    case SUM -> result + value;
                    case MIN -> Math.min(result, value);
                    default -> Math.max(result, value);
                };
            }
            byte status = applicable == 0
                    ? NOT_APPLICABLE_CODE
                    : blocked || used == 0 ? NOT_ENOUGH_DATA_CODE : EVALUATED_CODE;
            put(
                    frame,
                    target,
                    row,
                    status,
                    status == EVALUATED_CODE ? result : Double.NaN,
                    applicable > 0 ? complete / applicable : 0);
        }
    }

    /** A part that is not applicable makes the whole not applicable: without it there is nothing to multiply. */
    private static void product(Frame frame, int target, int[] parts, int count) {
        for (int row = 0; row < count; row++) {
            double result = 1;
            double complete = 0;
            byte status = EVALUATED_CODE;
            for (int part : parts) {
                int at = part * frame.rows + row;
                result *= frame.values[at];
                complete += frame.completeness[at];
                if (frame.statuses[at] == NOT_APPLICABLE_CODE) {
                    status = NOT_APPLICABLE_CODE;
                } else if (frame.statuses[at] != EVALUATED_CODE && status == EVALUATED_CODE) {
                    status = NOT_ENOUGH_DATA_CODE;
                }
            }
            put(frame, target, row, status, status == EVALUATED_CODE ? result : Double.NaN, complete / parts.length);
        }
    }

    private static void link(Node node, Frame frame, int target, int part, int count) {
        for (int row = 0; row < count; row++) {
            int at = part * frame.rows + row;
            byte status = frame.statuses[at];
            double value = status == EVALUATED_CODE ? node.link(frame.values[at]) : Double.NaN;
            put(
                    frame,
                    target,
                    row,
                    status == EVALUATED_CODE && Double.isNaN(value) ? NOT_ENOUGH_DATA_CODE : status,
                    value,
                    frame.completeness[at]);
        }
    }

    /**
     * Three-valued logic: one part with the deciding value decides; otherwise missing parts leave it open.
     *
     * @param deciding  the value of a part that decides
     * @param decided  the result if some part has it
     */
    private static void logical(Frame frame, int target, int[] parts, int count, double deciding, double decided) {
        for (int row = 0; row < count; row++) {
            int applicable = 0;
            double complete = 0;
            boolean open = false;
            boolean found = false;
            for (int part : parts) {
                int at = part * frame.rows + row;
                byte status = frame.statuses[at];
                if (status == NOT_APPLICABLE_CODE) {
                    continue;
                }
                applicable++;
                complete += frame.completeness[at];
                if (status != EVALUATED_CODE) {
                    open = true;
                } else if (frame.values[at] == deciding) {
                    found = true;
                }
            }
            byte status =
                    applicable == 0 ? NOT_APPLICABLE_CODE : !found && open ? NOT_ENOUGH_DATA_CODE : EVALUATED_CODE;
            put(
                    frame,
                    target,
                    row,
                    status,
                    status != EVALUATED_CODE ? Double.NaN : found ? decided : 1 - decided,
                    applicable > 0 ? complete / applicable : 0);
        }
    }

    /** Three-valued logic: enough parts that hold decide, and so do too few that could. */
    private static void atLeast(Node node, Frame frame, int target, int[] parts, int count) {
        int required = node.required();
        for (int row = 0; row < count; row++) {
            int applicable = 0;
            double complete = 0;
            int holding = 0;
            int open = 0;
            for (int part : parts) {
                int at = part * frame.rows + row;
                byte status = frame.statuses[at];
                if (status == NOT_APPLICABLE_CODE) {
                    continue;
                }
                applicable++;
                complete += frame.completeness[at];
                if (status != EVALUATED_CODE) {
                    open++;
                } else if (frame.values[at] != 0) {
                    holding++;
                }
            }
            boolean decided = holding >= required || holding + open < required;
            byte status = applicable == 0 ? NOT_APPLICABLE_CODE : decided ? EVALUATED_CODE : NOT_ENOUGH_DATA_CODE;
            put(
                    frame,
                    target,
                    row,
                    status,
                    status != EVALUATED_CODE ? Double.NaN : holding >= required ? 1 : 0,
                    applicable > 0 ? complete / applicable : 0);
        }
    }

    private static void firstMatch(Node node, Frame frame, int target, int[] parts, int count) {
        int rest = node.hasRest() ? parts.length : -1;
        for (int row = 0; row < count; row++) {
            double complete = 0;
            int applicable = 0;
            int match = -1;
            boolean open = false;
            for (int p = 0; p < parts.length; p++) {
                int at = parts[p] * frame.rows + row;
                byte status = frame.statuses[at];
                if (status == NOT_APPLICABLE_CODE) {
                    continue;
                }
                applicable++;
                complete += frame.completeness[at];
                if (status != EVALUATED_CODE) {
                    open = true;
                } else if (match < 0 && frame.values[at] != 0) {
                    match = p;
                }
            }
            byte status = match < 0 && open ? NOT_ENOUGH_DATA_CODE : EVALUATED_CODE;
            put(
                    frame,
                    target,
                    row,
                    status,
                    status != EVALUATED_CODE ? Double.NaN : match < 0 ? rest : match,
                    applicable > 0 ? complete / applicable : 1);
        }
    }

    private static void put(Frame frame, int target, int row, byte status, double value, double completeness) {
        int at = target * frame.rows + row;
        frame.statuses[at] = status;
        frame.values[at] = value;
        frame.completeness[at] = completeness;
    }
}
