package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** A book that is being assigned, read as columns once for all the parts of a strategy that run over them. */
final class WholeBook {

    private final Book book;
    private final Columns columns;
    private final Executor executor;
    private final int tasks;

    WholeBook(Book book, SegmentationStrategy strategy, Executor executor, int tasks) {
        this.book = book;
        Set<AttributeKey<?>> keys = new LinkedHashSet<>();
        collect(strategy, keys);
        this.columns = book.columns(keys);
        this.executor = executor;
        this.tasks = tasks;
    }

    private static void collect(SegmentationStrategy strategy, Set<AttributeKey<?>> keys) {
        if (strategy instanceof CompiledStrategy) {
            keys.addAll(strategy.requirements().attributes());
        } else if (strategy instanceof CombinedStrategy combined) {
            combined.strategies().forEach(part -> collect(part, keys));
        }
    }

    Columns columns() {
        return columns;
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
