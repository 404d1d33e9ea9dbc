/**
 * From facts to a book: the uncut history, the cut at one instant, and the same cut as columns.
 *
 * <p>The entry point is {@link dev.rapport.model.book.Facts}: {@code Facts.of(adapter, customers)} takes a host's own
 * objects, {@code facts.asOf(date)} gives the {@link dev.rapport.model.book.Book}. A {@link
 * dev.rapport.model.book.ViewAdapter} is the one place where a host's own type appears.
 */
@NullMarked
package dev.rapport.model.book;

import org.jspecify.annotations.NullMarked;
