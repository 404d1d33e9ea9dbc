package dev.rapport.examples.shared;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells how far work has come, once it runs longer than a second: a bar on a terminal, plain lines elsewhere.
 *
 * <p>Not for use by several threads.
 */
public final class Progress {

    private static final long SECOND = 1_000_000_000L;
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private String task = "";
    private long started;
    private long shown;
    private boolean begun;
    private boolean anyShown;
    private boolean dirty;

    private Progress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    /** Progress on standard error, which leaves standard output to the result. */
    public static Progress onStandardError() {
        return new Progress(System.err, isTerminal(), System::nanoTime);
    }

    /** Since Java 22 there is a console without a terminal too, which says so. */
    @SuppressWarnings("SystemConsoleNull") // before Java 22, null means that there is no terminal
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || System.getenv("TERM") == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    static Progress of(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        return new Progress(out, terminal, nanoTime);
    }

    /** Begins a task. Several tasks are one piece of work: its second is counted from the first. */
    public void begin(String name) {
        finish();
        task = name;
        if (!begun) {
            begun = true;
            started = nanoTime.getAsLong();
        }
    }

    /** Says how much of the task is done. */
    public void at(long done, long total) {
        long now = nanoTime.getAsLong();
        long pause = terminal ? SECOND / 10 : 5 * SECOND;
        if (now - started < SECOND || (anyShown && now - shown < pause) || total <= 0) {
            return;
        }
        shown = now;
        anyShown = true;
        dirty = true;
        int percent = (int) (100 * done / total);
        if (terminal) {
            int filled = (int) (WIDTH * done / total);
            out.print("\r" + task + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] "
                    + String.format(Locale.ROOT, "%3d %%", percent));
            out.flush();
        } else {
            out.println(task + ": " + percent + " %");
        }
    }

    /** Ends the task and clears the bar. */
    public void finish() {
        if (dirty && terminal) {
            out.print("\r" + " ".repeat(task.length() + WIDTH + 10) + "\r");
            out.flush();
        }
        dirty = false;
    }
}
