package dev.rapport.segmentation.segment;

import dev.rapport.model.book.Book;
import java.util.concurrent.Executor;

/**
 * A book that is being assigned.
 *
 * @param book  the book
 * @param executor  runs the tasks; the caller's
 * @param tasks  how many tasks, at least 1
 */
record WholeBook(Book book, Executor executor, int tasks) {}
