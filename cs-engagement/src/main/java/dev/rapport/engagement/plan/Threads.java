package dev.rapport.engagement.plan;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;

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
}
