/**
 * Attributes that are computed from series as of the cut: counts, sums, rates, changes, trends, deadlines.
 *
 * <p>The entry points are {@link dev.rapport.model.derived.StandardAttributes}, which lists those that this library
 * names, and {@link dev.rapport.model.derived.Aggregate}, with which a host declares its own:
 *
 * <pre>{@code
 * DerivedAttribute<Double> exports = Aggregate.of(Usage.SERIES)
 *         .last(30, DAYS)
 *         .where(Usage.FEATURE, "export")
 *         .sum(Usage.QUANTITY)
 *         .as(AttributeKey.number("usage.exports-30d"));
 * Facts facts = Facts.of(adapter, customers)
 *         .derive(StandardAttributes.all(reckoning))
 *         .derive(List.of(exports))
 *         .in(zone, currency);
 * }</pre>
 *
 * <p><strong>Windows.</strong> The last 30 days are the 30 calendar days, in the book's zone, that end with {@code
 * view.date()}: half-open, from the start of the first day to the cut. Nothing at or after the cut is seen. An entry of a
 * series of records counts in the version that the cut sees, at that version's time.
 *
 * <p><strong>Fed and empty is zero, not fed is missing.</strong> A series that the book does not feed leaves the
 * attribute unprovided, and reading it is missing. Where the book feeds the series, a customer without entries in the
 * window has a count and a sum of 0: nothing happened, and that is known. The same holds for fields as far as entries can
 * tell: if there are entries and none says a field, a reading that needs the field is missing, not 0.
 *
 * <p><strong>Windows that begin before the customer did.</strong> Counts and sums stand as they are, since nothing
 * happened before. A rate divides by the days since the customer began. A change and a trend would compare with a time
 * before the customer, so they are not applicable until the customer is old enough. When a customer began says {@link
 * dev.rapport.model.derived.Relationship}.
 *
 * <p><strong>Order.</strong> No result depends on the order in which a source holds its rows.
 */
@NullMarked
package dev.rapport.model.derived;

import org.jspecify.annotations.NullMarked;
