/**
 * A book as a folder of CSV tables: one for the customers, one for each series of facts about them, one for exchange
 * rates, and a manifest, {@code book.json}, that says how they are to be read.
 *
 * <p>The entry point is {@link dev.rapport.model.csv.BookReader}; {@link dev.rapport.model.csv.BookWriter} writes the
 * same tables. Where the tables come from is the host's business: it hands over {@link
 * dev.rapport.model.csv.BookTables}. A row that cannot be read is rejected and told, and ends nothing; see {@link
 * dev.rapport.model.csv.Quarantine}. The format is described in {@code docs/formats.md}.
 *
 * <p>This is the only room that knows the CSV parser; none of its types is in a public signature.
 */
@NullMarked
package dev.rapport.model.csv;

import org.jspecify.annotations.NullMarked;
