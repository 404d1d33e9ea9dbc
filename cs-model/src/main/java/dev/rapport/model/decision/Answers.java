package dev.rapport.model.decision;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What one output of a program says of every row of a book, without how complete that is: the values and statuses of {@link
 * Scores} to the last bit. Of a condition it takes three bits a row, of a first match four bytes. Immutable.
 */
public final class Answers {

    private final Node node;
    private final int size;

    /** Of a condition. */
    private final @Nullable Truths truths;

    /** Of a first match: values, or {@link Truths#UNDECIDED}. */
    private final int @Nullable [] positions;

    /** Of anything else. */
    private final @Nullable Scores scores;

    private Answers(Node node, int size, @Nullable Truths truths, int @Nullable [] positions, @Nullable Scores scores) {
        this.node = node;
        this.size = size;
        this.truths = truths;
        this.positions = positions;
        this.scores = scores;
    }

    static Answers ofCondition(Node node, int size) {
        return new Answers(node, size, new Truths(1, size), null, null);
    }

    static Answers ofFirstMatch(Node node, int size) {
        return new Answers(node, size, null, new int[size], null);
    }

    static Answers of(Scores scores, Node node) {
        return new Answers(node, scores.size(), null, null, scores);
    }

    /** Takes over a run of rows of a condition or of the parts of a first match; the first row is a multiple of 64. */
    void take(Truths from, int condition, int[] parts, int first, int count) {
        if (truths != null) {
            truths.copy(from, condition, first, count);
        } else if (positions != null) {
            from.firstMatch(parts, node.hasRest() ? parts.length : Truths.NONE, count, positions, first);
        }
    }

    void take(Frame frame, int position, int from, int count) {
        if (scores != null) {
            scores.take(frame, position, from, count);
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
        return size;
    }

    /**
     * The value of a row.
     *
     * @param row  the row
     * @return the value; NaN unless {@link Status#EVALUATED}
     */
    public double value(int row) {
        if (positions != null) {
            return positions[row] == Truths.UNDECIDED ? Double.NaN : positions[row];
        }
        if (scores != null) {
            return scores.value(row);
        }
        return status(row) != Status.EVALUATED ? Double.NaN : truths().holds(row) ? 1 : 0;
    }

    /**
     * What became of a row.
     *
     * @param row  the row
     * @return the status
     */
    public Status status(int row) {
        if (positions != null) {
            return positions[row] == Truths.UNDECIDED ? Status.NOT_ENOUGH_DATA : Status.EVALUATED;
        }
        return scores != null ? scores.status(row) : truths().status(row);
    }

    /**
     * The rows that have a value other than 0: of a condition those for which it holds.
     *
     * @return the rows, a copy
     */
    public BitSet holding() {
        return truths != null
                ? BitSet.valueOf(truths.holds)
                : where(row -> status(row) == Status.EVALUATED && value(row) != 0);
    }

    /**
     * The rows that have no value although the question makes sense: not enough data, or failed.
     *
     * @return the rows, a copy
     */
    public BitSet open() {
        return truths != null
                ? BitSet.valueOf(truths.twos)
                : where(row -> status(row) == Status.NOT_ENOUGH_DATA || status(row) == Status.FAILED);
    }

    private BitSet where(IntPredicate wanted) {
        BitSet rows = new BitSet(size);
        for (int row = 0; row < size; row++) {
            rows.set(row, wanted.test(row));
        }
        return rows;
    }

    private Truths truths() {
        if (truths == null) {
            throw new IllegalStateException("output (" + code() + ") is no condition.");
        }
        return truths;
    }
}
