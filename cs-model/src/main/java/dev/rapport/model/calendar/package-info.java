/**
 * Business calendars: which days are worked, and how far that is known.
 *
 * <p>The entry point is {@link dev.rapport.model.calendar.BusinessCalendar}. No calendar is the default: a rule that
 * counts business days names one.
 */
@NullMarked
package dev.rapport.model.calendar;

import org.jspecify.annotations.NullMarked;
