package dev.rapport.model.decision;

import static dev.rapport.model.decision.Status.EVALUATED_CODE;
import static dev.rapport.model.decision.Status.NOT_APPLICABLE_CODE;
import static dev.rapport.model.decision.Status.NOT_ENOUGH_DATA_CODE;

import java.util.Arrays;

/**
 * The one arithmetic of decisions: combines the values of parts, for one row as for many.
 *
 * <p>Every sum runs over the parts in their order, row by row, so the result does not depend on how many rows are
 * evaluated together.
 */
final class Kernel {

    private static final double NEUTRAL = 50;
    private static final double[] NO_ROWS = {};

    private Kernel() {}

    static void combine(Node node, Frame frame, int target, int[] parts, int count) {
        if (node.combination() == Combination.WEIGHTED_MEAN) {
            weightedMean(node, frame, target, parts, count);
        } else {
            combineOther(node, frame, target, parts, count);
            frame.noteWhatApplies(target, count);
        }
    }

    private static void combineOther(Node node, Frame frame, int target, int[] parts, int count) {
        switch (node.combination()) {
            case PRODUCT -> product(frame, target, parts, count);
            case SUM, MIN, MAX -> fold(node, frame, target, parts, count);
            case LINK -> link(node, frame, target, parts[0], count);
            case ALL_OF, ANY_OF, NONE_OF, AT_LEAST -> logical(node, frame, target, parts, count);
            case FIRST_MATCH -> firstMatch(node, frame, target, parts, count);
            case WEIGHTED_MEAN, LEAF ->
                throw new IllegalStateException("(" + node.code() + ") is no other combination.");
        }
    }

    /**
     * Part by part over all rows, so that each loop runs along its arrays without looking left or right. The sums stand
     * where the results will: that of the values, that of the weights used, that of the weights with data.
     */
    private static void weightedMean(Node node, Frame frame, int target, int[] parts, int count) {
        int to = target * frame.rows;
        frame.clear(target, count);
        boolean allApply = true;
        double total = 0;
        for (int p = 0; p < parts.length; p++) {
            allApply &= frame.allApply[parts[p]];
            total += node.weight(p);
        }
        double[] applicable = allApply ? NO_ROWS : new double[count];
        Handling handling = node.handling();
        double[] blocked = handling == Handling.UNKNOWN ? new double[count] : NO_ROWS;
        for (int p = 0; p < parts.length; p++) {
            int from = parts[p] * frame.rows;
            double weight = node.weight(p);
            addValues(weight, frame.counts, frame.values, from, to, count);
            if (allApply) {
                addShares(weight, frame.completeness, from, to, count);
            } else {
                addWhatApplies(weight, frame, from, to, applicable, count);
            }
            if (frame.fades()) {
                addKnown(weight, frame, from, to, count);
            }
            if (handling == Handling.UNKNOWN) {
                block(frame, from, blocked, count);
            } else if (handling != Handling.REDISTRIBUTE) {
                addMissing(handling, weight, frame, from, to, count);
            }
        }
        if (allApply) {
            divide(frame.completeness, to, total, count);
            if (frame.fades()) {
                divide(frame.known, to, total, count);
            }
        } else {
            divide(frame.completeness, to, applicable, count);
            if (frame.fades()) {
                divide(frame.known, to, applicable, count);
            }
        }
        finishMean(node.minimumCompleteness(), frame, to, applicable, blocked, count);
        if (allApply) {
            frame.allApply[target] = true;
        } else {
            frame.noteWhatApplies(target, count);
        }
    }

    private static void addValues(double weight, double[] counts, double[] values, int from, int to, int count) {
        for (int row = 0; row < count; row++) {
            double share = weight * counts[from + row];
            values[to + row] += share * values[from + row];
            counts[to + row] += share;
        }
    }

    private static void addShares(double weight, double[] shares, int from, int to, int count) {
        for (int row = 0; row < count; row++) {
            shares[to + row] += weight * shares[from + row];
        }
    }

    private static void addWhatApplies(double weight, Frame frame, int from, int to, double[] applicable, int count) {
        for (int row = 0; row < count; row++) {
            if (frame.statuses[from + row] != NOT_APPLICABLE_CODE) {
                applicable[row] += weight;
                frame.completeness[to + row] += weight * frame.completeness[from + row];
            }
        }
    }

    private static void addKnown(double weight, Frame frame, int from, int to, int count) {
        for (int row = 0; row < count; row++) {
            if (frame.statuses[from + row] != NOT_APPLICABLE_CODE) {
                frame.known[to + row] += weight * frame.known[from + row];
            }
        }
    }

    private static void block(Frame frame, int from, double[] blocked, int count) {
        for (int row = 0; row < count; row++) {
            blocked[row] += frame.statuses[from + row] > NOT_APPLICABLE_CODE ? 1 : 0;
        }
    }

    /** What a part that is missing, or has faded to a share of its weight, leaves to the handling. */
    private static void addMissing(Handling handling, double weight, Frame frame, int from, int to, int count) {
        double inPlace = handling == Handling.NEUTRAL ? NEUTRAL : 0;
        for (int row = 0; row < count; row++) {
            if (frame.statuses[from + row] != NOT_APPLICABLE_CODE) {
                double left = weight * (1 - frame.counts[from + row]);
                frame.values[to + row] += left * inPlace;
                frame.counts[to + row] += left;
            }
        }
    }

