package dev.rapport.engagement.plan;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What runs the parts of a plan that are split into tasks; the caller's. What comes out does not depend on it. */
record Threads(Executor executor, int tasks) {

    /** The thread that plans, alone. */
    static final Threads ONE = new Threads(Runnable::run, 1);

    Threads {
        requireNonNull(executor, "executor");
        if (tasks < 1) {
            throw new IllegalArgumentException("tasks (" + tasks + ") must be at least 1.");
        }
    }

    /** Begins what is worked out beside other things; with one thread it is worked out at once. */
    <T> Supplier<T> begin(Supplier<T> work) {
        if (tasks == 1) {
            T done = work.get();
            return () -> done;
        }
        CompletableFuture<T> running = CompletableFuture.supplyAsync(work, executor);
        return () -> {
            try {
                return running.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }
}
