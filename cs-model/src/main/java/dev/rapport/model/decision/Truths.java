package dev.rapport.model.decision;

import java.util.Arrays;

/**
 * The truth values of conditions for a run of rows, 64 rows to a word, and the logic of them: three-valued, and what is not
 * applicable left out. The one place where conditions are combined, for one row as for many.
 *
 * <p>A condition takes three bits a row: whether it holds, and its {@link Status} in binary. Only where it is evaluated can it
 * hold. Bits behind the last row mean nothing.
 */
final class Truths {

    /** No part holds, and none is open. */
    static final int NONE = -1;

    /** No part holds, and one is open. */
    static final int UNDECIDED = -2;

    /** How many words a condition takes. */
    final int words;

    final long[] holds;

    /** The status' digit of 1: not applicable or failed. */
    final long[] ones;

    /** The status' digit of 2: not enough data or failed, so that it is open whether the condition holds. */
    final long[] twos;

    Truths(int conditions, int rows) {
        this.words = (rows + 63) >> 6;
        this.holds = new long[conditions * words];
        this.ones = new long[conditions * words];
        this.twos = new long[conditions * words];
    }

    /** The parts of a node as they stand in a frame, with room for their combination behind them. */
    static Truths of(Frame frame, int[] parts, int count) {
        Truths truths = new Truths(parts.length + 1, count);
        for (int p = 0; p < parts.length; p++) {
            truths.take(frame, parts[p], p, 0, count);
        }
        return truths;
    }

    /**
     * Takes over a condition from a frame: it holds where the value is not 0, of either sign. Without branches, since which way
     * a condition goes cannot be foreseen.
     *
     * @param from  its node in the frame
     * @param condition  its place here
     * @param word  the word of the frame's first row
     */
    void take(Frame frame, int from, int condition, int word, int count) {
        int first = from * frame.rows;
        for (int start = 0; start < count; start += 64) {
            int at = condition * words + word + (start >> 6);
            long held = 0;
            long one = 0;
            long two = 0;
            for (int row = start; row < Math.min(count, start + 64); row++) {
                long status = frame.statuses[first + row];
                long digits = Double.doubleToRawLongBits(frame.values[first + row]) << 1;
                held |= ((digits | -digits) >>> 63) << row;
                one |= (status & 1) << row;
                two |= (status >> 1) << row;
            }
            holds[at] = held & ~(one | two);
            ones[at] = one;
            twos[at] = two;
        }
    }

    /** Puts a condition into a frame; what share of it has data is not known here. */
    void put(int condition, Frame frame, int to, int count) {
        int first = to * frame.rows;
        for (int row = 0; row < count; row++) {
            int at = condition * words + (row >> 6);
            frame.statuses[first + row] = status(at, row);
            frame.values[first + row] = (double) ((holds[at] >>> row) & 1);
            frame.counts[first + row] = (double) ((~(ones[at] | twos[at]) >>> row) & 1);
        }
    }

    /** Takes over a condition as this one, from a row on that is a multiple of 64. */
    void copy(Truths from, int condition, int row, int count) {
        int at = condition * from.words;
        int to = row >> 6;
        int length = (count + 63) >> 6;
        System.arraycopy(from.holds, at, holds, to, length);
        System.arraycopy(from.ones, at, ones, to, length);
        System.arraycopy(from.twos, at, twos, to, length);
        if ((count & 63) != 0) {
            long mask = (1L << count) - 1;
            int last = to + length - 1;
            holds[last] &= mask;
            ones[last] &= mask;
            twos[last] &= mask;
        }
    }

    /** Of one condition, whether it holds in a row. */
    boolean holds(int row) {
        return (holds[row >> 6] & (1L << row)) != 0;
    }

    /** Of one condition, what became of a row. */
    Status status(int row) {
        return Status.ofCode(status(row >> 6, row));
    }

    private byte status(int word, int row) {
        return (byte) (((ones[word] >>> row) & 1) | (((twos[word] >>> row) & 1) << 1));
    }

    /** Combines conditions by a node's logic. */
    void combine(Node node, int target, int[] parts) {
        for (int word = 0; word < words; word++) {
            switch (node.combination()) {
                case ALL_OF -> allOf(target, parts, word);
                case ANY_OF -> anyOf(target, parts, word);
                case NONE_OF -> noneOf(target, parts, word);
                case AT_LEAST -> atLeast(node.required(), target, parts, word);
                default -> throw new IllegalStateException("(" + node.code() + ") is no logic.");
            }
        }
    }

    /** One that fails decides it. */
    private void allOf(int target, int[] parts, int word) {
        long failing = 0;
        long open = 0;
        long apart = -1L;
        for (int part : parts) {
            int at = part * words + word;
            failing |= ~(holds[at] | ones[at] | twos[at]);
            open |= twos[at];
            apart &= ones[at] & ~twos[at];
        }
        put(target, word, ~failing, open & ~failing, apart);
    }

    /** One that holds decides it. */
    private void anyOf(int target, int[] parts, int word) {
        long holding = 0;
        long open = 0;
        long apart = -1L;
        for (int part : parts) {
            int at = part * words + word;
            holding |= holds[at];
            open |= twos[at];
            apart &= ones[at] & ~twos[at];
        }
        put(target, word, holding, open & ~holding, apart);
    }

    private void noneOf(int target, int[] parts, int word) {
        anyOf(target, parts, word);
        int at = target * words + word;
        holds[at] = ~(holds[at] | ones[at] | twos[at]);
    }

    /** Enough that hold decide it, and so do too few that could. */
    private void atLeast(int required, int target, int[] parts, int word) {
        long[] sure = new long[required + 1];
        long[] possible = new long[required + 1];
        sure[0] = -1L;
        possible[0] = -1L;
        long apart = -1L;
        for (int part : parts) {
            int at = part * words + word;
            for (int number = required; number > 0; number--) {
                sure[number] |= sure[number - 1] & holds[at];
                possible[number] |= possible[number - 1] & (holds[at] | twos[at]);
            }
            apart &= ones[at] & ~twos[at];
        }
        put(target, word, sure[required], possible[required] & ~sure[required], apart);
    }

    private void put(int target, int word, long holding, long open, long apart) {
        int at = target * words + word;
        holds[at] = holding & ~open & ~apart;
        ones[at] = apart;
        twos[at] = open & ~apart;
    }

    /**
     * Finds the first part that holds.
     *
     * @param rest  what is found where no part holds and none is open
     * @param found  where its position among the parts goes for each row; {@link #UNDECIDED} where no part holds and one is open
     * @param offset  the position of the first row there
     */
    void firstMatch(int[] parts, int rest, int count, int[] found, int offset) {
        Arrays.fill(found, offset, offset + count, rest);
        for (int word = 0; word << 6 < count; word++) {
            long left = count - (word << 6) >= 64 ? -1L : (1L << count) - 1;
            long open = 0;
            for (int p = 0; p < parts.length && left != 0; p++) {
                int at = parts[p] * words + word;
                fill(found, offset + (word << 6), holds[at] & left, p);
                left &= ~holds[at];
                open |= twos[at];
            }
            fill(found, offset + (word << 6), left & open, UNDECIDED);
        }
    }

    private static void fill(int[] found, int offset, long rows, int value) {
        for (long left = rows; left != 0; left &= left - 1) {
            found[offset + Long.numberOfTrailingZeros(left)] = value;
        }
    }
}
