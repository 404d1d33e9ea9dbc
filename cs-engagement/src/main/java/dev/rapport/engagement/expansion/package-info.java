/**
 * Expansion: what customers could buy, why one thinks so, what it is worth a year, and whom to leave alone for now.
 *
 * <p>The entry point is {@link dev.rapport.engagement.expansion.ExpansionPolicy}, of which {@link
 * dev.rapport.engagement.expansion.ExpansionPolicy#standard()} is a complete preset; made ready by {@link
 * dev.rapport.engagement.expansion.ExpansionPolicy#over} it decides about each customer, and its {@link
 * dev.rapport.engagement.expansion.ExpansionReport} goes through a whole book.
 */
@NullMarked
package dev.rapport.engagement.expansion;

import org.jspecify.annotations.NullMarked;
