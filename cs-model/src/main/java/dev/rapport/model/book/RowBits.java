package dev.rapport.model.book;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Loops that find rows, a bit for each, 64 to a word. Each is of one kind and has no branches, so that a compiler can make
 * the most of it.
 */
final class RowBits {

    private RowBits() {}

    /** How many words so many rows take. */
    static int words(int rows) {
        return (rows + 63) >> 6;
    }

    static boolean has(long @Nullable [] rows, int row) {
        return rows != null && (rows[row >> 6] & (1L << row)) != 0;
    }

    /** Bits that were appended on the right, one for each row, so that the first row is the rightmost. */
    private static long inOrder(long appended, int rows) {
        return Long.reverse(appended << (64 - rows));
    }

    /**
     * Looks at the signs of differences: {@code number - least} is below 0 where the number is, and 0 only where both are
     * equal, since doubles lose no small differences. Bounds of 0 get the sign with which equal zeros come to +0. The bits of
     * what is not a number mean nothing.
     */
    static void between(double[] numbers, int from, int count, double least, double most, long[] found, int offset) {
        if (most == Double.POSITIVE_INFINITY) {
            atLeast(numbers, from, count, least, found, offset);
            return;
        }
        double lower = least == 0 ? -0.0 : Math.max(least, -Double.MAX_VALUE);
        double upper = most == 0 ? 0.0 : most;
        int to = from + count;
        int at = offset;
        for (int first = from; first < to; first += 64) {
            int rows = Math.min(64, to - first);
            long outside = 0;
            for (int i = 0; i < rows; i++) {
                double number = numbers[first + i];
                long signs = Double.doubleToRawLongBits(number - lower) | Double.doubleToRawLongBits(upper - number);
                outside = outside + outside + (signs >>> 63);
            }
            found[at++] = ~inOrder(outside, rows);
        }
    }

    private static void atLeast(double[] numbers, int from, int count, double least, long[] found, int offset) {
        double lower = least == 0 ? -0.0 : Math.max(least, -Double.MAX_VALUE);
        int to = from + count;
        int at = offset;
        for (int first = from; first < to; first += 64) {
            int rows = Math.min(64, to - first);
            long below = 0;
            for (int i = 0; i < rows; i++) {
                below = below + below + (Double.doubleToRawLongBits(numbers[first + i] - lower) >>> 63);
            }
            found[at++] = ~inOrder(below, rows);
        }
    }

    static void between(int[] numbers, int from, int count, double least, double most, long[] found, int offset) {
        long lower = (long) Math.ceil(Math.min(Math.max(least, Integer.MIN_VALUE), Integer.MAX_VALUE + 1.0));
        long upper = (long) Math.floor(Math.max(Math.min(most, Integer.MAX_VALUE), Integer.MIN_VALUE - 1.0));
        int to = from + count;
        int at = offset;
        for (int first = from; first < to; first += 64) {
            int rows = Math.min(64, to - first);
            long outside = 0;
            for (int i = 0; i < rows; i++) {
                long number = numbers[first + i];
                outside = outside + outside + (((number - lower) | (upper - number)) >>> 63);
            }
            found[at++] = ~inOrder(outside, rows);
        }
    }

    /**
     * Looks up dictionary codes.
     *
     * @param words  how many words the dictionary has
     */
    static void among(int[] codes, int from, int count, BitSet some, int words, long[] found, int offset) {
        long[] table = new long[Math.max(1, words(words))];
        long[] given = some.toLongArray();
        System.arraycopy(given, 0, table, 0, Math.min(given.length, table.length));
        int to = from + count;
        int at = offset;
        if (table.length == 1) {
            long few = table[0];
            for (int first = from; first < to; first += 64) {
                int rows = Math.min(64, to - first);
                long word = 0;
                for (int i = 0; i < rows; i++) {
                    word = word + word + ((few >>> codes[first + i]) & 1);
                }
                found[at++] = inOrder(word, rows);
            }
            return;
        }
        for (int first = from; first < to; first += 64) {
            int rows = Math.min(64, to - first);
            long word = 0;
            for (int i = 0; i < rows; i++) {
                int code = codes[first + i];
                word = word + word + ((table[code >> 6] >>> code) & 1);
            }
            found[at++] = inOrder(word, rows);
        }
    }

    static void equal(byte[] codes, int from, int count, byte wanted, long[] found, int offset) {
        int to = from + count;
        int at = offset;
        for (int first = from; first < to; first += 64) {
            int rows = Math.min(64, to - first);
            long word = 0;
            for (int i = 0; i < rows; i++) {
                word = word + word + (codes[first + i] == wanted ? 1 : 0);
            }
            found[at++] = inOrder(word, rows);
        }
    }
}
