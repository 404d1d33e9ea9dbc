/**
 * From facts to a book: the uncut history, the cut at one instant, and the same cut as columns.
 *
 * <p>The entry point is {@link dev.rapport.model.book.Facts}: {@code Facts.of(adapter, customers)} takes a host's own
 * objects, {@code facts.asOf(date)} gives the {@link dev.rapport.model.book.Book}. A {@link
 * dev.rapport.model.book.ViewAdapter} is the one place where a host's own type appears.
 *
 * <p>Who has columns rather than objects, from a data frame or a warehouse, feeds them as they are: {@code
 * Facts.ofColumns("warehouse").on(date, customerIds).money(ARR, EUR, amounts).texts(INDUSTRY, codes, words)}, see {@link
 * dev.rapport.model.book.ColumnFacts}. Such a book has attributes and no series: arrays of numbers, codes of texts in a
 * dictionary, days since 1970. They are neither copied nor turned into objects: {@link
 * dev.rapport.model.book.Book#columns(java.util.Collection)} hands out the same columns, and a view reads a row of them when
 * somebody asks for one customer. Ids sorted by {@link String#compareTo} save a copy of all columns.
 */
@NullMarked
package dev.rapport.model.book;

import org.jspecify.annotations.NullMarked;
