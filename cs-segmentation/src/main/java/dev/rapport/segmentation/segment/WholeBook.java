package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;

/** A book that is being assigned, with what runs the tasks. */
final class WholeBook {

    private final Book book;
    private final Executor executor;
    private final int tasks;

    WholeBook(Book book, Executor executor, int tasks) {
        this.book = book;
        this.executor = executor;
        this.tasks = tasks;
    }

    /** What a strategy reads, with what its program computes of it. */
    Columns columns(CompiledStrategy strategy) {
        return strategy.program().columns(book);
    }

    List<CustomerView> customers() {
        return book.customers();
    }

    List<String> customerIds() {
        return book.customerIds();
    }

    LocalDate day() {
        return book.date();
    }

    Executor executor() {
        return executor;
    }

    int tasks() {
        return tasks;
    }
}
