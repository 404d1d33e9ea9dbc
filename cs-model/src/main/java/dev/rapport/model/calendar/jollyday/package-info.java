/**
 * Calendars of countries and their regions, from the library Jollyday, and how far they can be relied on. The entry point
 * is {@link dev.rapport.model.calendar.jollyday.CountryCalendars}.
 *
 * <p>The library is optional. A host that uses this room adds {@code de.focus-shift:jollyday-jaxb} to its dependencies,
 * and, on the module path, {@code requires de.focus_shift.jollyday.core}.
 */
@NullMarked
package dev.rapport.model.calendar.jollyday;

import org.jspecify.annotations.NullMarked;