    private static void divide(double[] shares, int to, double total, int count) {
        for (int at = to; at < to + count; at++) {
            shares[at] /= total;
        }
    }

    private static void divide(double[] shares, int to, double[] applicable, int count) {
        for (int row = 0; row < count; row++) {
            shares[to + row] = applicable[row] > 0 ? shares[to + row] / applicable[row] : 0;
        }
    }

    private static void finishMean(
            double minimum, Frame frame, int to, double[] applicable, double[] blocked, int count) {
        double[] values = frame.values;
        double[] counts = frame.counts;
        for (int at = to; at < to + count; at++) {
            values[at] /= counts[at];
        }
        for (int row = 0; row < count; row++) {
            int at = to + row;
            boolean evaluated = counts[at] != 0 && frame.completeness[at] >= minimum;
            frame.statuses[at] = evaluated ? EVALUATED_CODE : NOT_ENOUGH_DATA_CODE;
            counts[at] = evaluated ? 1 : 0;
            values[at] = evaluated ? values[at] : 0;
        }
        for (int row = 0; row < blocked.length; row++) {
            if (blocked[row] > 0) {
                frame.put(to + row, NOT_ENOUGH_DATA_CODE);
            }
        }
        for (int row = 0; row < applicable.length; row++) {
            if (applicable[row] == 0) {
                frame.put(to + row, NOT_APPLICABLE_CODE);
            }
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
            double known = 0;
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
                known += weight * frame.known[at];
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
            frame.put(
                    target,
                    row,
                    status,
                    result,
                    applicable > 0 ? complete / applicable : 0,
                    applicable > 0 ? known / applicable : 0);
        }
    }

    /** A part that is not applicable makes the whole not applicable: without it there is nothing to multiply. */
    private static void product(Frame frame, int target, int[] parts, int count) {
        for (int row = 0; row < count; row++) {
            double result = 1;
            double complete = 0;
            double known = 0;
            byte status = EVALUATED_CODE;
            for (int part : parts) {
                int at = part * frame.rows + row;
                result *= frame.values[at];
                complete += frame.completeness[at];
                known += frame.known[at];
                if (frame.statuses[at] == NOT_APPLICABLE_CODE) {
                    status = NOT_APPLICABLE_CODE;
                } else if (frame.statuses[at] != EVALUATED_CODE && status == EVALUATED_CODE) {
                    status = NOT_ENOUGH_DATA_CODE;
                }
            }
            frame.put(target, row, status, result, complete / parts.length, known / parts.length);
        }
    }

    private static void link(Node node, Frame frame, int target, int part, int count) {
        for (int row = 0; row < count; row++) {
            int at = part * frame.rows + row;
            byte status = frame.statuses[at];
            double value = status == EVALUATED_CODE ? node.link(frame.values[at]) : Double.NaN;
            frame.put(
                    target,
                    row,
                    status == EVALUATED_CODE && Double.isNaN(value) ? NOT_ENOUGH_DATA_CODE : status,
                    value,
                    frame.completeness[at],
                    frame.known[at]);
        }
    }

    private static void logical(Node node, Frame frame, int target, int[] parts, int count) {
        Truths truths = Truths.of(frame, parts, count);
        truths.combine(node, parts.length, positions(parts.length));
        truths.put(parts.length, frame, target, count);
        shares(frame, target, parts, count, 0);
    }

    private static void firstMatch(Node node, Frame frame, int target, int[] parts, int count) {
        int rest = node.hasRest() ? parts.length : Truths.NONE;
        int[] found = new int[count];
        Truths.of(frame, parts, count).firstMatch(positions(parts.length), rest, count, found, 0);
        int first = target * frame.rows;
        for (int row = 0; row < count; row++) {
            boolean evaluated = found[row] != Truths.UNDECIDED;
            frame.statuses[first + row] = evaluated ? EVALUATED_CODE : NOT_ENOUGH_DATA_CODE;
            frame.values[first + row] = evaluated ? found[row] : 0;
            frame.counts[first + row] = evaluated ? 1 : 0;
        }
        shares(frame, target, parts, count, 1);
    }

    private static int[] positions(int parts) {
        int[] positions = new int[parts];
        for (int i = 0; i < parts; i++) {
            positions[i] = i;
        }
        return positions;
    }

    /**
     * The mean share of the parts that are applicable.
     *
     * @param without  the share where none is
     */
    private static void shares(Frame frame, int target, int[] parts, int count, double without) {
        boolean allApply = true;
        for (int part : parts) {
            allApply &= frame.allApply[part];
        }
        if (allApply) {
            int to = target * frame.rows;
            Arrays.fill(frame.completeness, to, to + count, 0);
            for (int part : parts) {
                addShares(1, frame.completeness, part * frame.rows, to, count);
            }
            divide(frame.completeness, to, parts.length, count);
            if (frame.fades()) {
                System.arraycopy(frame.completeness, to, frame.known, to, count);
            }
            return;
        }
        for (int row = 0; row < count; row++) {
            int applicable = 0;
            double complete = 0;
            for (int part : parts) {
                int at = part * frame.rows + row;
                if (frame.statuses[at] != NOT_APPLICABLE_CODE) {
                    applicable++;
                    complete += frame.completeness[at];
                }
            }
            double share = applicable > 0 ? complete / applicable : without;
            frame.known[target * frame.rows + row] = share;
            frame.completeness[target * frame.rows + row] = share;
        }
    }
}
