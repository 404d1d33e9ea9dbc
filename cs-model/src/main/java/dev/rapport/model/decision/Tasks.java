package dev.rapport.model.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Work on chunks of rows, split over the caller's executor. */
final class Tasks {

    private Tasks() {}

    /** What is done with a run of chunks. */
    @FunctionalInterface
    interface Work {

        void on(int firstChunk, int endChunk);
    }

    static void split(int chunks, Executor executor, int tasks, Work work) {
        if (tasks < 1) {
            throw new IllegalArgumentException("tasks (" + tasks + ") must be at least 1.");
        }
        List<CompletableFuture<Void>> running = new ArrayList<>();
        int split = Math.min(tasks, chunks);
        for (int task = 0; task < split; task++) {
            int first = (int) ((long) chunks * task / split);
            int end = (int) ((long) chunks * (task + 1) / split);
            running.add(CompletableFuture.runAsync(() -> work.on(first, end), executor));
        }
        try {
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
