package dev.rapport.segmentation.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * The rows of a computation in parts whose size depends on nothing but their number. What is summed is summed within a
 * chunk and then chunk by chunk, so that the result does not depend on how many tasks there are.
 */
final class Chunks {

    private static final int SMALLEST = 4096;
    private static final int MOST = 256;

    private final int rows;
    private final int length;
    private final Executor executor;
    private final int tasks;

    private Chunks(int rows, int length, Executor executor, int tasks) {
        this.rows = rows;
        this.length = length;
        this.executor = executor;
        this.tasks = tasks;
    }

    static Chunks of(int rows, Executor executor, int tasks) {
        return new Chunks(rows, Math.max(SMALLEST, (rows + MOST - 1) / MOST), executor, tasks);
    }

    static Chunks alone(int rows) {
        return of(rows, Runnable::run, 1);
    }

    /** What is done with a chunk. */
    interface Work {
        void on(int chunk, int from, int to);
    }

    int count() {
        return (rows + length - 1) / length;
    }

    int rows() {
        return rows;
    }

    /** The row that a chunk begins with. */
    int first(int chunk) {
        return chunk * length;
    }

    /** Does the work on every chunk, on the caller's thread or in tasks. */
    void each(Work work) {
        int count = count();
        if (tasks == 1 || count == 1) {
            run(work, 0, count);
            return;
        }
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            int first = (int) ((long) count * task / tasks);
            int end = (int) ((long) count * (task + 1) / tasks);
            if (first < end) {
                running.add(CompletableFuture.runAsync(() -> run(work, first, end), executor));
            }
        }
        try {
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void run(Work work, int first, int end) {
        for (int chunk = first; chunk < end; chunk++) {
            work.on(chunk, first(chunk), Math.min(rows, (chunk + 1) * length));
        }
    }

    /** What each chunk gives. */
    double[] parts(Summand summand) {
        double[] parts = new double[count()];
        each((chunk, from, to) -> parts[chunk] = summand.of(from, to));
        return parts;
    }

    /** The sum of what each chunk gives, in the order of the chunks. */
    double sum(Summand summand) {
        double sum = 0;
        for (double part : parts(summand)) {
            sum += part;
        }
        return sum;
    }

    /** What a run of rows adds to a sum. */
    interface Summand {
        double of(int from, int to);
    }
}
