/**
 * Business calendars: which days are worked, and how far that is known.
 *
 * <p>The entry point is {@link dev.rapport.model.calendar.BusinessCalendar}; {@link
 * dev.rapport.model.calendar.BusinessCalendars} holds several by their ids. No calendar is the default: a rule that counts
 * business days names one. Calendars of countries come from the host or, with an optional library, from {@code
 * dev.rapport.model.calendar.jollyday}.
 */
@NullMarked
package dev.rapport.model.calendar;

import org.jspecify.annotations.NullMarked;
