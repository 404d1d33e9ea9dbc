/**
 * CSV text in and out, row by row: which cells there are, not what they mean. {@link dev.rapport.model.csv.CsvRows} reads,
 * {@link dev.rapport.model.csv.CsvOut} writes.
 *
 * <p>This is the only room that knows the CSV parser; none of its types is in a public signature. Not exported: hosts read
 * and write books, see {@code dev.rapport.model.tables}.
 */
@NullMarked
package dev.rapport.model.csv;

import org.jspecify.annotations.NullMarked;
