/**
 * The ledger of milestones in a database: H2, SQLite or PostgreSQL, through nothing but {@code java.sql}.
 *
 * <p>The entry point is {@link dev.rapport.engagement.milestone.jdbc.JdbcMilestoneLedger}; {@link
 * dev.rapport.engagement.milestone.jdbc.LedgerSchema} creates and upgrades its table. Both work on a connection that they
 * are given, and join its transaction if there is one.
 */
@NullMarked
package dev.rapport.engagement.milestone.jdbc;

import org.jspecify.annotations.NullMarked;
