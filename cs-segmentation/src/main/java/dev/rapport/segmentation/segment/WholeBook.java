package dev.rapport.segmentation.segment;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** A book that is being assigned, with the columns of all programs that have a say in it. */
final class WholeBook {

    private final Book book;
    private final Executor executor;
    private final int tasks;
    private final Map<Program, Columns> columns = new HashMap<>();

    private WholeBook(Book book, Executor executor, int tasks) {
        this.book = book;
        this.executor = executor;
        this.tasks = tasks;
    }

    /**
     * Reads a book for a strategy.
     *
     * @param executor  runs the tasks; the caller's
     * @param tasks  how many tasks, at least 1
     */
    static WholeBook of(SegmentationStrategy strategy, Book book, Executor executor, int tasks) {
        WholeBook whole = new WholeBook(book, executor, tasks);
        List<Program> programs = new ArrayList<>();
        collect(strategy, programs);
        List<Columns> read = programs.isEmpty() ? List.of() : Program.columns(book, programs);
        for (int i = 0; i < programs.size(); i++) {
            whole.columns.put(programs.get(i), read.get(i));
        }
        return whole;
    }

    private static void collect(SegmentationStrategy strategy, List<Program> programs) {
        if (strategy instanceof CompiledStrategy compiled) {
            programs.add(compiled.program());
        } else if (strategy instanceof CombinedStrategy combined) {
            combined.strategies().forEach(part -> collect(part, programs));
        }
    }

    Book book() {
        return book;
    }

    Executor executor() {
        return executor;
    }

    int tasks() {
        return tasks;
    }

    Columns columns(CompiledStrategy strategy) {
        Columns read = columns.get(strategy.program());
        return read == null ? strategy.program().columns(book) : read;
    }
}
