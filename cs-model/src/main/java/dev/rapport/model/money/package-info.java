/**
 * Amounts in several currencies: exchange rates as of a date.
 *
 * <p>Money itself is {@link org.joda.money.Money}; the entry point here is {@link dev.rapport.model.money.RateTable}.
 */
@NullMarked
package dev.rapport.model.money;

import org.jspecify.annotations.NullMarked;
