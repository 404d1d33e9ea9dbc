package dev.rapport.health.survival;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** Orders rows by primitive keys without boxing. */
final class Ranks {

    private Ranks() {}

    /** For each row the rank of its key among the distinct keys, the largest key first. */
    static int[] descending(int[] rows, IntToDoubleFunction key) {
        int[] ranks = new int[rows.length];
        double[] distinct = distinct(rows, key);
        for (int i = 0; i < rows.length; i++) {
            ranks[i] = distinct.length - 1 - Arrays.binarySearch(distinct, key.applyAsDouble(rows[i]));
        }
        return ranks;
    }

    /** The distinct keys in rising order. */
    static double[] distinct(int[] rows, IntToDoubleFunction key) {
        double[] sorted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            // Adding 0 makes -0.0 and 0.0 one key
            sorted[i] = key.applyAsDouble(rows[i]) + 0.0;
        }
        Arrays.sort(sorted);
        int count = 0;
        for (double value : sorted) {
            if (count == 0 || value != sorted[count - 1]) {
                sorted[count++] = value;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** The rows by group, then by rank, then in their given order: two stable counting sorts. */
    static int[] sorted(int[] rows, int[] ranks, IntUnaryOperator group, int groups) {
        int[] byRank =
                counting(ranks.length, i -> ranks[i], Arrays.stream(ranks).max().orElse(0) + 1);
        int[] byGroup = counting(byRank.length, i -> group.applyAsInt(byRank[i]), groups);
        int[] sorted = new int[rows.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = rows[byRank[byGroup[i]]];
        }
        return sorted;
    }

    private static int[] counting(int size, IntUnaryOperator bucket, int buckets) {
        int[] next = new int[buckets + 1];
        for (int i = 0; i < size; i++) {
            next[bucket.applyAsInt(i) + 1]++;
        }
        for (int b = 0; b < buckets; b++) {
            next[b + 1] += next[b];
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[bucket.applyAsInt(i)]++] = i;
        }
        return order;
    }
}
