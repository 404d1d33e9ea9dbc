/**
 * Who may be asked when: limits on how often people and accounts are asked, and reasons not to ask at all now.
 *
 * <p>The entry point is {@link dev.rapport.health.contact.ContactThrottle}, a document; made ready by {@link
 * dev.rapport.health.contact.ContactThrottle#resolve} it decides for each person, with what stands in the way and until
 * when, and goes through a whole book in an order, within budgets.
 */
@NullMarked
package dev.rapport.health.contact;

import org.jspecify.annotations.NullMarked;
