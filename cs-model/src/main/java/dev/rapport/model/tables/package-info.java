/**
 * A book as a folder of tables, CSV or JSON Lines: one for the customers, one for each series of facts about them, one for
 * exchange rates, and a manifest, {@code book.json}, that says how they are to be read.
 *
 * <p>The entry point is {@link dev.rapport.model.tables.BookReader}; {@link dev.rapport.model.tables.BookWriter} writes the
 * same tables. Where the tables come from is the host's business: it hands over {@link
 * dev.rapport.model.tables.BookTables}. A row that cannot be read is rejected and told, and ends nothing; see {@link
 * dev.rapport.model.tables.Quarantine}. The format is described in {@code docs/formats.md}, rows of JSON Lines also by
 * {@link dev.rapport.model.tables.RowSchemas}.
 *
 * <p>What a file is written as is told by its name, and known to two classes: {@code CsvTable} and {@code JsonTable} tell
 * a {@code RowReader} what stands in the cells of each row. All rules are behind it, and so the same for both.
 */
@NullMarked
package dev.rapport.model.tables;

import org.jspecify.annotations.NullMarked;
